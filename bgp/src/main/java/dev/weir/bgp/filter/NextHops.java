package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.MpReach;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// Next hops in MP_REACH_NLRI, in the form of messages (RFC 4760 section 3) and in that of table
/// dumps, which is a length and the next hop (RFC 6396 section 4.3.4).
///
/// The two are told apart by their length: the short form is one octet longer than its first octet
/// says, and the long form begins with the high octet of the address family, which is 0 for all but
/// link state.
final class NextHops {
  private static final int VPN = 128;
  private static final int DISTINGUISHER = 8;

  private NextHops() {}

  /// The octets of the next hop in either form; empty if they are torn.
  static Octets octets(Octets reach) {
    if (reach.isEmpty()) {
      return Octets.EMPTY;
    }
    if (reach.u8(0) == reach.length() - 1) {
      return reach.from(1);
    }
    MpReach read = MpReach.read(reach);
    return read == null ? Octets.EMPTY : read.nextHop();
  }

  /// The address in the octets of a next hop, see [MpReach#address].
  static @Nullable IpAddress address(Octets nextHop) {
    return new MpReach(AfiSafi.IPV6_UNICAST, nextHop, Octets.EMPTY).address();
  }

  /// The short form with an address, behind an empty distinguisher for virtual private networks
  /// (RFC 4364 section 4.3.2).
  static Octets shortForm(AfiSafi family, IpAddress address) {
    int before = family.safi() == VPN ? DISTINGUISHER : 0;
    int width = address instanceof Ipv4Address ? 4 : 16;
    byte[] octets = new byte[1 + before + width];
    octets[0] = (byte) (before + width);
    address.write(octets, 1 + before);
    return Octets.of(octets);
  }

  /// The short form of octets that are a next hop.
  static Octets shortForm(Octets nextHop) {
    byte[] octets = new byte[1 + nextHop.length()];
    octets[0] = (byte) nextHop.length();
    nextHop.copyTo(octets, 1);
    return Octets.of(octets);
  }
}
