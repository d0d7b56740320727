package dev.weir.bgp.rib;

/// The nodes of a trie of prefixes, as integers in pages.
///
/// **Idea** (D. Morrison, "PATRICIA", Journal of the ACM 15, 1968). A node is a prefix, and the two
/// below it are the longest that all prefixes on either side of its next bit share. A node exists
/// where there are routes or where two branches part, so there are less than twice as many as
/// prefixes, and to find one takes as many steps as there are partings on the way, some 22 in a
/// full IPv4 table, of which the first sixteen stay in the processor's caches.
///
/// ```
/// 0..3 address, an IPv4 address in the first   4 left   5 right   6 block of routes
/// 7    length (8 bits), whether routes have path identifiers (1), routes (23)
/// ```
///
/// **Short cut.** A sparse array has, for each value of 20 bits, the topmost node that is as long
/// as these and begins with them: the first 20 bits of an IPv4 address, bits 4 to 23 of an IPv6
/// address that begins with 2 hexadecimal. A walk for a prefix that is as long begins there, which
/// leaves some four steps of 22.
///
/// IPv4 and IPv6 have the same nodes of 32 octets, half a line of the cache, so that there is one
/// set of walks. A node is known by a number from 1; 0 is none. All methods take the pages of an
/// [IntColumn], the writer's or a snapshot's.
final class TrieNodes {
  /// Two's logarithm of the integers of a node.
  static final int STRIDE_SHIFT = 3;

  /// Offset of the node below whose next bit is 0; the other follows.
  static final int LEFT = 4;

  /// Offset of the block of routes.
  static final int BLOCK = 6;

  /// Offset of the length, the kind of routes and their number.
  static final int META = 7;

  /// Set in [#META] if routes have path identifiers.
  static final int WIDE = 1 << 8;

  /// How far the number of routes is shifted in [#META].
  static final int COUNT_SHIFT = 9;

  /// Two's logarithm of the nodes in a page.
  static final int PAGE_SHIFT = IntColumn.SHIFT - STRIDE_SHIFT;

  /// Bits that number the short cuts.
  static final int CUT_BITS = 20;

  private static final int PAGE_MASK = (1 << PAGE_SHIFT) - 1;

  private TrieNodes() {}

  /// Where a node begins in its page.
  static int offset(int node) {
    return (node & PAGE_MASK) << STRIDE_SHIFT;
  }

  /// Reads a part of a node.
  static int get(int[][] pages, int node, int part) {
    return pages[node >>> PAGE_SHIFT][offset(node) + part];
  }

  /// Returns the length of the prefix.
  static int length(int[][] pages, int node) {
    return get(pages, node, META) & 0xff;
  }

  /// Returns how many routes the prefix has; 0 for a parting.
  static int count(int[][] pages, int node) {
    return get(pages, node, META) >>> COUNT_SHIFT;
  }

  /// Returns the first 64 bits of the address; IPv4 in the first 32 of them.
  static long high(int[] page, int at) {
    return (long) page[at] << 32 | page[at + 1] & 0xffff_ffffL;
  }

  /// Returns the last 64 bits of the address.
  static long low(int[] page, int at) {
    return (long) page[at + 2] << 32 | page[at + 3] & 0xffff_ffffL;
  }

  /// Returns a bit of an address, from 0 at the most significant end; 0 behind the end.
  static int bit(long high, long low, int index) {
    if (index < 64) {
      return (int) (high >>> 63 - index) & 1;
    }
    return index > 127 ? 0 : (int) (low >>> 127 - index) & 1;
  }

  /// Returns how many leading bits two addresses share.
  static int common(long high, long low, long otherHigh, long otherLow) {
    long different = high ^ otherHigh;
    return different != 0
        ? Long.numberOfLeadingZeros(different)
        : 64 + Long.numberOfLeadingZeros(low ^ otherLow);
  }

  /// Returns whether the first `length` bits of the node at an offset are those of an address.
  static boolean covers(int[] page, int at, int length, long high, long low) {
    long different = high(page, at) ^ high;
    if (length <= 64) {
      return length == 0 || different >>> 64 - length == 0;
    }
    return different == 0 && (low(page, at) ^ low) >>> 128 - length == 0;
  }

  /// The number of the short cut for an address, or -1 if it has none.
  ///
  /// @param width bits of an address
  static int cut(int width, long high) {
    if (width == 32) {
      return (int) (high >>> 64 - CUT_BITS);
    }
    return high >>> 60 == 2 ? (int) (high << 4 >>> 64 - CUT_BITS) : -1;
  }

  /// How long a prefix must be to lie behind a short cut.
  static int cutLength(int width) {
    return width == 32 ? CUT_BITS : CUT_BITS + 4;
  }

  /// Returns where to begin the walk to a prefix: behind the short cut if it has one, else at the
  /// top.
  static int start(TrieView trie, long high, int length) {
    if (length < cutLength(trie.width())) {
      return trie.root();
    }
    int cut = cut(trie.width(), high);
    return cut < 0 ? trie.root() : behind(trie.cuts(), cut);
  }

  /// Returns the node behind a short cut, 0 if there is none.
  static int behind(int[][] cuts, int cut) {
    int[] page = cuts[cut >>> IntColumn.SHIFT];
    return page.length == 0 ? 0 : page[cut & IntColumn.MASK];
  }

  /// Returns the node of a prefix, with or without routes; 0 if there is none.
  static int find(TrieView trie, long high, long low, int length) {
    int[][] pages = trie.nodes();
    int node = start(trie, high, length);
    while (node != 0) {
      int[] page = pages[node >>> PAGE_SHIFT];
      int at = offset(node);
      int own = page[at + META] & 0xff;
      if (own >= length) {
        return own == length && high(page, at) == high && low(page, at) == low ? node : 0;
      }
      node = page[at + LEFT + bit(high, low, own)];
    }
    return 0;
  }

  /// Returns the node of the longest prefix with routes around a prefix, itself included; 0 if
  /// there is none.
  static int longest(TrieView trie, long high, long low, int length) {
    int first = start(trie, high, length);
    int best = longest(trie.nodes(), first, high, low, length);
    return best == 0 && first != trie.root()
        ? longest(trie.nodes(), trie.root(), high, low, length)
        : best;
  }

  private static int longest(int[][] pages, int from, long high, long low, int length) {
    int best = 0;
    int node = from;
    while (node != 0) {
      int[] page = pages[node >>> PAGE_SHIFT];
      int at = offset(node);
      int meta = page[at + META];
      int own = meta & 0xff;
      if (own > length || !covers(page, at, own, high, low)) {
        return best;
      }
      best = meta >>> COUNT_SHIFT == 0 ? best : node;
      node = own == length ? 0 : page[at + LEFT + bit(high, low, own)];
    }
    return best;
  }

  /// Returns the topmost node inside a prefix, itself included; 0 if there is none.
  static int top(TrieView trie, long high, long low, int length) {
    int[][] pages = trie.nodes();
    int node = start(trie, high, length);
    while (node != 0) {
      int[] page = pages[node >>> PAGE_SHIFT];
      int at = offset(node);
      int own = page[at + META] & 0xff;
      if (own >= length) {
        int common = common(high(page, at), low(page, at), high, low);
        return common >= length ? node : 0;
      }
      node = page[at + LEFT + bit(high, low, own)];
    }
    return 0;
  }
}
