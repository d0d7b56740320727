package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of `f64`.
public final class DoubleList extends RotoList {
  private static final double[] NONE = {};

  private double[] elements;

  /// An empty list.
  public DoubleList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public DoubleList(int room) {
    elements = room == 0 ? NONE : new double[room];
  }

  /// A list of these elements, which it keeps as its own.
  public static DoubleList of(double... elements) {
    charge(8L * elements.length);
    DoubleList list = new DoubleList();
    list.elements = elements;
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public double at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(double value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, double value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, double value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public double remove(long index) {
    beforeChange();
    double value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  public boolean contains(double value) {
    return find(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(double value) {
    return position(find(value));
  }

  /// Both lists, one after the other, as a new list.
  public DoubleList concat(DoubleList other) {
    return (DoubleList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public DoubleList slice(long start, long end) {
    return (DoubleList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(DoubleList other) {
    append(other);
  }

  /// Puts the elements in order.
  public void sort(Order order) {
    beforeChange();
    Arrays.sort(elements, 0, size);
  }

  private int find(double value) {
    for (int i = 0; i < size; i++) {
      if (elements[i] == value) {
        return i;
      }
    }
    return -1;
  }

  @Override
  Object array() {
    return elements;
  }

  @Override
  int room() {
    return elements.length;
  }

  @Override
  int width() {
    return 8;
  }

  @Override
  void move(int length) {
    elements = Arrays.copyOf(elements, length);
  }

  @Override
  RotoList fresh(int room) {
    return new DoubleList(room);
  }

  @Override
  Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = (double) java.util.Objects.requireNonNull(value);
  }

  @Override
  void exchange(int a, int b) {
    double value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }
}
