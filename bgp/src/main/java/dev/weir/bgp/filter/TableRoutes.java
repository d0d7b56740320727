package dev.weir.bgp.filter;

import dev.weir.bgp.rib.Ingress;
import dev.weir.bgp.rib.RibRoute;
import dev.weir.inet.Ipv4Address;
import java.util.HashMap;
import java.util.Map;

/// Moves one [Route] over the routes of a table. Belongs to one thread.
public final class TableRoutes {
  private static final long MICROS = 1_000_000;

  private final Route route = new Route();
  private final Map<Ingress, IngressInfo> peers = new HashMap<>();

  /// Makes a route that has not been moved yet.
  public TableRoutes() {}

  /// Moves to a route of the table, and returns it: always the same object.
  public Route at(RibRoute entry) {
    move(route, entry, peers.computeIfAbsent(entry.peer(), TableRoutes::ingress));
    return route;
  }

  /// A route of its own.
  public static Route of(RibRoute entry) {
    Route made = new Route();
    move(made, entry, ingress(entry.peer()));
    return made;
  }

  private static void move(Route route, RibRoute entry, IngressInfo peer) {
    route.share(peer, entry.attributes(), entry.time() * MICROS);
    route.giveNextHop(entry.nextHop());
    if (entry.family().isPlain()) {
      route.announce(entry.family(), entry.prefix(), entry.pathId());
    } else {
      route.move(entry.family(), false, entry.nlri(), null, entry.pathId());
    }
    route.giveRovStatus(entry.rov());
  }

  static IngressInfo ingress(Ingress peer) {
    return IngressInfo.of(peer.address(), peer.asn())
        .withRouterId(peer.bgpId().equals(new Ipv4Address(0)) ? null : peer.bgpId())
        .withSource(peer.source().isEmpty() ? null : peer.source());
  }
}
