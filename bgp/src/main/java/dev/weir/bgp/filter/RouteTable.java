package dev.weir.bgp.filter;

import dev.weir.bgp.rib.MalformedQuery;
import dev.weir.bgp.rib.Query;
import dev.weir.bgp.rib.RibSnapshot;
import dev.weir.bgp.rib.RouteCursor;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.ArrayList;
import java.util.List;

/// A routing table as scripts see it: the type `Table`. Routes are made for the answer only, each
/// on its own; an answer has at most [#MOST] of them, and [#count] and queries say how many there
/// are.
@Doc("A routing table at one moment. An answer has at most 1,000,000 routes.")
public final class RouteTable {
  /// The most routes of an answer.
  public static final int MOST = 1_000_000;

  private final RibSnapshot snapshot;

  private RouteTable(RibSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The table of a snapshot.
  public static RouteTable of(RibSnapshot snapshot) {
    return new RouteTable(snapshot);
  }

  /// Returns how many routes there are.
  @Doc("How many routes there are.")
  public @Unsigned long count() {
    return snapshot.routes();
  }

  /// Returns the unicast routes.
  @Doc("The unicast routes.")
  public List<Route> routes() {
    List<Route> found = new ArrayList<>();
    collect(snapshot.routes(AfiSafi.IPV4_UNICAST), found);
    collect(snapshot.routes(AfiSafi.IPV6_UNICAST), found);
    return found;
  }

  /// Returns the routes of a prefix.
  @Doc("The unicast routes of a prefix.")
  public List<Route> exact(Prefix prefix) {
    return collect(snapshot.exact(family(prefix), prefix), new ArrayList<>());
  }

  /// Returns the routes of the longest prefix that holds another.
  @Doc("The unicast routes of the longest prefix with routes that holds this one, itself included.")
  public List<Route> longestMatch(Prefix prefix) {
    return collect(snapshot.longest(family(prefix), prefix), new ArrayList<>());
  }

  /// Returns the routes of the prefixes inside one.
  @Doc("The unicast routes of all prefixes inside one, itself included.")
  public List<Route> moreSpecifics(Prefix prefix) {
    return collect(snapshot.inside(family(prefix), prefix), new ArrayList<>());
  }

  /// Returns the routes of the prefixes around one.
  @Doc("The unicast routes of all prefixes around one, itself included, the shortest first.")
  public List<Route> lessSpecifics(Prefix prefix) {
    return collect(snapshot.around(family(prefix), prefix), new ArrayList<>());
  }

  /// Returns the routes that a query asks for.
  ///
  /// @throws MalformedQuery if the text is none
  @Doc(
      "The routes that a query asks for, as `weir rib` has them:"
          + " `more-specifics 10.0.0.0/8 origin AS3333`. Stops the script if the text is no query.")
  public List<Route> query(String text) {
    List<Route> found = new ArrayList<>();
    Query.parse(text)
        .run(
            snapshot,
            route -> {
              if (found.size() < MOST) {
                found.add(TableRoutes.of(route));
              }
            });
    return found;
  }

  /// Returns the peers that the routes come from.
  @Doc("The peers that the routes come from.")
  public List<IngressInfo> peers() {
    return snapshot.ingresses().stream().map(TableRoutes::ingress).toList();
  }

  private static List<Route> collect(RouteCursor cursor, List<Route> into) {
    while (into.size() < MOST && cursor.next()) {
      into.add(TableRoutes.of(cursor.route()));
    }
    return into;
  }

  private static AfiSafi family(Prefix prefix) {
    return prefix.address() instanceof Ipv4Address ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST;
  }

  /// Returns how many routes of how many peers there are.
  @Override
  public String toString() {
    return snapshot.routes() + " routes of " + snapshot.ingresses().size() + " peers";
  }
}
