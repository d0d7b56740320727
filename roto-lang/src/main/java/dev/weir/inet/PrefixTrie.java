package dev.weir.inet;

import java.util.Arrays;

/// An index over [SortedPrefixes] that finds the longest prefix around an address in a few steps.
///
/// It is a level-compressed trie (S. Nilsson, G. Karlsson, "IP-address lookup using LC-tries", IEEE
/// JSAC 17, 1999). Of the prefixes, only those are leaves that hold no other prefix; a prefix that
/// does is the *parent* of those directly in it, and is found through them. A node looks at as many
/// bits at once as keep at least half of its children in use, and leaves out bits that all leaves
/// below share. So the depth grows with log log of the number of prefixes where these are spread
/// evenly, and hardly more where they are not: three or four steps for a million.
///
/// A child that would be empty is the leaf that shares the most bits with its place. Hence any walk
/// ends at a leaf, and that leaf shares with what is sought as many bits as any prefix in the set
/// does: whatever covers the sought one is the leaf or one of its ancestors, and is found by going
/// up to the first that is short enough.
///
/// For each prefix the lengths that it *and its ancestors* let match are united beforehand, so
/// membership is that walk and the test of one bit.
///
/// A node is a `long`: 6 bits for the number of bits to look at (0 for a leaf), 8 for the number to
/// leave out before, and the rest for the index of the first child or of the prefix.
final class PrefixTrie {
  private static final int BRANCH_BITS = 6;
  private static final int SKIP_BITS = 8;
  private static final int MAX_BRANCH = 20;

  private final SortedPrefixes prefixes;
  private final LengthSets sets;
  private long[] nodes = new long[64];
  private int nodeCount = 1;

  /// Builds the index, in time linear in the number of prefixes for each level.
  PrefixTrie(SortedPrefixes prefixes, LengthSets sets) {
    this.prefixes = prefixes;
    this.sets = sets;
    int[] leaves = leaves();
    build(0, leaves, 0, leaves.length, 0);
    nodes = Arrays.copyOf(nodes, nodeCount);
  }

  /// The longest prefix that covers some bits, or -1.
  ///
  /// @param length how many bits count
  int longest(long high, long low, int length) {
    int found = leaf(high, low);
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

  private int leaf(long high, long low) {
    long node = nodes[0];
    int position = 0;
    while (true) {
      int branch = (int) node & (1 << BRANCH_BITS) - 1;
      if (branch == 0) {
        return (int) (node >>> BRANCH_BITS + SKIP_BITS);
      }
      position += (int) (node >>> BRANCH_BITS) & (1 << SKIP_BITS) - 1;
      int child = (int) (node >>> BRANCH_BITS + SKIP_BITS) + bits(high, low, position, branch);
      node = nodes[child];
      position += branch;
    }
  }

  /// How many leading bits a prefix, filled up with zeros, has in common with others.
  private int common(int index, long high, long low) {
    long difference = prefixes.high(index) ^ high;
    return difference != 0
        ? Long.numberOfLeadingZeros(difference)
        : 64 + Long.numberOfLeadingZeros(prefixes.low(index) ^ low);
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

  /// Finds parents, unites lengths, and gives the prefixes that hold no other.
  private int[] leaves() {
    int[] leaves = new int[prefixes.count];
    int size = 0;
    for (int i = 0; i < prefixes.count; i++) {
      int parent = i - 1;
      while (parent >= 0 && !covers(parent, i)) {
        parent = prefixes.parent(parent);
      }
      int own = prefixes.lengths(i);
      int united = parent < 0 ? own : sets.union(own, prefixes.united(parent));
      prefixes.link(i, parent, united);
      if (size > 0 && leaves[size - 1] == parent) {
        size--;
      }
      leaves[size++] = i;
    }
    return Arrays.copyOf(leaves, size);
  }

  private boolean covers(int index, int other) {
    int length = prefixes.length(index);
    return length <= prefixes.length(other)
        && common(index, prefixes.high(other), prefixes.low(other)) >= length;
  }

  /// Makes the node for the leaves `from..to`, which share the first `position` bits.
  private void build(int node, int[] leaves, int from, int to, int position) {
    if (to - from == 1) {
      nodes[node] = (long) leaves[from] << BRANCH_BITS + SKIP_BITS;
      return;
    }
    int end = leaves[to - 1];
    int shared = common(leaves[from], prefixes.high(end), prefixes.low(end));
    int branch = branch(leaves, from, to, shared);
    int first = allocate(1 << branch);
    nodes[node] =
        (long) first << BRANCH_BITS + SKIP_BITS
            | (long) (shared - position) << BRANCH_BITS
            | branch;
    int at = from;
    for (int pattern = 0; pattern < 1 << branch; pattern++) {
      int next = at;
      while (next < to && bits(leaves[next], shared, branch) == pattern) {
        next++;
      }
      if (next > at) {
        build(first + pattern, leaves, at, next, shared + branch);
      } else {
        int nearest = nearest(leaves, from, to, at, pattern, shared, branch);
        nodes[first + pattern] = (long) nearest << BRANCH_BITS + SKIP_BITS;
      }
      at = next;
    }
  }

  /// How many bits to look at: as many as leave at least half of the children in use.
  private int branch(int[] leaves, int from, int to, int position) {
    int branch = 1;
    while (branch < MAX_BRANCH
        && position + branch < prefixes.width
        && (1L << branch) <= to - from
        && patterns(leaves, from, to, position, branch + 1) >= 1 << branch) {
      branch++;
    }
    return branch;
  }

  private int patterns(int[] leaves, int from, int to, int position, int branch) {
    int patterns = 0;
    int before = -1;
    for (int i = from; i < to; i++) {
      int pattern = bits(leaves[i], position, branch);
      patterns += pattern == before ? 0 : 1;
      before = pattern;
    }
    return patterns;
  }

  /// Of the leaves before and behind an empty place the one that shares more bits with it.
  private int nearest(
      int[] leaves, int from, int to, int at, int pattern, int position, int branch) {
    if (at == from) {
      return leaves[at];
    }
    if (at == to) {
      return leaves[at - 1];
    }
    int before = bits(leaves[at - 1], position, branch) ^ pattern;
    int behind = bits(leaves[at], position, branch) ^ pattern;
    return before < behind ? leaves[at - 1] : leaves[at];
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
