package dev.weir.bgp.rib;

/// Reads the attribute sets of a [SetTable]: four integers each.
///
/// @param pages the pages of [IntColumn]
/// @param limit all numbers are below
record SetPages(int[][] pages, int limit) {
  /// Two's logarithm of the integers of a set.
  static final int STRIDE_SHIFT = 2;

  /// The number of the AS path.
  static final int PATH = 0;

  /// The number of the community set.
  static final int COMMUNITIES = 1;

  /// The number of the rest, which is also the frame the others are put back into; 0 for a set that
  /// is not in use.
  static final int FRAME = 2;

  /// The origin AS, 0 if there is none.
  static final int ORIGIN = 3;

  private static final int ID_SHIFT = IntColumn.SHIFT - STRIDE_SHIFT;
  private static final int ID_MASK = (1 << ID_SHIFT) - 1;

  /// Reads a part of a set.
  int get(int set, int part) {
    return pages[set >>> ID_SHIFT][(set & ID_MASK) << STRIDE_SHIFT | part];
  }
}
