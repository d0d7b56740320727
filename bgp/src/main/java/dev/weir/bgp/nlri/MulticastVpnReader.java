package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import org.jspecify.annotations.Nullable;

/// Takes the octets of a multicast VPN route apart.
final class MulticastVpnReader {
  static final int SAFI = 5;

  private final Octets route;
  private int next = 2;

  private MulticastVpnReader(Octets route) {
    this.route = route;
  }

  /// @param route the whole route; it has the octets that its length says
  static MulticastVpnNlri read(Octets route, AfiSafi family) {
    return new MulticastVpnReader(route).read(family);
  }

  private MulticastVpnNlri read(AfiSafi family) {
    int type = route.u8(0);
    MulticastVpnNlri read =
        switch (type) {
          case 1 -> new MulticastVpnNlri.IntraAs(family, distinguisher(), rest());
          case 2 -> new MulticastVpnNlri.InterAs(family, distinguisher(), asn());
          case 3 ->
              new MulticastVpnNlri.Selective(family, distinguisher(), address(), address(), rest());
          case 5 ->
              new MulticastVpnNlri.SourceActive(
                  family, distinguisher(), present(address()), present(address()));
          case MulticastVpnNlri.SHARED_TREE_JOIN, MulticastVpnNlri.SOURCE_TREE_JOIN ->
              new MulticastVpnNlri.Join(
                  family, type, distinguisher(), asn(), present(address()), present(address()));
          default -> {
            int from = take(route.length() - 2);
            yield new MulticastVpnNlri.Other(family, type, route.from(from));
          }
        };
    if (next != route.length()) {
      throw new BrokenRule(next, NlriRule.MULTICAST_LENGTH);
    }
    return read;
  }

  private RouteDistinguisher distinguisher() {
    return new RouteDistinguisher(route.i64(take(8)));
  }

  private Asn asn() {
    return new Asn(route.i32(take(4)));
  }

  /// An address with its length in bits before it; null for no bits.
  private @Nullable IpAddress address() {
    int bits = route.u8(take(1));
    return switch (bits) {
      case 0 -> null;
      case 32, 128 -> Prefixes.address(route, take(bits / 8), bits / 8);
      default -> throw new BrokenRule(next - 1, NlriRule.MULTICAST_LENGTH);
    };
  }

  private IpAddress present(@Nullable IpAddress address) {
    if (address == null) {
      throw new BrokenRule(next - 1, NlriRule.MULTICAST_LENGTH);
    }
    return address;
  }

  /// An address that has all that is left.
  private IpAddress rest() {
    int octets = route.length() - next;
    if (octets != 4 && octets != 16) {
      throw new BrokenRule(next, NlriRule.MULTICAST_LENGTH);
    }
    return Prefixes.address(route, take(octets), octets);
  }

  private int take(int octets) {
    if (octets > route.length() - next) {
      throw new BrokenRule(next, NlriRule.MULTICAST_LENGTH);
    }
    next += octets;
    return next - octets;
  }
}
