package dev.weir.inet;

import java.util.Arrays;

/// An index over [SortedPrefixes] that finds the longest prefix around an address in a few steps.
///
/// **Order does most of it.** The prefixes are sorted by address, the shorter first, so whatever is
/// in a prefix follows it directly. Take what is sought into that order: the prefix before it is
/// the longest around it, or is, somewhere, inside that one. So each prefix knows its *parent*, the
/// next shorter one around it, and a look-up finds the place and goes up until the prefix is short
/// enough.
///
/// **The place** is found with a level-compressed trie (S. Nilsson, G. Karlsson, "IP-address lookup
/// using LC-tries", IEEE JSAC 17, 1999). A node looks at as many bits at once as keep half of its
/// children in use, and leaves out bits that all below share; a leaf is a run of up to eight
/// prefixes, which lie side by side. So the depth grows with log log of the number of prefixes
/// where these are spread evenly, and hardly more where they are not, and the nodes of a million
/// prefixes fit into a processor's cache; what remains is the access to the run.
///
/// Bits that were left out are not compared on the way. If those of the sought one differ, the walk
/// ends at a wrong place, but among prefixes that are all inside whatever is around the sought one,
/// and going up finds it just so.
///
/// For each prefix the lengths that it *and all around it* let match are united beforehand, so
/// membership is that walk and the test of one bit.
///
/// A node is a `long`. The low 6 bits are the number of bits to look at, then 8 for the number to
/// leave out before, and the rest is the index of the first child. Of a leaf the first is 0, and
/// what follows are the size of the run and the index of its first prefix.
final class PrefixTrie {
  private static final int BRANCH_BITS = 6;
  private static final int SKIP_BITS = 8;
  private static final int POINTER_SHIFT = BRANCH_BITS + SKIP_BITS;
  private static final int MAX_BRANCH = 20;
  private static final int RUN = 8;

  private final SortedPrefixes prefixes;
  private final LengthSets sets;
  private long[] nodes = new long[16];
  private int nodeCount = 1;

  /// Builds the index, in time linear in the number of prefixes for each level.
  PrefixTrie(SortedPrefixes prefixes, LengthSets sets) {
    this.prefixes = prefixes;
    this.sets = sets;
    linkParents();
    build(0, 0, prefixes.count, 0);
    nodes = Arrays.copyOf(nodes, nodeCount);
  }

  /// The longest prefix that covers some bits, or -1.
  ///
  /// @param length how many bits count; the others are zero
  int longest(long high, long low, int length) {
    int found = place(high, low, length);
    if (found < 0) {
      return found;
    }
    int limit = Math.min(length, common(found, high, low));
    while (found >= 0 && prefixes.length(found) > limit) {
      found = prefixes.parent(found);
    }
    return found;
  }

  /// Whether some prefix covers this one and lets its length match.
  boolean matches(long high, long low, int length) {
    int found = longest(high, low, length);
    return found >= 0 && sets.contains(prefixes.united(found), length);
  }

  /// The last prefix that is not behind the sought one in the order, or -1; see above.
  private int place(long high, long low, int length) {
    long node = nodes[0];
    int position = 0;
    int branch = (int) node & (1 << BRANCH_BITS) - 1;
    while (branch != 0) {
      position += (int) (node >>> BRANCH_BITS) & (1 << SKIP_BITS) - 1;
      node = nodes[(int) (node >>> POINTER_SHIFT) + bits(high, low, position, branch)];
      position += branch;
      branch = (int) node & (1 << BRANCH_BITS) - 1;
    }
    int from = (int) (node >>> POINTER_SHIFT);
    int to = from + ((int) (node >>> BRANCH_BITS) & (1 << SKIP_BITS) - 1);
    while (from < to) {
      int middle = from + to >>> 1;
      if (prefixes.isBehind(middle, high, low, length)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from - 1;
  }

  /// How many leading bits a prefix, filled up with zeros, has in common with others.
  private int common(int index, long high, long low) {
    long difference = prefixes.high(index) ^ high;
    return difference != 0
        ? Long.numberOfLeadingZeros(difference)
        : 64 + Long.numberOfLeadingZeros(prefixes.low(index) ^ low);
  }

  private int common(int index, int other) {
    return common(index, prefixes.high(other), prefixes.low(other));
  }

  private static int bits(long high, long low, int position, int count) {
    long from =
        position >= 64
            ? low << position
            : position + count <= 64 ? high << position : high << position | low >>> 64 - position;
    return (int) (from >>> 64 - count);
  }

  private int bits(int index, int position, int count) {
    return bits(prefixes.high(index), prefixes.low(index), position, count);
  }

  private void linkParents() {
    for (int i = 0; i < prefixes.count; i++) {
      int parent = i - 1;
      while (parent >= 0 && common(parent, i) < prefixes.length(parent)) {
        parent = prefixes.parent(parent);
      }
      int own = prefixes.lengths(i);
      int united = parent < 0 ? own : sets.union(own, prefixes.united(parent));
      prefixes.link(i, parent, united);
    }
  }

  /// Makes the node for the prefixes `from..to`, which share the first `position` bits.
  private void build(int node, int from, int to, int position) {
    int shared = to - from <= RUN ? prefixes.width : common(from, to - 1);
    if (shared >= prefixes.width) {
      nodes[node] = (long) from << POINTER_SHIFT | (long) (to - from) << BRANCH_BITS;
      return;
    }
    int branch = branch(from, to, shared);
    int first = allocate(1 << branch);
    nodes[node] =
        (long) first << POINTER_SHIFT | (long) (shared - position) << BRANCH_BITS | branch;
    int at = from;
    for (int pattern = 0; pattern < 1 << branch; pattern++) {
      int next = at;
      while (next < to && bits(next, shared, branch) == pattern) {
        next++;
      }
      build(first + pattern, at, next, shared + branch);
      at = next;
    }
  }

  /// How many bits to look at: as many as leave at least half of the children in use, and two
  /// prefixes for each.
  private int branch(int from, int to, int position) {
    int branch = 1;
    while (branch < MAX_BRANCH
        && position + branch < prefixes.width
        && 4L << branch <= to - from
        && patterns(from, to, position, branch + 1) >= 1 << branch) {
      branch++;
    }
    return branch;
  }

  private int patterns(int from, int to, int position, int branch) {
    int patterns = 0;
    int before = -1;
    for (int i = from; i < to; i++) {
      int pattern = bits(i, position, branch);
      patterns += pattern == before ? 0 : 1;
      before = pattern;
    }
    return patterns;
  }

  private int allocate(int count) {
    int first = nodeCount;
    nodeCount += count;
    if (nodeCount > nodes.length) {
      nodes = Arrays.copyOf(nodes, Math.max(nodeCount, nodes.length * 2));
    }
    return first;
  }
}
