package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import org.jspecify.annotations.Nullable;

/// The value of MP_REACH_NLRI: routes of a family and their next hop (RFC 4760 section 3).
///
/// ```
/// AFI (2)  SAFI (1)  length of next hop (1)  next hop  reserved (1)  NLRI
/// ```
///
/// @param family what kind of routes
/// @param nextHop the octets of the next hop: one or two addresses, perhaps each behind a route
///   distinguisher
/// @param nlri the routes, one behind another
public record MpReach(AfiSafi family, Octets nextHop, Octets nlri) {

  /// Views the value of the attribute; null if it is shorter than it says.
  public static @Nullable MpReach read(Octets value) {
    if (value.length() < 5) {
      return null;
    }
    int hop = value.u8(3);
    if (value.length() < 5 + hop) {
      return null;
    }
    AfiSafi family = new AfiSafi(value.u16(0), value.u8(2));
    return new MpReach(family, value.slice(4, hop), value.from(5 + hop));
  }

  /// Returns the address to send packets to: the global one of IPv6 (RFC 2545 section 3), the one
  /// behind a distinguisher for VPNs (RFC 4364, RFC 4659), IPv6 for IPv4 routes (RFC 8950); null if
  /// there is none, or its length has no meaning.
  public @Nullable IpAddress address() {
    return switch (nextHop.length()) {
      case 4 -> new Ipv4Address(nextHop.i32(0));
      case 16, 32 -> new Ipv6Address(nextHop.i64(0), nextHop.i64(8));
      case 12 -> new Ipv4Address(nextHop.i32(8));
      case 24, 48 -> new Ipv6Address(nextHop.i64(8), nextHop.i64(16));
      default -> null;
    };
  }

  /// Returns the link-local address that may stand behind the global one of IPv6 (RFC 2545 section
  /// 3); null if there is none.
  public @Nullable Ipv6Address linkLocal() {
    return switch (nextHop.length()) {
      case 32 -> new Ipv6Address(nextHop.i64(16), nextHop.i64(24));
      case 48 -> new Ipv6Address(nextHop.i64(32), nextHop.i64(40));
      default -> null;
    };
  }
}
