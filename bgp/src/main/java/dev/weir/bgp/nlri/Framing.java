package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;

/// How the routes of a family say where they end.
enum Framing {
  /// One octet with the bits of a prefix that cannot be longer than an address.
  PLAIN,

  /// One octet with a number of bits.
  BITS,

  /// One octet of type, one of length: EVPN and multicast VPN.
  TYPE_LENGTH,

  /// Two octets of length: VPLS.
  LENGTH,

  /// One octet of length below 240, else two whose first four bits are set: filtering rules.
  FLOW,

  /// Two octets of type, two of length: link state.
  LONG_TYPE_LENGTH,

  /// One octet of architecture, two of type, one of length: mobile user plane.
  ARCHITECTURE_TYPE_LENGTH,

  /// Not known; the field is one block.
  NONE;

  /// Returns how a family's routes end.
  static Framing of(AfiSafi family) {
    return switch (family.afi()) {
      case AfiSafi.AFI_IPV4, AfiSafi.AFI_IPV6 -> ofAddresses(family);
      case AfiSafi.AFI_L2VPN ->
          switch (family.safi()) {
            case 65 -> LENGTH;
            case 70 -> TYPE_LENGTH;
            case 133, 134 -> FLOW;
            default -> NONE;
          };
      case AfiSafi.AFI_LINK_STATE ->
          switch (family.safi()) {
            case 71, 72, 80 -> LONG_TYPE_LENGTH;
            default -> NONE;
          };
      default -> NONE;
    };
  }

  private static Framing ofAddresses(AfiSafi family) {
    return switch (family.safi()) {
      case 1, 2 -> PLAIN;
      case 4, 7, 66, SrPolicyNlri.SAFI, 128, VpnNlri.SAFI_MULTICAST_VPN -> BITS;
      case 132 -> family.afi() == AfiSafi.AFI_IPV4 ? BITS : NONE;
      case MulticastVpnReader.SAFI -> TYPE_LENGTH;
      case MupReader.SAFI -> ARCHITECTURE_TYPE_LENGTH;
      case 133, 134 -> FLOW;
      default -> NONE;
    };
  }

  /// Returns how many octets the route at `at` has, what says its length included; -1 if that is
  /// not there or says more than is left.
  int measure(Octets field, int at) {
    int left = field.length() - at;
    if (left < header()) {
      return -1;
    }
    int size =
        switch (this) {
          case PLAIN, BITS -> 1 + (field.u8(at) + 7) / 8;
          case TYPE_LENGTH -> 2 + field.u8(at + 1);
          case LENGTH -> 2 + field.u16(at);
          case FLOW -> flow(field, at);
          case LONG_TYPE_LENGTH -> 4 + field.u16(at + 2);
          case ARCHITECTURE_TYPE_LENGTH -> 4 + field.u8(at + 3);
          case NONE -> left;
        };
    return size > left ? -1 : size;
  }

  private static int flow(Octets field, int at) {
    int first = field.u8(at);
    if (first < 0xf0) {
      return 1 + first;
    }
    return field.length() - at < 2 ? Integer.MAX_VALUE : 2 + (field.u16(at) & 0xfff);
  }

  private int header() {
    return switch (this) {
      case PLAIN, BITS, FLOW, NONE -> 1;
      case TYPE_LENGTH, LENGTH -> 2;
      case LONG_TYPE_LENGTH, ARCHITECTURE_TYPE_LENGTH -> 4;
    };
  }
}
