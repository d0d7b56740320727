package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;

/// How many octets one route of a family has, told from its beginning: what a generic table record
/// needs to find its entries.
final class NlriExtent {
  private NlriExtent() {}

  /// Returns the octets of the route at an offset, or -1 if it does not fit before `end`, or nobody
  /// knows the family.
  static int of(byte[] array, int at, int end, int afi, int safi) {
    int left = end - at;
    if (left < 1) {
      return -1;
    }
    int size =
        switch (safi) {
          case 1, 2, 3, 4, 128, 129, 132 -> 1 + ((array[at] & 0xff) + 7 >>> 3);
          case 70 -> left < 2 ? -1 : 2 + (array[at + 1] & 0xff);
          case 65 -> left < 2 ? -1 : 2 + Octets.u16(array, at);
          case 71, 72 -> left < 4 ? -1 : 4 + Octets.u16(array, at + 2);
          case 133, 134 -> flow(array, at, left);
          default -> afi == 25 && left >= 2 ? 2 + (array[at + 1] & 0xff) : -1;
        };
    return size > left ? -1 : size;
  }

  /// A traffic rule: one octet of length below 240, else twelve bits (RFC 8955 section 4.1).
  private static int flow(byte[] array, int at, int left) {
    int first = array[at] & 0xff;
    if (first < 0xf0) {
      return 1 + first;
    }
    return left < 2 ? -1 : 2 + (Octets.u16(array, at) & 0x0fff);
  }
}
