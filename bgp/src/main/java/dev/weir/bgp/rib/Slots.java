package dev.weir.bgp.rib;

/// The slot of a route: four integers in a block of those of its prefix, sorted by ingress and path
/// identifier.
///
/// ```
/// 0  attribute set
/// 1  next hop
/// 2  ingress (24 bits), stale (1), stale for long (1), state of origin validation (2), free (4)
/// 3  time, seconds since 1970, unsigned
/// 4  path identifier; only in blocks of a prefix that has a route with one that is not 0
/// ```
///
/// Blocks are made of units of four integers, see [Slabs].
final class Slots {
  /// Offset of the attribute set.
  static final int SET = 0;

  /// Offset of the next hop.
  static final int HOP = 1;

  /// Offset of ingress and flags.
  static final int OWNER = 2;

  /// Offset of the time.
  static final int TIME = 3;

  /// Offset of the path identifier.
  static final int PATH_ID = 4;

  /// How far the ingress is shifted.
  static final int INGRESS_SHIFT = 8;

  /// The session is gone, the route is kept until it is back (RFC 4724).
  static final int STALE = 1;

  /// The session is gone for long (RFC 9494).
  static final int LONG_STALE = 2;

  /// How far the state of origin validation is shifted.
  static final int ROV_SHIFT = 2;

  /// Masks the state of origin validation.
  static final int ROV_MASK = 3 << ROV_SHIFT;

  /// Two's logarithm of the units in a page.
  static final int PAGE_SHIFT = IntColumn.SHIFT - 2;

  private Slots() {}

  /// How many integers a slot has.
  static int stride(int meta) {
    return (meta & TrieNodes.WIDE) == 0 ? 4 : 5;
  }

  /// How many units a block for so many slots is asked for with.
  static int units(int count, int stride) {
    return count * stride + 3 >>> 2;
  }

  /// The page of a block.
  static int page(int block) {
    return block >>> PAGE_SHIFT;
  }

  /// Where a block begins in its page.
  static int offset(int block) {
    return (block & (1 << PAGE_SHIFT) - 1) << 2;
  }

  /// Finds the slot of an ingress and path identifier among the sorted ones of a block.
  ///
  /// @param at where the block begins in the page
  /// @return its position, or the complement of where it would have to be
  static int find(int[] page, int at, int meta, int ingress, int pathId) {
    int stride = stride(meta);
    int low = 0;
    int high = meta >>> TrieNodes.COUNT_SHIFT;
    if (high > 0 && compare(page, at + (high - 1) * stride, stride, ingress, pathId) < 0) {
      return ~high;
    }
    while (low < high) {
      int middle = low + high >>> 1;
      int order = compare(page, at + middle * stride, stride, ingress, pathId);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ~low;
  }

  private static int compare(int[] page, int slot, int stride, int ingress, int pathId) {
    int own = page[slot + OWNER] >>> INGRESS_SHIFT;
    if (own != ingress) {
      return own < ingress ? -1 : 1;
    }
    return Integer.compareUnsigned(stride == 5 ? page[slot + PATH_ID] : 0, pathId);
  }
}
