package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;

/// Goes over routes of a snapshot without making an object for each.
///
/// ```java
/// for (RouteCursor c = snapshot.routes(AfiSafi.IPV4_UNICAST); c.next(); ) {
///   if (c.originBits() == 65000) { found.add(c.route()); }
/// }
/// ```
///
/// Belongs to the loop that made it. Before the first and behind the last route its answers have no
/// meaning; [#route] makes a value that stays.
public final class RouteCursor {
  private final RibSnapshot snapshot;
  private final AttributePages attributes;
  private final TablePages table;
  private final int[][] nodes;
  private final boolean byPrefix;
  private final NodeSource source;
  private int[] page = new int[0];
  private int at;
  private int left;
  private int stride;
  private int node;

  RouteCursor(RibSnapshot snapshot, TablePages table, NodeSource source) {
    this.snapshot = snapshot;
    this.attributes = snapshot.attributes();
    this.table = table;
    this.source = source;
    switch (table) {
      case PrefixPages prefixes -> {
        nodes = prefixes.trie().nodes();
        byPrefix = true;
      }
      case ExactPages exact -> {
        nodes = exact.nodes();
        byPrefix = false;
      }
    }
  }

  /// Moves to the next route; false behind the last.
  public boolean next() {
    if (left > 1) {
      left--;
      at += stride;
      return true;
    }
    return nextNode();
  }

  /// Moves to the first route of the next prefix; false behind the last.
  public boolean nextNode() {
    for (node = source.next(); node != 0; node = source.next()) {
      int meta;
      int block;
      if (byPrefix) {
        int[] own = nodes[node >>> TrieNodes.PAGE_SHIFT];
        int start = TrieNodes.offset(node);
        meta = own[start + TrieNodes.META];
        block = own[start + TrieNodes.BLOCK];
      } else {
        int[] own = nodes[node * 2 >>> IntColumn.SHIFT];
        block = own[node * 2 & IntColumn.MASK];
        meta = own[node * 2 + 1 & IntColumn.MASK];
      }
      left = meta >>> TrieNodes.COUNT_SHIFT;
      if (left > 0) {
        stride = Slots.stride(meta);
        page = table.slots()[Slots.page(block)];
        at = Slots.offset(block);
        return true;
      }
    }
    left = 0;
    return false;
  }

  /// Returns the family of the route.
  public AfiSafi family() {
    return table.family();
  }

  /// Returns the first 64 bits of the prefix, an IPv4 address in the first 32; 0 if the family has
  /// no prefixes.
  public long high() {
    return byPrefix
        ? TrieNodes.high(nodes[node >>> TrieNodes.PAGE_SHIFT], TrieNodes.offset(node))
        : 0;
  }

  /// Returns the last 64 bits of the prefix.
  public long low() {
    return byPrefix
        ? TrieNodes.low(nodes[node >>> TrieNodes.PAGE_SHIFT], TrieNodes.offset(node))
        : 0;
  }

  /// Returns the length of the prefix; 0 if the family has no prefixes.
  public int length() {
    return byPrefix ? TrieNodes.length(nodes, node) : 0;
  }

  /// Returns the number of the ingress.
  public int ingress() {
    return page[at + Slots.OWNER] >>> Slots.INGRESS_SHIFT;
  }

  /// Returns the path identifier, unsigned; 0 where there are none.
  public int pathId() {
    return stride == 5 ? page[at + Slots.PATH_ID] : 0;
  }

  /// Returns when the route was announced last, in seconds since 1970, unsigned.
  public int time() {
    return page[at + Slots.TIME];
  }

  /// Returns the number of the attribute set. Two routes of a snapshot have the same number exactly
  /// if they have the same attributes, next hop apart.
  public int set() {
    return page[at + Slots.SET];
  }

  /// Returns the number of the next hop, alike.
  public int hop() {
    return page[at + Slots.HOP];
  }

  /// Returns the number of the AS path, alike.
  public int pathNumber() {
    return attributes.sets().get(set(), SetPages.PATH);
  }

  /// Returns the number of the community set, alike.
  public int communitiesNumber() {
    return attributes.sets().get(set(), SetPages.COMMUNITIES);
  }

  /// Returns the origin AS, unsigned; 0 if there is none.
  public int originBits() {
    return attributes.sets().get(set(), SetPages.ORIGIN);
  }

  /// Returns what origin validation said of the route.
  public RovState rov() {
    return RibRoute.rov(page[at + Slots.OWNER]);
  }

  /// Returns whether the session of the route is gone (RFC 4724).
  public boolean isStale() {
    return (page[at + Slots.OWNER] & Slots.STALE) != 0;
  }

  /// Returns the AS path; empty if there is none.
  public AsPath asPath() {
    return attributes.path(set());
  }

  /// Returns the octets of the next hop, not copied.
  public Octets nextHopOctets() {
    return attributes.hop(hop());
  }

  /// Returns the route as a value.
  public RibRoute route() {
    return new RibRoute(
        snapshot, table, node, new int[] {set(), hop(), page[at + Slots.OWNER], time(), pathId()});
  }

  /// Returns the routes of the prefix from this one on, and stays in front of the next prefix.
  List<RibRoute> rest() {
    List<RibRoute> routes = new ArrayList<>();
    for (; left > 0; left--, at += stride) {
      routes.add(route());
    }
    return routes;
  }

  /// The same, but of two peers only.
  List<RibRoute> rest(int first, int second) {
    List<RibRoute> routes = new ArrayList<>();
    for (; left > 0; left--, at += stride) {
      if (ingress() == first || ingress() == second) {
        routes.add(route());
      }
    }
    return routes;
  }

  /// Compares the prefixes, or NLRI, of two cursors over tables of one family.
  int compareKey(RouteCursor other) {
    if (!byPrefix) {
      return route().nlri().compareUnsigned(other.route().nlri());
    }
    int order = Long.compareUnsigned(high(), other.high());
    order = order != 0 ? order : Long.compareUnsigned(low(), other.low());
    return order != 0 ? order : Integer.compare(length(), other.length());
  }

  /// Returns whether two cursors are at the same slots of a page that nobody has written since the
  /// older of their snapshots: then the routes of the prefix are the same. While a slot is not
  /// written it keeps its use of its attribute set, so that its number means the same to both.
  boolean sharesRoutesWith(RouteCursor other) {
    return page == other.page && at == other.at && left == other.left && stride == other.stride;
  }
}
