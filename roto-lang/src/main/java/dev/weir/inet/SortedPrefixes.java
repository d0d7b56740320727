package dev.weir.inet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Prefixes of one family in order, each with the set of lengths that it lets match. Immutable, but
/// for the index that is made when it is first asked for.
///
/// All that a look-up needs of a prefix stands together in one array, so that it comes with one
/// line of the processor's cache: the bits, 64 for IPv4 (32 and zeros) and 128 for IPv6, and a word
/// with the length (8 bits) and two numbers of 28 bits that belong to the [index](PrefixTrie).
final class SortedPrefixes {
  /// How many prefixes there can be.
  static final int MAX = (1 << 28) - 1;

  private static final int FIELD = 28;

  final int width;
  final int count;
  private final int stride;
  private final long[] words;
  private final int[] lengths;

  private @Nullable PrefixTrie trie;

  private SortedPrefixes(int width, long[] words, int[] lengths) {
    this.width = width;
    this.stride = stride(width);
    this.words = words;
    this.lengths = lengths;
    this.count = lengths.length;
  }

  /// One prefix.
  static SortedPrefixes of(int width, long high, long low, int length, int lengths) {
    long[] words = width == 32 ? new long[] {high, length} : new long[] {high, low, length};
    return new SortedPrefixes(width, words, new int[] {lengths});
  }

  private static int stride(int width) {
    return width == 32 ? 2 : 3;
  }

  /// The first half of the bits of a prefix.
  long high(int index) {
    return words[index * stride];
  }

  /// The second half of the bits of a prefix.
  long low(int index) {
    return stride == 2 ? 0 : words[index * stride + 1];
  }

  private long last(int index) {
    return words[index * stride + stride - 1];
  }

  /// The length of a prefix.
  int length(int index) {
    return (int) last(index) & 0xff;
  }

  /// The lengths that a prefix was added with.
  int lengths(int index) {
    return lengths[index];
  }

  /// The next shorter prefix around a prefix, or -1.
  int parent(int index) {
    return (int) (last(index) >>> 8 + FIELD) - 1;
  }

  /// The lengths that a prefix and all around it let match.
  int united(int index) {
    return (int) (last(index) >>> 8) & MAX;
  }

  /// Whether a prefix comes after another in the order.
  boolean isBehind(int index, long high, long low, int length) {
    long own = high(index);
    if (own != high) {
      return own + Long.MIN_VALUE > high + Long.MIN_VALUE;
    }
    long ownLow = low(index);
    return ownLow != low ? ownLow + Long.MIN_VALUE > low + Long.MIN_VALUE : length(index) > length;
  }

  /// Keeps what the index has found out about a prefix.
  void link(int index, int parent, int united) {
    words[index * stride + stride - 1] =
        (long) (parent + 1) << 8 + FIELD | (long) united << 8 | length(index);
  }

  /// A prefix as a value of its own.
  Prefix prefix(int index) {
    return width == 32
        ? new Prefix4((int) (high(index) >>> 32), length(index))
        : new Prefix6(high(index), low(index), length(index));
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
    if (room > MAX) {
      throw new IllegalStateException("a set has at most " + MAX + " prefixes");
    }
    long[] mergedWords = new long[room * stride];
    int[] mergedLengths = new int[room];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < count || j < other.count) {
      int order = i == count ? 1 : j == other.count ? -1 : compare(i, other, j);
      SortedPrefixes from = order <= 0 ? this : other;
      int at = order <= 0 ? i : j;
      System.arraycopy(from.words, at * stride, mergedWords, size * stride, stride);
      mergedLengths[size] =
          order == 0 ? sets.union(lengths[i], other.lengths[j]) : from.lengths[at];
      size++;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return size == room
        ? new SortedPrefixes(width, mergedWords, mergedLengths)
        : new SortedPrefixes(
            width, Arrays.copyOf(mergedWords, size * stride), Arrays.copyOf(mergedLengths, size));
  }

  private int compare(int index, SortedPrefixes other, int at) {
    int order = Long.compareUnsigned(high(index), other.high(at));
    if (order == 0) {
      order = Long.compareUnsigned(low(index), other.low(at));
    }
    return order != 0 ? order : Integer.compare(length(index), other.length(at));
  }

  /// Whether both hold the same prefixes with the same lengths.
  boolean sameAs(LengthSets sets, SortedPrefixes other, LengthSets otherSets) {
    if (count != other.count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (compare(i, other, i) != 0
          || !LengthSets.same(sets, lengths[i], otherSets, other.lengths[i])) {
        return false;
      }
    }
    return true;
  }
}
