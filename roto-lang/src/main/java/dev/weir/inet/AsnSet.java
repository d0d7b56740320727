package dev.weir.inet;

import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A set of AS numbers, kept as ranges that neither meet nor touch, in order.
///
/// A look-up is a binary search and makes no object. Additions at the end are cheap; others wait
/// until there are some, or the set is asked, and are then sorted in together.
///
/// A set that is frozen can be read by any number of threads; until then it belongs to one.
public final class AsnSet {
  private static final int BUFFER = 512;

  private long[] starts = new long[4];
  private long[] ends = new long[4];
  private int count;
  private long[] waiting = new long[8];
  private int waitingCount;
  private boolean frozen;

  /// Makes an empty set.
  public AsnSet() {}

  /// Adds a number.
  ///
  /// @throws IllegalStateException if the set is frozen
  public void add(Asn asn) {
    addRange(asn, asn);
  }

  /// Adds all numbers from one to another, both among them.
  ///
  /// @throws IllegalArgumentException if the first is larger
  /// @throws IllegalStateException if the set is frozen
  public void addRange(Asn first, Asn last) {
    if (frozen) {
      throw new IllegalStateException("the set is frozen");
    }
    if (first.compareTo(last) > 0) {
      throw new IllegalArgumentException("no range: " + first + " to " + last);
    }
    if (waitingCount == 0 && (count == 0 || first.number() >= starts[count - 1])) {
      append(first.number(), last.number());
      return;
    }
    if (waitingCount == BUFFER) {
      sortIn();
    } else if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingCount);
    }
    waiting[waitingCount++] = first.number() << 32 | last.number();
  }

  /// Returns whether a number is in the set.
  public boolean contains(Asn asn) {
    return contains(asn.bits());
  }

  /// Returns whether the number with these bits is in the set.
  public boolean contains(int bits) {
    sortIn();
    long number = Integer.toUnsignedLong(bits);
    int found = Arrays.binarySearch(starts, 0, count, number);
    int range = found >= 0 ? found : -found - 2;
    return range >= 0 && number <= ends[range];
  }

  /// Returns how many numbers are in the set.
  public long size() {
    sortIn();
    long size = 0;
    for (int i = 0; i < count; i++) {
      size += ends[i] - starts[i] + 1;
    }
    return size;
  }

  /// Makes every later addition an error.
  public void freeze() {
    sortIn();
    frozen = true;
  }

  /// Returns whether additions are refused.
  public boolean isFrozen() {
    return frozen;
  }

  private void sortIn() {
    if (waitingCount == 0) {
      return;
    }
    long[] more = Arrays.copyOf(waiting, waitingCount);
    waitingCount = 0;
    for (int i = 0; i < more.length; i++) {
      more[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(more);
    long[] oldStarts = starts;
    long[] oldEnds = ends;
    int old = count;
    starts = new long[old + more.length];
    ends = new long[old + more.length];
    count = 0;
    int i = 0;
    for (long packed : more) {
      long range = packed ^ Long.MIN_VALUE;
      while (i < old && oldStarts[i] <= range >>> 32) {
        append(oldStarts[i], oldEnds[i++]);
      }
      append(range >>> 32, range & 0xffff_ffffL);
    }
    while (i < old) {
      append(oldStarts[i], oldEnds[i++]);
    }
  }

  /// Adds a range that does not begin before the last one.
  private void append(long start, long end) {
    if (count > 0 && start <= ends[count - 1] + 1) {
      ends[count - 1] = Math.max(ends[count - 1], end);
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof AsnSet set)) {
      return false;
    }
    sortIn();
    set.sortIn();
    return Arrays.equals(starts, 0, count, set.starts, 0, set.count)
        && Arrays.equals(ends, 0, count, set.ends, 0, set.count);
  }

  @Override
  public int hashCode() {
    sortIn();
    int hash = 1;
    for (int i = 0; i < count; i++) {
      hash = 31 * (31 * hash + Long.hashCode(starts[i])) + Long.hashCode(ends[i]);
    }
    return hash;
  }

  /// Returns the ranges: `[AS1, AS5-AS9]`.
  @Override
  public String toString() {
    sortIn();
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < count; i++) {
      text.add("AS" + starts[i] + (starts[i] == ends[i] ? "" : "-AS" + ends[i]));
    }
    return text.toString();
  }
}
