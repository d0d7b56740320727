package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of `bool`.
public final class BooleanList extends RotoList {
  private static final boolean[] NONE = {};

  private boolean[] elements;

  /// An empty list.
  public BooleanList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public BooleanList(int room) {
    elements = room == 0 ? NONE : new boolean[room];
  }

  /// A list of these elements, which it keeps as its own.
  public static BooleanList of(boolean... elements) {
    charge(8L * elements.length);
    BooleanList list = new BooleanList();
    list.elements = elements;
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public boolean at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(boolean value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, boolean value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, boolean value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public boolean remove(long index) {
    beforeChange();
    boolean value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  public boolean contains(boolean value) {
    return find(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(boolean value) {
    return position(find(value));
  }

  /// Both lists, one after the other, as a new list.
  public BooleanList concat(BooleanList other) {
    return (BooleanList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public BooleanList slice(long start, long end) {
    return (BooleanList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(BooleanList other) {
    append(other);
  }

  /// Puts the elements in order, `false` first.
  public void sort(Order order) {
    beforeChange();
    int ones = 0;
    for (int i = 0; i < size; i++) {
      ones += elements[i] ? 1 : 0;
    }
    Arrays.fill(elements, 0, size - ones, false);
    Arrays.fill(elements, size - ones, size, true);
  }

  private int find(boolean value) {
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
    return 1;
  }

  @Override
  void move(int length) {
    elements = Arrays.copyOf(elements, length);
  }

  @Override
  RotoList fresh(int room) {
    return new BooleanList(room);
  }

  @Override
  Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = (boolean) java.util.Objects.requireNonNull(value);
  }

  @Override
  void exchange(int a, int b) {
    boolean value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BooleanList list
        ? Arrays.equals(elements, 0, size, list.elements, 0, list.size)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
