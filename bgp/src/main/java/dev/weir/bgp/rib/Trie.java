package dev.weir.bgp.rib;

/// The writer's side of a trie of prefixes, see [TrieNodes].
final class Trie {
  private IntColumn nodes = new IntColumn();
  private IntColumn cuts = new IntColumn();
  private final IntStack idle = new IntStack();
  private final int width;
  private final int cutLength;
  private int root;
  private int next = 1;
  private int live;

  /// Makes an empty trie.
  ///
  /// @param width bits of an address
  Trie(int width) {
    this.width = width;
    this.cutLength = TrieNodes.cutLength(width);
    nodes.reach(1 << TrieNodes.STRIDE_SHIFT);
    cuts.span(1 << TrieNodes.CUT_BITS - IntColumn.SHIFT);
  }

  /// The pages of the nodes, until the next change.
  int[][] pages() {
    return nodes.pages();
  }

  /// The node at the top, 0 if there is none.
  int root() {
    return root;
  }

  /// All nodes have numbers below.
  int limit() {
    return next;
  }

  /// The trie as it is, until the next change.
  TrieView view() {
    return new TrieView(nodes.pages(), root, next, cuts.pages(), width);
  }

  /// Hands the trie to a reader, for which it will not change.
  TrieView share() {
    return new TrieView(nodes.share(), root, next, cuts.share(), width);
  }

  /// Returns the node of a prefix, with or without routes; 0 if there is none.
  int find(long high, long low, int length) {
    return TrieNodes.find(view(), high, low, length);
  }

  /// Writes a part of a node.
  void set(int node, int part, int value) {
    nodes.writable(node >>> TrieNodes.PAGE_SHIFT)[TrieNodes.offset(node) + part] = value;
  }

