package dev.weir.roto.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A list of `u64` or `i64`.
public final class LongList extends RotoList {
  private static final long[] NONE = {};

  private long[] elements;

  /// An empty list.
  public LongList() {
    elements = NONE;
  }

  /// An empty list with room for so many elements.
  public LongList(int room) {
    elements = room == 0 ? NONE : new long[room];
  }

  /// A list of these elements, which it keeps as its own.
  public static LongList of(long... elements) {
    charge(8L * elements.length);
    LongList list = new LongList();
    list.elements = elements;
    list.size = elements.length;
    return list;
  }

  /// The element at a position that is in bounds.
  public long at(long index) {
    return elements[(int) index];
  }

  /// Appends an element.
  public void push(long value) {
    if (isClosed(elements.length)) {
      beforeAdding();
    }
    elements[size++] = value;
  }

  /// Puts an element in place of another.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void set(long index, long value) {
    beforeChange();
    elements[checked(index)] = value;
  }

  /// Inserts an element before a position; at the length it is appended.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public void insert(long index, long value) {
    int at = gap(index);
    elements[at] = value;
  }

  /// Takes an element away.
  ///
  /// @throws ScriptException `INDEX`, `FROZEN`
  public long remove(long index) {
    beforeChange();
    long value = elements[checked(index)];
    close((int) index);
    return value;
  }

  /// Whether an element is there.
  public boolean contains(long value) {
    return find(value) >= 0;
  }

  /// The first position of an element, as an option.
  public @Nullable Object index(long value) {
    return position(find(value));
  }

  /// Both lists, one after the other, as a new list.
  public LongList concat(LongList other) {
    return (LongList) both(other);
  }

  /// A new list of the elements from `start` up to, not including, `end`.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  public LongList slice(long start, long end) {
    return (LongList) part(start, end);
  }

  /// Appends the elements of another list.
  public void extend(LongList other) {
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
      elements[i] ^= Long.MIN_VALUE;
    }
  }

  private int find(long value) {
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
    return new LongList(room);
  }

  @Override
  Object boxed(int index) {
    return elements[index];
  }

  @Override
  void putBoxed(int index, @Nullable Object value) {
    elements[index] = (long) java.util.Objects.requireNonNull(value);
  }

  @Override
  void exchange(int a, int b) {
    long value = elements[a];
    elements[a] = elements[b];
    elements[b] = value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LongList list
        ? Arrays.equals(elements, 0, size, list.elements, 0, list.size)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
