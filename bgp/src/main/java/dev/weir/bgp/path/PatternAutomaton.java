package dev.weir.bgp.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The deterministic automaton of a [PatternCode], made while paths are read: a state is a set of
/// its nodes, and a transition is worked out when it is first taken.
///
/// **Table.** The row of a state has a cell for each class of symbols and one for the end of the
/// path. A cell is 0 while it is unknown, else the next state plus one. State 0 is where no match
/// is possible any more and state 1 where there has been one, whatever follows.
///
/// **Threads.** A reader fetches the table once for each path and then only loads cells. A cell is
/// written once, under the lock, and says all there is to say in its 32 bits; a reader that does
/// not see it yet takes the lock and gets the same answer. When the table grows it is copied, and a
/// reader that holds the old one takes the lock for what is beyond it. So readers never wait once
/// the transitions they need are known, and nothing is allocated.
///
/// **Bound.** A pattern can have more states than there is memory. At [#MOST_STATES] no more are
/// made, [#step] says [#UNKNOWN], and the caller follows the sets of nodes instead ([#simulate]),
/// which is slower by the number of nodes, and linear in the path all the same.
final class PatternAutomaton {
  /// No match is possible any more.
  static final int DEAD = 0;

  /// There has been a match.
  static final int MATCHED = 1;

  /// Before the first symbol.
  static final int BEGIN = 2;

  /// There is no room for the state.
  static final int UNKNOWN = -1;

  private static final int MOST_STATES = 2000;

  private final PatternCode code;
  private final int classes;
  private final int stride;
  private final List<long[]> sets = new ArrayList<>();
  private final Map<Key, Integer> states = new HashMap<>();
  private volatile int[] table;
  private volatile Unions unions = new Unions(new long[0], new int[0]);

  PatternAutomaton(PatternCode code) {
    this.code = code;
    this.classes = code.classes();
    this.stride = classes + 1;
    long[] begin = code.begin();
    this.table = new int[8 * stride];
    Arrays.fill(table, 0, stride, DEAD + 1);
    Arrays.fill(table, stride, 2 * stride, MATCHED + 1);
    sets.add(new long[begin.length]);
    sets.add(new long[begin.length]);
    sets.add(begin);
    // The first set is no other: only there the end of the path may be its start.
    if (code.hasMatched(begin)) {
      Arrays.fill(table, BEGIN * stride, (BEGIN + 1) * stride, MATCHED + 1);
    }
  }

  /// The transitions that are known now.
  int[] table() {
    return table;
  }

  /// The state behind one more symbol, or [#UNKNOWN].
  ///
  /// @param known what [#table] gave
  int step(int[] known, int state, int symbol) {
    int cell = state * stride + symbol;
    int next = cell < known.length ? known[cell] : 0;
    return next != 0 ? next - 1 : learn(state, symbol);
  }

  /// [#MATCHED] or [#DEAD]: what it comes to if the path ends here.
  int end(int[] known, int state) {
    return step(known, state, classes);
  }

  /// The state in which a match is possible wherever one is in either of two, or [#UNKNOWN].
  int union(int one, int other) {
    if (one == other || other == DEAD || one == MATCHED) {
      return one;
    }
    if (one == DEAD || other == MATCHED) {
      return other;
    }
    long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
    int found = unions.find(key);
    return found >= 0 ? found : learnUnion(key);
  }

  private synchronized int learn(int state, int symbol) {
    int cell = state * stride + symbol;
    if (table[cell] != 0) {
      return table[cell] - 1;
    }
    long[] set = sets.get(state);
    int next;
    if (symbol == classes) {
      next = code.matchesAtEnd(set, state == BEGIN) ? MATCHED : DEAD;
    } else {
      next = stateOf(code.step(set, symbol));
    }
    table[cell] = next + 1;
    return next;
  }

  private synchronized int learnUnion(long key) {
    int found = unions.find(key);
    if (found < 0) {
      long[] set = sets.get((int) (key >>> 32)).clone();
      long[] other = sets.get((int) key);
      for (int i = 0; i < set.length; i++) {
        set[i] |= other[i];
      }
      found = stateOf(set);
      if (found >= 0) {
        unions = unions.with(key, found);
      }
    }
    return found;
  }

  private int stateOf(long[] set) {
    if (code.hasMatched(set)) {
      return MATCHED;
    }
    if (Arrays.stream(set).allMatch(word -> word == 0)) {
      return DEAD;
    }
    Key key = new Key(set);
    Integer known = states.get(key);
    if (known != null) {
      return known;
    }
    if (sets.size() == MOST_STATES) {
      return UNKNOWN;
    }
    int state = sets.size();
    sets.add(set);
    states.put(key, state);
    if (sets.size() * stride > table.length) {
      table = Arrays.copyOf(table, 2 * sets.size() * stride);
    }
    return state;
  }

  /// Matches without the table.
  ///
  /// @param places one behind another, each the classes that stand there side by side
  boolean simulate(List<int[]> places) {
    long[] set = code.begin();
    for (int[] place : places) {
      if (code.hasMatched(set)) {
        return true;
      }
      long[] next = new long[set.length];
      for (int symbol : place) {
        long[] one = code.step(set, symbol);
        for (int i = 0; i < next.length; i++) {
          next[i] |= one[i];
        }
      }
      set = next;
    }
    return code.matchesAtEnd(set, places.isEmpty());
  }

  /// A set of nodes as a key.
  private static final class Key {
    private final long[] set;

    Key(long[] set) {
      this.set = set;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(set, key.set);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(set);
    }
  }

  /// Known unions of two states, in the order of their keys. There are few: sets are rare on paths.
  private static final class Unions {
    private final long[] keys;
    private final int[] results;

    Unions(long[] keys, int[] results) {
      this.keys = keys;
      this.results = results;
    }

    int find(long key) {
      int found = Arrays.binarySearch(keys, key);
      return found < 0 ? -1 : results[found];
    }

    Unions with(long key, int result) {
      int at = -Arrays.binarySearch(keys, key) - 1;
      long[] moreKeys = Arrays.copyOf(keys, keys.length + 1);
      int[] moreResults = Arrays.copyOf(results, results.length + 1);
      System.arraycopy(keys, at, moreKeys, at + 1, keys.length - at);
      System.arraycopy(results, at, moreResults, at + 1, keys.length - at);
      moreKeys[at] = key;
      moreResults[at] = result;
      return new Unions(moreKeys, moreResults);
    }
  }
}
