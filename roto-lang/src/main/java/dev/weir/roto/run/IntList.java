package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of what is an `int` in compiled code: integers up to 32 bits, characters, AS numbers,
/// enums without payload.
public final class IntList extends RotoList {
  private static final int[] NONE = {};

  private int[] elements;

  /// An empty list.
  public IntList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public IntList(int room) {
    elements = room == 0 ? NONE : new int[room];
  }

  /// A list of these elements, which it keeps as its own.
  public static IntList of(int... elements) {
    charge(8L * elements.length);
    IntList list = new IntList();
    list.elements = elements;
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public int at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(int value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, int value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, int value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public int remove(long index) {
    beforeChange();
    int value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  public boolean contains(int value) {
    return find(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(int value) {
    return position(find(value));
  }

  /// Both lists, one after the other, as a new list.
  public IntList concat(IntList other) {
    return (IntList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public IntList slice(long start, long end) {
    return (IntList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(IntList other) {
    append(other);
  }

  /// Puts the elements in order.
  public void sort(Order order) {
    beforeChange();
    if (order == Order.UNSIGNED) {
      flip();
      Arrays.sort(elements, 0, size);
      flip();
    } else {
      Arrays.sort(elements, 0, size);
    }
  }

  private void flip() {
    for (int i = 0; i < size; i++) {
      elements[i] ^= Integer.MIN_VALUE;
    }
  }

  private int find(int value) {
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
    return new IntList(room);
  }

  @Override
  Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = (int) java.util.Objects.requireNonNull(value);
  }

  @Override
  void exchange(int a, int b) {
    int value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntList list
        ? Arrays.equals(elements, 0, size, list.elements, 0, list.size)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
