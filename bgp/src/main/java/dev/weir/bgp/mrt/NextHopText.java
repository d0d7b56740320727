package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import org.jspecify.annotations.Nullable;

/// Where packets for a route go, wherever the record says it.
public final class NextHopText {
  private NextHopText() {}

  /// Returns the next hop of the route that a cursor stands on: the one beside it in MP_REACH_NLRI
  /// of a message, that of a table's MP_REACH_NLRI, long or short, else NEXT_HOP; null if there is
  /// none.
  public static @Nullable IpAddress of(RouteCursor route) {
    if (route.hopLength() >= 0) {
      return address(new Octets(route.array(), route.hopStart(), route.hopLength()));
    }
    if (route.isTable() || route.isReplaced()) {
      Octets reach = route.attributes().value(AttributeType.MP_REACH_NLRI);
      if (reach != null && !reach.isEmpty()) {
        int at = reach.u8(0) == 0 ? 3 : 0;
        if (at < reach.length() && reach.u8(at) <= reach.length() - at - 1) {
          IpAddress found = address(reach.slice(at + 1, reach.u8(at)));
          if (found != null) {
            return found;
          }
        }
      }
    }
    return route.attributes().nextHop();
  }

  private static @Nullable IpAddress address(Octets hop) {
    return switch (hop.length()) {
      case 4 -> new Ipv4Address(hop.i32(0));
      case 12 -> new Ipv4Address(hop.i32(8));
      case 16, 32 -> new Ipv6Address(hop.i64(0), hop.i64(8));
      case 24, 48 -> new Ipv6Address(hop.i64(8), hop.i64(16));
      default -> null;
    };
  }
}
