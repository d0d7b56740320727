package dev.weir.inet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Prefixes of one family in order, each with the set of lengths that it lets match. Immutable, but
/// for the index that is made when it is first asked for.
///
/// The bits of a prefix are 128, from the left; those of IPv4 are the first 32, and there the
/// second halves are not kept.
final class SortedPrefixes {
  final int width;
  final int count;
  final long[] high;
  final long[] low;
  final byte[] length;
  final int[] lengths;

  private @Nullable PrefixTrie trie;

  /// Makes room; the caller fills the arrays.
  private SortedPrefixes(int width, long[] high, long[] low, byte[] length, int[] lengths) {
    this.width = width;
    this.count = high.length;
    this.high = high;
    this.low = low;
    this.length = length;
    this.lengths = lengths;
  }

  /// One prefix.
  static SortedPrefixes of(int width, long high, long low, int length, int lengths) {
    return new SortedPrefixes(
        width,
        new long[] {high},
        width == 32 ? new long[0] : new long[] {low},
        new byte[] {(byte) length},
        new int[] {lengths});
  }

  /// The second half of the bits of a prefix.
  long low(int index) {
    return low.length == 0 ? 0 : low[index];
  }

  /// The length of a prefix.
  int length(int index) {
    return length[index] & 0xff;
  }

  /// A prefix as a value of its own.
  Prefix prefix(int index) {
    return width == 32
        ? new Prefix4((int) (high[index] >>> 32), length(index))
        : new Prefix6(high[index], low[index], length(index));
  }

  /// The index for look-ups.
  PrefixTrie trie(LengthSets sets) {
    PrefixTrie known = trie;
    if (known == null) {
      known = new PrefixTrie(this, sets);
      trie = known;
    }
    return known;
  }

  /// Both, each prefix once.
  SortedPrefixes merged(SortedPrefixes other, LengthSets sets) {
    int room = count + other.count;
    long[] highs = new long[room];
    long[] lows = new long[width == 32 ? 0 : room];
    byte[] allLengths = new byte[room];
    int[] allSets = new int[room];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < count || j < other.count) {
      int order = i == count ? 1 : j == other.count ? -1 : compare(i, other, j);
      SortedPrefixes from = order <= 0 ? this : other;
      int at = order <= 0 ? i : j;
      highs[size] = from.high[at];
      if (lows.length > 0) {
        lows[size] = from.low[at];
      }
      allLengths[size] = from.length[at];
      allSets[size] = order == 0 ? sets.union(lengths[i], other.lengths[j]) : from.lengths[at];
      size++;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new SortedPrefixes(
        width,
        cut(highs, size),
        lows.length == 0 ? lows : cut(lows, size),
        size == room ? allLengths : Arrays.copyOf(allLengths, size),
        size == room ? allSets : Arrays.copyOf(allSets, size));
  }

  private static long[] cut(long[] array, int size) {
    return size == array.length ? array : Arrays.copyOf(array, size);
  }

  private int compare(int index, SortedPrefixes other, int at) {
    int order = Long.compareUnsigned(high[index], other.high[at]);
    if (order == 0) {
      order = Long.compareUnsigned(low(index), other.low(at));
    }
    return order != 0 ? order : Integer.compare(length(index), other.length(at));
  }

  /// Whether both hold the same prefixes with the same lengths.
  boolean sameAs(LengthSets sets, SortedPrefixes other, LengthSets otherSets) {
    if (!Arrays.equals(high, other.high)
        || !Arrays.equals(low, other.low)
        || !Arrays.equals(length, other.length)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!LengthSets.same(sets, lengths[i], otherSets, other.lengths[i])) {
        return false;
      }
    }
    return true;
  }
}
