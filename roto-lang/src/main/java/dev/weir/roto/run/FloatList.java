package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of `f32`.
public final class FloatList extends RotoList {
  private static final float[] NONE = {};

  private float[] elements;

  /// An empty list.
  public FloatList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public FloatList(int room) {
    elements = room == 0 ? NONE : new float[room];
  }

  /// A list of these elements, which it keeps as its own.
  public static FloatList of(float... elements) {
    charge(8L * elements.length);
    FloatList list = new FloatList();
    list.elements = elements;
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public float at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(float value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, float value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, float value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public float remove(long index) {
    beforeChange();
    float value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  public boolean contains(float value) {
    return find(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(float value) {
    return position(find(value));
  }

  /// Both lists, one after the other, as a new list.
  public FloatList concat(FloatList other) {
    return (FloatList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public FloatList slice(long start, long end) {
    return (FloatList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(FloatList other) {
    append(other);
  }

  /// Puts the elements in order.
  public void sort(Order order) {
    beforeChange();
    Arrays.sort(elements, 0, size);
  }

  private int find(float value) {
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
    return 4;
  }

  @Override
  void move(int length) {
    elements = Arrays.copyOf(elements, length);
  }

  @Override
  RotoList fresh(int room) {
    return new FloatList(room);
  }

  @Override
  Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = (float) java.util.Objects.requireNonNull(value);
  }

  @Override
  void exchange(int a, int b) {
    float value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }
}
