package dev.weir.bgp.filter;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import java.util.List;

/// How scripts make routes, for their tests and at the prompt.
final class RouteMaking {
  private RouteMaking() {}

  @Doc(
      "A unicast route to try a policy with: announced, with a path and no other attribute; what"
          + " else it is to have is set by its functions.")
  static Route of(Prefix prefix, List<Asn> path) {
    Route route = of(PathAttributes.NONE, prefix, IngressInfo.UNKNOWN);
    RouteChanges.setAsPath(route, AsPath.sequence(path.toArray(Asn[]::new)));
    return of(route.attributes(), prefix, IngressInfo.UNKNOWN);
  }

  @Doc("A unicast route to try a policy with: withdrawn.")
  static Route withdrawn(Prefix prefix) {
    Route route = new Route();
    route.withdraw(family(prefix), prefix, 0);
    return route;
  }

  @Doc("The same route from another peer.")
  static Route heardFrom(Route self, IngressInfo peer) {
    Route route = self.detach();
    route.share(peer, route.attributes(), self.timestamp());
    route.giveNextHop(self.givenNextHop());
    route.move(
        self.family(),
        self.isWithdrawal(),
        self.nlri(),
        self.hasPrefix() ? self.prefix() : null,
        self.pathId());
    route.giveRovStatus(self.rovStatus());
    return route;
  }

  @Doc("The same route with another outcome of origin validation.")
  static Route validated(Route self, RovState status) {
    Route route = self.detach();
    route.giveRovStatus(status);
    return route;
  }

  private static Route of(PathAttributes attributes, Prefix prefix, IngressInfo peer) {
    return Route.of(peer, attributes, family(prefix), prefix);
  }

  private static AfiSafi family(Prefix prefix) {
    return prefix.address() instanceof Ipv4Address ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
  }

  /// The functions of `IngressInfo` that make one.
  static final class OfPeers {
    private OfPeers() {}

    @Doc("A peer to try a policy with.")
    static IngressInfo of(IpAddress address, Asn asn) {
      return IngressInfo.of(address, asn);
    }
  }
}
