package dev.weir.bgp.path;

import dev.weir.bgp.type.MalformedPattern;
import java.util.Arrays;

/// A pattern as a nondeterministic automaton, made as K. Thompson describes it ("Regular expression
/// search algorithm", CACM 11, 1968): small nodes that read one symbol, or none, and go on at one
/// node or at two.
///
/// A *set* of nodes is a bit for each. It holds every node that can be reached without reading, as
/// far as that does not depend on being at the end of the path. A pattern may begin anywhere, so
/// each set but the first also has the nodes a match starts from.
final class PatternCode {
  private static final int MOST_NODES = 4000;

  /// What a node does.
  private static final byte READ = 0;

  private static final byte FORK = 1;
  private static final byte START = 2;
  private static final byte END = 3;
  private static final byte MATCH = 4;

  private final String pattern;
  private final PatternAlphabet alphabet;
  private byte[] kinds = new byte[32];
  private int[] firsts = new int[32];
  private int[] seconds = new int[32];
  private long[][] reads = new long[32][];
  private int count;
  private final int start;

  /// Translates a pattern.
  ///
  /// @throws MalformedPattern if it repeats itself so often that it gets too large
  PatternCode(String pattern, PatternTree tree, PatternAlphabet alphabet) {
    this.pattern = pattern;
    this.alphabet = alphabet;
    this.start = translate(tree, node(MATCH, -1, -1, 1), 1);
  }

  /// Makes the nodes of a pattern that goes on at `next`; returns where it begins. They are made
  /// from the back.
  private int translate(PatternTree tree, int next, int column) {
    return switch (tree) {
      case PatternTree.Empty _ -> next;
      case PatternTree.Start _ -> node(START, next, -1, column);
      case PatternTree.End _ -> node(END, next, -1, column);
      case PatternTree.Symbols symbols -> {
        int node = node(READ, next, -1, column);
        reads[node] = new long[(alphabet.size() + 63) / 64];
        for (int symbol : alphabet.classesOf(symbols.ranges())) {
          reads[node][symbol >> 6] |= 1L << symbol;
        }
        yield node;
      }
      case PatternTree.Sequence sequence -> {
        int at = next;
        for (PatternTree part : sequence.parts().reversed()) {
          at = translate(part, at, column);
        }
        yield at;
      }
      case PatternTree.Choice choice -> {
        int at = -1;
        for (PatternTree option : choice.options().reversed()) {
          int begins = translate(option, next, column);
          at = at < 0 ? begins : node(FORK, begins, at, column);
        }
        yield at;
      }
      case PatternTree.Repeat repeat -> repeat(repeat, next);
    };
  }

  private int repeat(PatternTree.Repeat repeat, int next) {
    int at = next;
    if (repeat.most() < 0) {
      int loop = node(FORK, -1, next, repeat.column());
      int inner = translate(repeat.inner(), loop, repeat.column());
      firsts[loop] = inner;
      at = loop;
    } else {
      for (int i = repeat.least(); i < repeat.most(); i++) {
        at = node(FORK, translate(repeat.inner(), at, repeat.column()), next, repeat.column());
      }
    }
    for (int i = 0; i < repeat.least(); i++) {
      at = translate(repeat.inner(), at, repeat.column());
    }
    return at;
  }

  private int node(byte kind, int first, int second, int column) {
    if (count == MOST_NODES) {
      throw new MalformedPattern(
          pattern, column, "the pattern gets too large here; let it repeat less often");
    }
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      firsts = Arrays.copyOf(firsts, 2 * count);
      seconds = Arrays.copyOf(seconds, 2 * count);
      reads = Arrays.copyOf(reads, 2 * count);
    }
    kinds[count] = kind;
    firsts[count] = first;
    seconds[count] = second;
    return count++;
  }

  /// How many classes of symbols there are.
  int classes() {
    return alphabet.size();
  }

  /// The set before the first symbol.
  long[] begin() {
    long[] set = new long[(count + 63) / 64];
    add(set, start, true, false);
    return set;
  }

  /// The set behind one more symbol.
  long[] step(long[] from, int symbol) {
    long[] set = new long[from.length];
    for (int word = 0; word < from.length; word++) {
      for (long left = from[word]; left != 0; left &= left - 1) {
        int node = (word << 6) + Long.numberOfTrailingZeros(left);
        if (kinds[node] == READ && (reads[node][symbol >> 6] >>> symbol & 1) != 0) {
          add(set, firsts[node], false, false);
        }
      }
    }
    add(set, start, false, false);
    return set;
  }

  /// Whether a match has ended in this set.
  boolean hasMatched(long[] set) {
    return (set[0] & 1) != 0;
  }

  /// Whether the path may end in this set.
  ///
  /// @param empty whether the set is that of [#begin], so that the end is also the start
  boolean matchesAtEnd(long[] set, boolean empty) {
    long[] reached = new long[set.length];
    for (int word = 0; word < set.length; word++) {
      for (long left = set[word]; left != 0; left &= left - 1) {
        int node = (word << 6) + Long.numberOfTrailingZeros(left);
        if (kinds[node] == END) {
          add(reached, firsts[node], empty, true);
        }
      }
    }
    return hasMatched(set) || hasMatched(reached);
  }

  /// Adds a node and all that can be reached from it without reading. A start that is not at the
  /// start leads nowhere and is left out.
  private void add(long[] set, int node, boolean atStart, boolean atEnd) {
    if ((set[node >> 6] >>> node & 1) != 0 || (kinds[node] == START && !atStart)) {
      return;
    }
    set[node >> 6] |= 1L << node;
    if (kinds[node] == FORK || kinds[node] == START || (kinds[node] == END && atEnd)) {
      add(set, firsts[node], atStart, atEnd);
    }
    if (kinds[node] == FORK) {
      add(set, seconds[node], atStart, atEnd);
    }
  }
}
