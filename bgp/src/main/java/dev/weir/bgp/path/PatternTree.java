package dev.weir.bgp.path;

import java.util.Arrays;
import java.util.List;

/// A pattern as it was written, before it becomes an automaton.
sealed interface PatternTree {

  /// Nothing, which always matches.
  record Empty() implements PatternTree {}

  /// The start of the path.
  record Start() implements PatternTree {}

  /// The end of the path.
  record End() implements PatternTree {}

  /// One symbol of a set.
  record Symbols(Ranges ranges) implements PatternTree {}

  /// One behind another.
  record Sequence(List<PatternTree> parts) implements PatternTree {}

  /// One of several.
  record Choice(List<PatternTree> options) implements PatternTree {}

  /// The same again and again.
  ///
  /// @param most how often at the most, or -1 for any number
  /// @param column where the pattern says so
  record Repeat(PatternTree inner, int least, int most, int column) implements PatternTree {}

  /// A set of symbols, which are 32-bit unsigned numbers, as ranges in order that do not touch:
  /// from and to of the first, of the second, and so on.
  final class Ranges {
    private static final long MAX = 0xffff_ffffL;

    /// Every symbol.
    static final Ranges ALL = new Ranges(new long[] {0, MAX});

    private final long[] bounds;

    private Ranges(long[] bounds) {
      this.bounds = bounds;
    }

    /// The union of ranges in any order.
    static Ranges of(List<long[]> unordered) {
      List<long[]> ordered = unordered.stream().sorted((a, b) -> Long.compare(a[0], b[0])).toList();
      long[] bounds = new long[2 * ordered.size()];
      int count = 0;
      for (long[] range : ordered) {
        if (count > 0 && range[0] <= bounds[count - 1] + 1) {
          bounds[count - 1] = Math.max(bounds[count - 1], range[1]);
        } else {
          bounds[count++] = range[0];
          bounds[count++] = range[1];
        }
      }
      return new Ranges(Arrays.copyOf(bounds, count));
    }

    static Ranges one(long symbol) {
      return new Ranges(new long[] {symbol, symbol});
    }

    /// All symbols that are not in the set.
    Ranges complement() {
      long[] outside = new long[bounds.length + 2];
      int count = 0;
      long from = 0;
      for (int i = 0; i < bounds.length; i += 2) {
        if (bounds[i] > from) {
          outside[count++] = from;
          outside[count++] = bounds[i] - 1;
        }
        from = bounds[i + 1] + 1;
      }
      if (from <= MAX) {
        outside[count++] = from;
        outside[count++] = MAX;
      }
      return new Ranges(Arrays.copyOf(outside, count));
    }

    boolean contains(long symbol) {
      for (int i = 0; i < bounds.length; i += 2) {
        if (symbol >= bounds[i] && symbol <= bounds[i + 1]) {
          return true;
        }
      }
      return false;
    }

    /// Where ranges begin, and where they have just ended.
    long[] edges() {
      long[] edges = bounds.clone();
      for (int i = 1; i < edges.length; i += 2) {
        edges[i]++;
      }
      return edges;
    }
  }
}
