package dev.weir.bgp.rib;

/// Walks the prefixes with routes in their order: by address, the shorter first. Belongs to the
/// loop that made it.
final class PrefixWalk {
  private final int[][] nodes;
  private final int[] stack = new int[130];
  private int depth;
  private int node;

  private PrefixWalk(TrieView trie) {
    this.nodes = trie.nodes();
  }

  /// Begins before the first prefix inside a prefix, itself included.
  static PrefixWalk inside(TrieView trie, long high, long low, int length) {
    PrefixWalk walk = new PrefixWalk(trie);
    int top = TrieNodes.top(trie, high, low, length);
    if (top != 0) {
      walk.stack[walk.depth++] = top;
    }
    return walk;
  }

  /// Begins before the first prefix of all.
  static PrefixWalk all(TrieView trie) {
    return inside(trie, 0, 0, 0);
  }

  /// Passes over the prefixes that come before another one; before the first step only.
  void skipTo(long high, long low, int length) {
    if (depth == 0) {
      return;
    }
    int at = stack[--depth];
    while (at != 0) {
      int[] page = nodes[at >>> TrieNodes.PAGE_SHIFT];
      int start = TrieNodes.offset(at);
      int own = page[start + TrieNodes.META] & 0xff;
      if (own >= length || !TrieNodes.covers(page, start, own, high, low)) {
        int order = Long.compareUnsigned(TrieNodes.high(page, start), high);
        order = order != 0 ? order : Long.compareUnsigned(TrieNodes.low(page, start), low);
        order = order != 0 ? order : Integer.compare(own, length);
        if (order >= 0) {
          stack[depth++] = at;
        }
        return;
      }
      int side = TrieNodes.bit(high, low, own);
      int right = page[start + TrieNodes.LEFT + 1];
      if (side == 0 && right != 0) {
        stack[depth++] = right;
      }
      at = page[start + TrieNodes.LEFT + side];
    }
  }

  /// Moves to the next prefix; false behind the last.
  boolean next() {
    while (depth > 0) {
      node = stack[--depth];
      int[] page = nodes[node >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(node);
      int left = page[at + TrieNodes.LEFT];
      int right = page[at + TrieNodes.LEFT + 1];
      if (right != 0) {
        stack[depth++] = right;
      }
      if (left != 0) {
        stack[depth++] = left;
      }
      if (page[at + TrieNodes.META] >>> TrieNodes.COUNT_SHIFT != 0) {
        return true;
      }
    }
    return false;
  }

  /// Returns the node of the prefix.
  int node() {
    return node;
  }
}
