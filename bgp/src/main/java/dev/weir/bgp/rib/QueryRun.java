package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One answer to a [Query].
///
/// Counting goes over the slots as they are stored. Routes in the order of the table are given out
/// as the walk over the prefixes finds them, and the walk ends with the limit. Any other order
/// keeps the best routes so far in a heap of the size of the limit.
final class QueryRun {
  private final Query query;
  private final RibSnapshot snapshot;
  private final @Nullable Position after;
  private final List<AfiSafi> families;
  private final RouteTest test;
  private final int[] ranks;
  private final boolean natural;

  private record Found(Position position, RibRoute route) {}

  QueryRun(Query query, RibSnapshot snapshot) {
    this.query = query;
    this.snapshot = snapshot;
    String token = query.paging().after();
    this.after = token == null ? null : Position.parse(token);
    this.families = families();
    this.test = new RouteTest(query.filters(), snapshot, reach());
    this.ranks = query.sort() == SortKey.PEER ? ranks() : new int[0];
    this.natural = query.sort() == SortKey.PREFIX && !query.descending();
  }

  private List<AfiSafi> families() {
    AfiSafi wanted = query.family();
    if (wanted != null) {
      return List.of(wanted);
    }
    Prefix prefix = prefix();
    if (prefix != null) {
      boolean four = prefix.address() instanceof Ipv4Address;
      return List.of(four ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST);
    }
    return List.copyOf(snapshot.families());
  }

  private @Nullable Prefix prefix() {
    return switch (query.range()) {
      case Range.All _ -> null;
      case Range.Exact(Prefix prefix) -> prefix;
      case Range.Longest(Prefix prefix) -> prefix;
      case Range.MoreSpecific(Prefix prefix) -> prefix;
      case Range.LessSpecific(Prefix prefix) -> prefix;
    };
  }

  private RouteTest.Reach reach() {
    return switch (query.range()) {
      case Range.All _ -> isShort() ? RouteTest.Reach.PART : RouteTest.Reach.ALL;
      case Range.MoreSpecific(Prefix prefix) when prefix.length() == 0 ->
          isShort() ? RouteTest.Reach.PART : RouteTest.Reach.ALL;
      case Range.MoreSpecific _ -> RouteTest.Reach.PART;
      case Range.Exact _, Range.Longest _, Range.LessSpecific _ -> RouteTest.Reach.FEW;
    };
  }

  /// Whether the answer may be full long before the end of the table.
  private boolean isShort() {
    Query.Paging paging = query.paging();
    return paging.limit() > 0
        && !paging.countOnly()
        && query.sort() == SortKey.PREFIX
        && !query.descending();
  }

  private int[] ranks() {
    List<Ingress> all = snapshot.ingresses();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparing((Integer i) -> all.get(i).address())
            .thenComparing(i -> all.get(i).asn())
            .thenComparing(i -> all.get(i).source()));
    int[] result = new int[all.size()];
    for (int rank = 0; rank < result.length; rank++) {
      result[order.get(rank)] = rank;
    }
    return result;
  }

  QuerySummary run(Consumer<RibRoute> routes) {
    if (query.paging().countOnly()) {
      return new QuerySummary(count(), null);
    }
    return natural ? inOrder(routes) : sorted(routes);
  }

  private long count() {
    long count = 0;
    for (AfiSafi family : families) {
      for (RouteCursor route = cursor(family, false); route.next(); ) {
        count += test.test(route) ? 1 : 0;
      }
    }
    return count;
  }

  private QuerySummary inOrder(Consumer<RibRoute> routes) {
    int limit = query.paging().limit();
    long count = 0;
    RibRoute last = null;
    for (AfiSafi family : families) {
      if (after != null && family.compareTo(after.family()) < 0) {
        continue;
      }
      for (RouteCursor route = cursor(family, true); route.next(); ) {
        if (!test.test(route)) {
          continue;
        }
        RibRoute found = route.route();
        if (after != null && Position.of(0, found).compareTo(after) <= 0) {
          continue;
        }
        if (last != null && count == limit && limit > 0) {
          return new QuerySummary(count, Position.of(0, last).token());
        }
        routes.accept(found);
        last = found;
        count++;
      }
    }
    return new QuerySummary(count, null);
  }

  private QuerySummary sorted(Consumer<RibRoute> routes) {
    int limit = query.paging().limit();
    Comparator<Found> order = Comparator.comparing(Found::position, this::compare);
    PriorityQueue<Found> heap = new PriorityQueue<>(limit > 0 ? limit + 1 : 64, order.reversed());
    boolean more = false;
    for (AfiSafi family : families) {
      for (RouteCursor route = cursor(family, false); route.next(); ) {
        if (!test.test(route)) {
          continue;
        }
        long value = value(route);
        Found worst = heap.peek();
        boolean full = limit > 0 && heap.size() == limit && worst != null;
        if (full && worst != null && isBehind(value, worst.position.value())) {
          more = true;
          continue;
        }
        RibRoute found = route.route();
        Found candidate = new Found(Position.of(value, found), found);
        if (after == null || compare(candidate.position, after) > 0) {
          heap.add(candidate);
          if (limit > 0 && heap.size() > limit) {
            heap.poll();
            more = true;
          }
        }
      }
    }
    List<Found> all = new ArrayList<>(heap);
    all.sort(order);
    all.forEach(found -> routes.accept(found.route));
    return new QuerySummary(all.size(), more ? all.getLast().position.token() : null);
  }

  /// Orders positions as the answer wants them: what it is sorted by may be turned round; what is
  /// equal stays in the order of the table, unless that is what it is sorted by.
  private int compare(Position a, Position b) {
    if (!query.descending()) {
      return a.compareTo(b);
    }
    int order = Long.compare(b.value(), a.value());
    if (order != 0) {
      return order;
    }
    return query.sort() == SortKey.PREFIX ? b.compareTo(a) : a.compareTo(b);
  }

  private boolean isBehind(long value, long worst) {
    return query.descending() ? value < worst : value > worst;
  }

  private long value(RouteCursor route) {
    return switch (query.sort()) {
      case PREFIX -> 0;
      case PEER -> ranks[route.ingress()];
      case ORIGIN -> route.originBits() & 0xffff_ffffL;
      case LENGTH -> route.length();
      case TIME -> route.time() & 0xffff_ffffL;
      case HOPS -> route.asPath().hops();
    };
  }

  private RouteCursor cursor(AfiSafi family, boolean ordered) {
    return switch (query.range()) {
      case Range.All _ -> ordered ? all(family) : snapshot.routes(family);
      case Range.Exact(Prefix prefix) -> snapshot.exact(family, prefix);
      case Range.Longest(Prefix prefix) -> snapshot.longest(family, prefix);
      case Range.LessSpecific(Prefix prefix) -> snapshot.around(family, prefix);
      case Range.MoreSpecific(Prefix prefix) -> inside(family, prefix);
    };
  }

  private RouteCursor all(AfiSafi family) {
    return snapshot.table(family) instanceof PrefixPages && after != null
        ? inside(family, Prefix.parse(family.afi() == AfiSafi.AFI_IPV4 ? "0.0.0.0/0" : "::/0"))
        : snapshot.ordered(family);
  }

  private RouteCursor inside(AfiSafi family, Prefix prefix) {
    Prefix from = after != null && family.equals(after.family()) && natural ? after.prefix() : null;
    return from == null ? snapshot.inside(family, prefix) : snapshot.inside(family, prefix, from);
  }
}
