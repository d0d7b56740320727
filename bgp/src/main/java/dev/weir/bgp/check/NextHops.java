package dev.weir.bgp.check;

import dev.weir.bgp.type.AfiSafi;

/// How many octets the next hop of a family may have.
///
/// | families | octets | where |
/// |---|---|---|
/// | IPv4 plain and labeled | 4; 16 or 32 for IPv6 | RFC 4760, RFC 8950 |
/// | IPv6 plain and labeled | 16 or 32; 4 for IPv4 | RFC 2545, RFC 4798 |
/// | VPNs of both | 12, 24 or 48 | RFC 4364, RFC 4659, RFC 8950 |
/// | EVPN, VPLS, route targets, multicast VPNs and others | 4, 16 or 32 | RFC 7432, RFC 4761, RFC 4684 |
/// | FlowSpec | none, or any of the above | RFC 8955 section 4 |
///
/// Families that are not known may have anything.
final class NextHops {
  private NextHops() {}

  static boolean fits(AfiSafi family, int octets) {
    return switch (family.safi()) {
      case 1, 2, 4, 5, 65, 70, 71, 73, 85, 132 -> octets == 4 || octets == 16 || octets == 32;
      case 72, 128, 129 -> octets == 12 || octets == 24 || octets == 48 || isPlain(family, octets);
      case 133, 134 ->
          switch (octets) {
            case 0, 4, 12, 16, 24, 32, 48 -> true;
            default -> false;
          };
      default -> true;
    };
  }

  /// RFC 9552 section 5.5 leaves the distinguisher away.
  private static boolean isPlain(AfiSafi family, int octets) {
    return family.equals(AfiSafi.LINK_STATE_VPN) && (octets == 4 || octets == 16);
  }
}
