package dev.weir.bgp.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// The symbols of a pattern, put into classes: two symbols that no part of the pattern tells apart
/// are in one class. So the automaton has a column for each class, not for each of 2^32 AS numbers.
final class PatternAlphabet {
  /// What the text of a path is made of.
  static final String CHARACTERS = "0123456789 ,{}()[]<>";

  /// The first symbol of each class but the first, with the highest bit flipped so that they are in
  /// signed order.
  private final int[] firsts;

  private PatternAlphabet(int[] firsts) {
    this.firsts = firsts;
  }

  /// Finds the classes of a pattern.
  static PatternAlphabet of(PatternTree tree) {
    TreeSet<Long> edges = new TreeSet<>();
    collect(tree, edges);
    edges.remove(0L);
    edges.remove(1L << 32);
    int[] firsts = new int[edges.size()];
    int count = 0;
    for (long edge : edges) {
      firsts[count++] = (int) edge ^ Integer.MIN_VALUE;
    }
    return new PatternAlphabet(firsts);
  }

  private static void collect(PatternTree tree, TreeSet<Long> edges) {
    switch (tree) {
      case PatternTree.Empty _, PatternTree.Start _, PatternTree.End _ -> {}
      case PatternTree.Symbols symbols ->
          Arrays.stream(symbols.ranges().edges()).forEach(edges::add);
      case PatternTree.Sequence sequence -> sequence.parts().forEach(part -> collect(part, edges));
      case PatternTree.Choice choice -> choice.options().forEach(option -> collect(option, edges));
      case PatternTree.Repeat repeat -> collect(repeat.inner(), edges);
    }
  }

  /// How many classes there are.
  int size() {
    return firsts.length + 1;
  }

  /// The class of a symbol.
  int classOf(int symbol) {
    int sought = symbol ^ Integer.MIN_VALUE;
    int from = 0;
    int to = firsts.length;
    while (from < to) {
      int middle = from + to >>> 1;
      if (firsts[middle] <= sought) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// The classes whose symbols are in a set.
  int[] classesOf(PatternTree.Ranges ranges) {
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      long first = i == 0 ? 0 : Integer.toUnsignedLong(firsts[i - 1] ^ Integer.MIN_VALUE);
      if (ranges.contains(first)) {
        classes.add(i);
      }
    }
    return classes.stream().mapToInt(Integer::intValue).toArray();
  }
}
