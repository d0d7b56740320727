package dev.weir.inet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Sets of prefix lengths, 0 to 128, each kept once and known by a number.
///
/// A set of a million prefixes uses few different sets of lengths, mostly those of one length, so a
/// prefix needs only the number. The set of the one length `n` has the number `n`.
final class LengthSets {
  private static final int WORDS = 3;
  private static final int LENGTHS = 129;

  private record Key(long a, long b, long c) {}

  private final Map<Key, Integer> numbers = new HashMap<>();
  private long[] words = new long[WORDS * 2 * LENGTHS];
  private int count;

  LengthSets() {
    for (int length = 0; length < LENGTHS; length++) {
      range(length, length);
    }
  }

  /// The number of the set of all lengths from one to another.
  int range(int from, int to) {
    long[] bits = new long[WORDS];
    for (int length = from; length <= to; length++) {
      bits[length >>> 6] |= 1L << length;
    }
    return number(bits[0], bits[1], bits[2]);
  }

  /// The number of the set of lengths that are in one of two sets.
  int union(int one, int other) {
    if (one == other) {
      return one;
    }
    int i = one * WORDS;
    int j = other * WORDS;
    return number(words[i] | words[j], words[i + 1] | words[j + 1], words[i + 2] | words[j + 2]);
  }

  /// Whether a set has a length.
  boolean contains(int set, int length) {
    return (words[set * WORDS + (length >>> 6)] >>> length & 1) != 0;
  }

  /// Whether two sets, perhaps kept in different places, have the same lengths.
  static boolean same(LengthSets sets, int set, LengthSets otherSets, int other) {
    return Arrays.equals(
        sets.words,
        set * WORDS,
        set * WORDS + WORDS,
        otherSets.words,
        other * WORDS,
        other * WORDS + WORDS);
  }

  private int number(long a, long b, long c) {
    Key key = new Key(a, b, c);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    if ((count + 1) * WORDS > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[count * WORDS] = a;
    words[count * WORDS + 1] = b;
    words[count * WORDS + 2] = c;
    numbers.put(key, count);
    return count++;
  }
}
