package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathPattern;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.CommunityPattern;
import dev.weir.bgp.wire.MpReach;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// A condition on routes, of one of three kinds by what it has to look at. Conditions on paths and
/// on community sets are answered once for each different one, however many routes have it.
public sealed interface RouteFilter {

  /// Looks at the AS path only.
  ///
  /// @param test is called once for each different path; the path must not be kept
  record OnPath(Predicate<AsPath> test) implements RouteFilter {}

  /// Looks at the communities only.
  ///
  /// @param test is called once for each different community set, as its attributes
  record OnCommunities(Predicate<CommunitySet> test) implements RouteFilter {}

  /// Looks at anything else.
  ///
  /// @param bind makes the test for the routes of a snapshot
  record OnRoute(Binding bind) implements RouteFilter {}

  /// Makes a test for the routes of a snapshot.
  @FunctionalInterface
  interface Binding {
    /// Looks up in a snapshot what can be looked up once for all routes.
    Predicate<RouteCursor> of(RibSnapshot snapshot);
  }

  /// The community attributes of a set.
  interface CommunitySet {
    /// Returns the value of COMMUNITIES, EXTENDED_COMMUNITIES, LARGE_COMMUNITIES or
    /// IPV6_EXTENDED_COMMUNITIES; empty if there is none.
    Octets value(int type);
  }

  /// The route comes from one of these ASes.
  static RouteFilter origin(Set<Asn> asns) {
    return new OnPath(path -> {
      Asn origin = path.origin();
      return origin != null && asns.contains(origin);
    });
  }

  /// The route was heard from one of these ASes, first on its path.
  static RouteFilter neighbour(Set<Asn> asns) {
    return new OnPath(path -> {
      Asn neighbour = path.neighbour();
      return neighbour != null && asns.contains(neighbour);
    });
  }

  /// One of these ASes is anywhere on the path.
  static RouteFilter as(Set<Asn> asns) {
    int[] bits = asns.stream().mapToInt(Asn::bits).toArray();
    return new OnPath(path -> {
      for (int asn : bits) {
        if (path.contains(asn)) {
          return true;
        }
      }
      return false;
    });
  }

  /// The path matches a pattern.
  static RouteFilter path(AsPathPattern pattern) {
    return new OnPath(pattern::matches);
  }

  /// One of the communities matches a pattern.
  static RouteFilter community(CommunityPattern pattern) {
    int type =
        switch (pattern.width()) {
          case 4 -> AttributeType.COMMUNITIES;
          case 8 -> AttributeType.EXTENDED_COMMUNITIES;
          case 12 -> AttributeType.LARGE_COMMUNITIES;
          default -> throw new IllegalArgumentException("no communities of " + pattern.width());
        };
    return new OnCommunities(set -> pattern.matchesAny(set.value(type)));
  }

  /// Packets go to one of these addresses.
  static RouteFilter nextHop(Set<IpAddress> addresses) {
    return new OnRoute(snapshot -> {
      BitSet wanted = new BitSet();
      OctetPages hops = snapshot.attributes().hops();
      for (int hop = 1; hop < hops.limit(); hop++) {
        if (hops.isLive(hop)) {
          MpReach reach = new MpReach(AfiSafi.IPV6_UNICAST, hops.get(hop), Octets.EMPTY);
          IpAddress address = reach.address();
          wanted.set(hop, address != null && addresses.contains(address));
        }
      }
      return route -> wanted.get(route.hop());
    });
  }

  /// Says whether a peer is meant.
  @FunctionalInterface
  interface PeerTest {
    /// Looks at the number of an ingress, and at what is known of it.
    boolean test(int number, Ingress ingress);
  }

  /// The route comes from such a peer.
  static RouteFilter peer(PeerTest peers) {
    return new OnRoute(snapshot -> {
      BitSet wanted = new BitSet();
      List<Ingress> all = snapshot.ingresses();
      for (int i = 0; i < all.size(); i++) {
        wanted.set(i, peers.test(i, all.get(i)));
      }
      return route -> wanted.get(route.ingress());
    });
  }

  /// The route comes from the ingress of that number.
  static RouteFilter ingress(int number) {
    return new OnRoute(_ -> route -> route.ingress() == number);
  }

  /// Origin validation said one of these.
  static RouteFilter rov(Set<RovState> states) {
    EnumSet<RovState> wanted = EnumSet.copyOf(states);
    return new OnRoute(_ -> route -> wanted.contains(route.rov()));
  }

  /// The session of the route is gone.
  static RouteFilter stale() {
    return new OnRoute(_ -> RouteCursor::isStale);
  }

  /// The prefix has such a length.
  ///
  /// @param to inclusive
  static RouteFilter length(int from, int to) {
    return new OnRoute(_ -> route -> route.length() >= from && route.length() <= to);
  }

  /// The route has that path identifier, unsigned.
  static RouteFilter pathId(int id) {
    return new OnRoute(_ -> route -> route.pathId() == id);
  }

  /// Anything that can be said of a route; it becomes a value for each that reaches the test.
  static RouteFilter where(Predicate<RibRoute> test) {
    return new OnRoute(_ -> route -> test.test(route.route()));
  }

  /// The opposite of a condition.
  static RouteFilter not(RouteFilter filter) {
    return switch (filter) {
      case OnPath path -> new OnPath(path.test.negate());
      case OnCommunities communities -> new OnCommunities(communities.test.negate());
      case OnRoute route -> new OnRoute(snapshot -> route.bind.of(snapshot).negate());
    };
  }
}
