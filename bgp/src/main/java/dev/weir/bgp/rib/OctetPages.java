package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;

/// Reads the strings of an [OctetTable], as the writer or as the reader of a snapshot.
///
/// A string stands in one page: its length in two octets, or, from 32,768 on, in four with the
/// first bit set, then its octets. String 0 is the empty one.
///
/// @param octets the pages of [ByteColumn]
/// @param places where each string begins: page and unit, plus one; 0 for a number not in use
/// @param limit all numbers are below
record OctetPages(byte[][] octets, int[][] places, int limit) {
  /// Two's logarithm of the octets in a unit.
  static final int UNIT_SHIFT = 2;

  /// Two's logarithm of the units in a page.
  static final int PAGE_SHIFT = 12;

  private static final int UNIT_MASK = (1 << PAGE_SHIFT) - 1;

  /// Returns whether a number names a string.
  boolean isLive(int id) {
    return id == 0 || place(id) != 0;
  }

  /// Returns the octets of a string, not copied.
  Octets get(int id) {
    if (id == 0) {
      return Octets.EMPTY;
    }
    int place = place(id) - 1;
    byte[] page = octets[place >>> PAGE_SHIFT];
    int at = (place & UNIT_MASK) << UNIT_SHIFT;
    int length = length(page, at);
    return new Octets(page, at + header(length), length);
  }

  private int place(int id) {
    return places[id >>> IntColumn.SHIFT][id & IntColumn.MASK];
  }

  /// Reads the length of the string that begins at an offset of a page.
  static int length(byte[] page, int at) {
    return page[at] >= 0 ? Octets.u16(page, at) : Octets.i32(page, at) & 0x7fff_ffff;
  }

  /// How many octets the length of a string takes.
  static int header(int length) {
    return length < 0x8000 ? 2 : 4;
  }
}