  /// Returns the node of a prefix, which is made if it is not there.
  int insert(long high, long low, int length) {
    int parent = 0;
    int side = 0;
    int node = begin(high, low, length);
    int[][] pages = nodes.pages();
    while (node != 0) {
      int[] page = pages[node >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(node);
      int own = page[at + TrieNodes.META] & 0xff;
      int reach = Math.min(own, length);
      if (!TrieNodes.covers(page, at, reach, high, low)) {
        return split(parent, side, node, high, low, length);
      }
      if (own > length) {
        int made = make(high, low, length);
        hang(made, TrieNodes.bit(TrieNodes.high(page, at), TrieNodes.low(page, at), length), node);
        hang(parent, side, made);
        return made;
      }
      if (own == length) {
        return node;
      }
      parent = node;
      side = TrieNodes.bit(high, low, own);
      node = page[at + TrieNodes.LEFT + side];
    }
    int made = make(high, low, length);
    hang(parent, side, made);
    return made;
  }

  /// Where to begin to insert: behind the short cut, if nothing must be put above the node there.
  private int begin(long high, long low, int length) {
    int cut = length < cutLength ? -1 : TrieNodes.cut(width, high);
    int node = cut < 0 ? 0 : TrieNodes.behind(cuts.pages(), cut);
    if (node != 0) {
      int[] page = nodes.pages()[node >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(node);
      int own = page[at + TrieNodes.META] & 0xff;
      if (own <= length && TrieNodes.covers(page, at, own, high, low)) {
        return node;
      }
    }
    return root;
  }

  /// Puts a parting above a node from which a new prefix differs before either ends.
  private int split(int parent, int side, int node, long high, long low, int length) {
    int[] page = nodes.pages()[node >>> TrieNodes.PAGE_SHIFT];
    int at = TrieNodes.offset(node);
    long nodeHigh = TrieNodes.high(page, at);
    long nodeLow = TrieNodes.low(page, at);
    int common = TrieNodes.common(nodeHigh, nodeLow, high, low);
    int parting =
        make(
            common == 0 ? 0 : high & (common >= 64 ? -1L : -1L << 64 - common),
            common <= 64 ? 0 : low & -1L << 128 - common,
            common);
    int made = make(high, low, length);
    hang(parting, TrieNodes.bit(high, low, common), made);
    hang(parting, TrieNodes.bit(nodeHigh, nodeLow, common), node);
    hang(parent, side, parting);
    return made;
  }

  private int make(long high, long low, int length) {
    int node = idle.isEmpty() ? next++ : idle.pop();
    nodes.reach(node << TrieNodes.STRIDE_SHIFT);
    int[] page = nodes.writable(node >>> TrieNodes.PAGE_SHIFT);
    int at = TrieNodes.offset(node);
    page[at] = (int) (high >>> 32);
    page[at + 1] = (int) high;
    page[at + 2] = (int) (low >>> 32);
    page[at + 3] = (int) low;
    page[at + TrieNodes.LEFT] = 0;
    page[at + TrieNodes.LEFT + 1] = 0;
    page[at + TrieNodes.BLOCK] = 0;
    page[at + TrieNodes.META] = length;
    live++;
    return node;
  }

  /// Puts a node below another, or at the top.
  private void hang(int parent, int side, int node) {
    if (parent == 0) {
      root = node;
    } else {
      set(parent, TrieNodes.LEFT + side, node);
    }
    if (node != 0
        && TrieNodes.length(nodes.pages(), node) >= cutLength
        && (parent == 0 || TrieNodes.length(nodes.pages(), parent) < cutLength)) {
      int[] page = nodes.pages()[node >>> TrieNodes.PAGE_SHIFT];
      int cut = TrieNodes.cut(width, TrieNodes.high(page, TrieNodes.offset(node)));
      if (cut >= 0) {
        setCut(cut, node);
      }
    }
  }

  private void setCut(int cut, int node) {
    int page = cut >>> IntColumn.SHIFT;
    if (cuts.pages()[page].length == 0) {
      cuts.put(page, new int[IntColumn.SIZE]);
    }
    cuts.set(cut, node);
  }

  /// Takes away the node of a prefix that has no routes any more, unless two branches part there.
  void remove(long high, long low, int length) {
    int[][] pages = nodes.pages();
    int above = 0;
    int aboveSide = 0;
    int parent = 0;
    int side = 0;
    int node = root;
    int own = TrieNodes.length(pages, node);
    while (own < length) {
      above = parent;
      aboveSide = side;
      parent = node;
      side = TrieNodes.bit(high, low, own);
      node = TrieNodes.get(pages, node, TrieNodes.LEFT + side);
      own = TrieNodes.length(pages, node);
    }
    int left = TrieNodes.get(pages, node, TrieNodes.LEFT);
    int right = TrieNodes.get(pages, node, TrieNodes.LEFT + 1);
    if (left != 0 && right != 0) {
      return;
    }
    hang(parent, side, left != 0 ? left : right);
    free(node);
    if (left == 0 && right == 0 && parent != 0 && TrieNodes.count(nodes.pages(), parent) == 0) {
      int sibling = TrieNodes.get(nodes.pages(), parent, TrieNodes.LEFT + 1 - side);
      hang(above, aboveSide, sibling);
      free(parent);
    }
    if (live == 0) {
      nodes = new IntColumn();
      nodes.reach(1 << TrieNodes.STRIDE_SHIFT);
      cuts = new IntColumn();
      cuts.span(1 << TrieNodes.CUT_BITS - IntColumn.SHIFT);
      idle.clear();
      next = 1;
    }
  }

  private void free(int node) {
    int[] page = nodes.pages()[node >>> TrieNodes.PAGE_SHIFT];
    int cut = TrieNodes.cut(width, TrieNodes.high(page, TrieNodes.offset(node)));
    if (cut >= 0 && TrieNodes.behind(cuts.pages(), cut) == node) {
      setCut(cut, 0);
    }
    set(node, TrieNodes.META, 0);
    set(node, TrieNodes.BLOCK, 0);
    idle.push(node);
    live--;
  }

  /// Returns how many nodes there are.
  int live() {
    return live;
  }

  /// Returns how many octets of memory the nodes take.
  long octets() {
    return nodes.octets() + cuts.octets() + 4L * idle.size();
  }
}
