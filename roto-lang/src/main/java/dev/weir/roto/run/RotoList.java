package dev.weir.roto.run;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// A list as scripts know it: elements in an array that grows, behind a handle that is shared.
///
/// There is one class for each form that elements have in compiled code, so that a `List[u64]` is a
/// `long[]` and no element is boxed. What does not depend on the form of the elements is here, on
/// top of `System.arraycopy`, which takes arrays of any kind; the rest is a few lines a class.
///
/// Compiled code reads an element in two steps, [#inBounds] and then `at` of the class, and both
/// are small enough to be inlined always. A position is a `u64`: what looks negative in Java is far
/// out of bounds.
///
/// A frozen list refuses every change, and may then be read by any number of threads. A list that
/// is not frozen belongs to one thread at a time.
///
/// To hosts every list is also a `java.util.List` of boxed elements.
public abstract sealed class RotoList extends AbstractList<@Nullable Object>
    implements RandomAccess, Freezable
    permits IntList, BooleanList, LongList, FloatList, DoubleList, RefList {

  /// Growth below this many octets is not counted: it would cost more than it protects.
  private static final int UNCOUNTED = 1024;

  private static final int MAX = 1 << 30;

  RotoList() {}

  /// How many elements there are.
  int size;

  private boolean frozen;

  /// The array that holds the elements.
  abstract Object array();

  /// How many elements the array holds.
  abstract int room();

  /// How many octets an element takes.
  abstract int width();

  /// Moves the elements to an array of that length.
  abstract void move(int length);

  /// A new list of the same class, with room.
  abstract RotoList fresh(int room);

  /// The element in its boxed form.
  abstract @Nullable Object boxed(int index);

  /// Puts an element in its boxed form.
  abstract void putBoxed(int index, @Nullable Object value);

  /// Exchanges two elements that are there.
  abstract void exchange(int a, int b);

  /// Lets go of references in `from..to`, which are no longer elements.
  void forget(int from, int to) {}

  /// Freezes what the elements reach.
  void freezeElements() {}

  @Override
  public final int size() {
    return size;
  }

  /// How many elements there are, as scripts ask.
  public final long len() {
    return size;
  }

  @Override
  public final boolean isEmpty() {
    return size == 0;
  }

  /// How many elements fit before the list must move to a larger place.
  public final long capacity() {
    return room();
  }

  /// Whether there is an element at a `u64` position.
  public final boolean inBounds(long index) {
    return Long.compareUnsigned(index, size) < 0;
  }

  /// The element, boxed, as an option.
  public final @Nullable Object get(long index) {
    return inBounds(index) ? Values.some(boxed((int) index)) : null;
  }

  /// The first element as an option.
  public final @Nullable Object first() {
    return get(0L);
  }

  /// The last element as an option.
  public final @Nullable Object last() {
    return get(size - 1L);
  }

  /// Takes the last element away; an option.
  public final @Nullable Object pop() {
    beforeChange();
    if (size == 0) {
      return null;
    }
    Object last = Values.some(boxed(size - 1));
    forget(--size, size + 1);
    return last;
  }

  @Override
  public final void clear() {
    beforeChange();
    forget(0, size);
    size = 0;
  }

  /// Turns the order around.
  public final void reverse() {
    beforeChange();
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      exchange(i, j);
    }
  }

  /// Exchanges two elements; nothing happens where one of the positions is out of bounds.
  public final void swap(long a, long b) {
    beforeChange();
    if (inBounds(a) && inBounds(b)) {
      exchange((int) a, (int) b);
    }
  }

  /// Whether changes are refused.
  public final boolean isFrozen() {
    return frozen;
  }

  @Override
  public final void freeze() {
    if (!frozen) {
      frozen = true;
      freezeElements();
    }
  }

  /// Refuses a change of a frozen list.
  ///
  /// @throws ScriptException `FROZEN`
  final void beforeChange() {
    if (frozen) {
      throw new ScriptException(
          Fault.FROZEN, "the list is, or is part of, a constant and cannot be changed");
    }
  }

  /// Makes room for one element at the end; called when the array is full or the list frozen.
  final void beforeAdding() {
    beforeChange();
    makeRoom(1);
  }

  /// Whether an addition at the end must go through [#beforeAdding].
  final boolean isClosed(int room) {
    return size == room || frozen;
  }

  /// Makes room for more elements.
  final void makeRoom(int more) {
    int room = room();
    if (more > room - size) {
      long needed = (long) size + more;
      if (needed > MAX) {
        throw new ScriptException(Fault.MEMORY, "a list has at most " + MAX + " elements");
      }
      int least = Math.max(width() == 1 ? 8 : 4, (int) needed);
      int length = Integer.highestOneBit(least - 1) << 1;
      charge((long) length * width());
      move(length);
    }
  }

  /// Counts a large piece of memory.
  static void charge(long octets) {
    if (octets > UNCOUNTED) {
      Execution.charge(octets);
    }
  }

  /// Opens a gap of one element and gives its index.
  ///
  /// @throws ScriptException `INDEX` if the position is behind the end
  final int gap(long index) {
    beforeChange();
    if (index < 0 || index > size) {
      throw outOfBounds(index);
    }
    makeRoom(1);
    int at = (int) index;
    System.arraycopy(array(), at, array(), at + 1, size - at);
    size++;
    return at;
  }

  /// Closes the place of an element that has been taken.
  final void close(int at) {
    System.arraycopy(array(), at + 1, array(), at, size - at - 1);
    forget(--size, size + 1);
  }

  /// The index of an element that must be there.
  ///
  /// @throws ScriptException `INDEX` if it is not
  public final int checked(long index) {
    if (!inBounds(index)) {
      throw outOfBounds(index);
    }
    return (int) index;
  }

  /// The fault of a position where nothing is.
  public final ScriptException outOfBounds(long index) {
    return new ScriptException(
        Fault.INDEX,
        "position " + Long.toUnsignedString(index) + " in a list of " + size + " elements");
  }

  /// Appends the elements of another list of the same class.
  final void append(RotoList other) {
    beforeChange();
    int more = other.size;
    makeRoom(more);
    System.arraycopy(other.array(), 0, array(), size, more);
    size += more;
  }

  /// A copy of a part, in a new list of the same class.
  ///
  /// @throws ScriptException `INDEX` unless `start <= end <= len`
  final RotoList part(long start, long end) {
    if (start < 0 || end < start || end > size) {
      throw new ScriptException(
          Fault.INDEX,
          "part %s..%s of a list of %d elements"
              .formatted(Long.toUnsignedString(start), Long.toUnsignedString(end), size));
    }
    int length = (int) (end - start);
    charge((long) length * width());
    RotoList copy = fresh(length);
    System.arraycopy(array(), (int) start, copy.array(), 0, length);
    copy.size = length;
    return copy;
  }

  /// Both lists, one after the other, in a new list.
  final RotoList both(RotoList other) {
    long length = (long) size + other.size;
    if (length > MAX) {
      throw new ScriptException(Fault.MEMORY, "a list has at most " + MAX + " elements");
    }
    charge(length * width());
    RotoList copy = fresh((int) length);
    System.arraycopy(array(), 0, copy.array(), 0, size);
    System.arraycopy(other.array(), 0, copy.array(), size, other.size);
    copy.size = (int) length;
    return copy;
  }

  /// The position as an option that the search for an element found, or -1.
  static @Nullable Object position(int found) {
    return found < 0 ? null : (Object) (long) found;
  }

  @Override
  public final @Nullable Object get(int index) {
    java.util.Objects.checkIndex(index, size);
    return boxed(index);
  }

  @Override
  public final @Nullable Object set(int index, @Nullable Object value) {
    beforeChange();
    Object before = get(index);
    putBoxed(index, value);
    return before;
  }

  @Override
  public final void add(int index, @Nullable Object value) {
    putBoxed(gap(java.util.Objects.checkIndex(index, size + 1)), value);
  }

  @Override
  public final @Nullable Object remove(int index) {
    beforeChange();
    Object before = get(index);
    close(index);
    return before;
  }

  /// Whether scripts see the lists as equal: the same handle, or equal elements in the same order.
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof RotoList list) || list.size != size) {
      return !(other instanceof RotoList) && super.equals(other);
    }
    for (int i = 0; i < size; i++) {
      if (!Values.equal(boxed(i), list.boxed(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + Values.hash(boxed(i));
    }
    return hash;
  }
}
