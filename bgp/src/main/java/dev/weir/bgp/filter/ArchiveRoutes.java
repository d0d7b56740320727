package dev.weir.bgp.filter;

import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves one [Route] over the routes of archives. Belongs to the thread that moves the cursor.
///
/// What routes have in common is set once for each group of the cursor, and a peer is made once for
/// an archive. A withdrawn route has no attributes, whatever its message announces beside it.
public final class ArchiveRoutes {
  private static final AfiSafi[] USUAL = {
    AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST, AfiSafi.IPV4_MULTICAST, AfiSafi.IPV6_MULTICAST
  };

  private final Route route = new Route();
  private final @Nullable String source;
  private final Map<Peer, IngressInfo> peers = new HashMap<>();
  private IngressInfo last = IngressInfo.UNKNOWN;
  private long group = -1;

  private record Peer(IpAddress address, Asn asn) {}

  /// Makes a route that has not been moved yet.
  ///
  /// @param source what to call the archive, see [IngressInfo#source]; null for nothing
  public ArchiveRoutes(@Nullable String source) {
    this.source = source;
  }

  /// Moves to the route that a cursor is at, and returns it: always the same object.
  ///
  /// @param cursor the same one every time
  public Route at(RouteCursor cursor) {
    if (cursor.group() != group) {
      group = cursor.group();
      route.share(
          peer(cursor),
          cursor.isWithdrawn() ? PathAttributes.NONE : cursor.attributes(),
          micros(cursor));
    }
    AfiSafi family = family(cursor.afi(), cursor.safi());
    if (cursor.isPlain()) {
      route.move(
          family,
          cursor.isWithdrawn(),
          cursor.high(),
          cursor.low(),
          cursor.length(),
          cursor.pathId());
    } else {
      route.move(family, cursor.isWithdrawn(), cursor.nlri(), null, cursor.pathId());
    }
    return route;
  }

  private static long micros(RouteCursor cursor) {
    return cursor.originated() * 1_000_000
        + (cursor.isTable() ? 0 : Math.max(cursor.microseconds(), 0));
  }

  private IngressInfo peer(RouteCursor cursor) {
    IpAddress address = cursor.peerAddress();
    if (last.peerAsn().bits() != cursor.peerAsnBits() || !last.peerAddress().equals(address)) {
      last =
          peers.computeIfAbsent(
              new Peer(address, cursor.peerAsn()),
              peer -> IngressInfo.of(peer.address, peer.asn).withSource(source));
    }
    return last;
  }

  private static AfiSafi family(int afi, int safi) {
    for (AfiSafi usual : USUAL) {
      if (usual.afi() == afi && usual.safi() == safi) {
        return usual;
      }
    }
    return new AfiSafi(afi, safi);
  }
}
