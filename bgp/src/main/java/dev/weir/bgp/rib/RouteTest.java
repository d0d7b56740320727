package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/// The conditions of a query, made ready for a snapshot.
///
/// **Idea.** Conditions on paths and communities are conditions on attribute sets, of which there
/// are six times fewer than routes. Where all routes are looked at, they are answered beforehand
/// for every path and every community set in the order in which these are stored, and become one
/// bit for each attribute set; the half megabyte of bits for four million sets stays in the
/// processor's cache while the slots stream past. Where a query looks at part of the table, a set
/// is judged when it is met first. Where it looks at a single prefix, nothing is remembered.
final class RouteTest {
  /// How much of the table is looked at.
  enum Reach {
    /// All of it.
    ALL,
    /// A part.
    PART,
    /// A handful of prefixes.
    FEW
  }

  private final AttributePages attributes;
  private final List<RouteFilter.OnPath> onPath = new ArrayList<>();
  private final List<RouteFilter.OnCommunities> onCommunities = new ArrayList<>();
  private final List<Predicate<RouteCursor>> onRoute = new ArrayList<>();
  private final boolean judgesSets;
  private final boolean remembers;
  private final BitSet known = new BitSet();
  private BitSet good = new BitSet();
  private final boolean complete;

  RouteTest(List<RouteFilter> filters, RibSnapshot snapshot, Reach reach) {
    this.attributes = snapshot.attributes();
    for (RouteFilter filter : filters) {
      switch (filter) {
        case RouteFilter.OnPath path -> onPath.add(path);
        case RouteFilter.OnCommunities communities -> onCommunities.add(communities);
        case RouteFilter.OnRoute route -> onRoute.add(route.bind().of(snapshot));
      }
    }
    this.judgesSets = !onPath.isEmpty() || !onCommunities.isEmpty();
    this.complete = judgesSets && reach == Reach.ALL;
    this.remembers = reach == Reach.PART;
    if (complete) {
      good = judgeAll();
    }
  }

  /// Returns whether the route that a cursor is at meets all conditions.
  boolean test(RouteCursor route) {
    if (judgesSets && !(complete ? good.get(route.set()) : judge(route.set()))) {
      return false;
    }
    for (int i = 0; i < onRoute.size(); i++) {
      if (!onRoute.get(i).test(route)) {
        return false;
      }
    }
    return true;
  }

  private boolean judge(int set) {
    if (remembers && known.get(set)) {
      return good.get(set);
    }
    SetPages sets = attributes.sets();
    boolean verdict =
        isGoodPath(sets.get(set, SetPages.PATH))
            && isGoodCommunities(sets.get(set, SetPages.COMMUNITIES));
    if (remembers) {
      known.set(set);
      good.set(set, verdict);
    }
    return verdict;
  }

  private BitSet judgeAll() {
    BitSet paths = new BitSet();
    if (!onPath.isEmpty()) {
      OctetPages all = attributes.paths();
      for (int path = 0; path < all.limit(); path++) {
        paths.set(path, all.isLive(path) && isGoodPath(path));
      }
    }
    BitSet communities = new BitSet();
    if (!onCommunities.isEmpty()) {
      OctetPages all = attributes.communities();
      for (int set = 0; set < all.limit(); set++) {
        communities.set(set, all.isLive(set) && isGoodCommunities(set));
      }
    }
    SetPages sets = attributes.sets();
    BitSet verdicts = new BitSet(sets.limit());
    for (int set = 1; set < sets.limit(); set++) {
      verdicts.set(
          set,
          (onPath.isEmpty() || paths.get(sets.get(set, SetPages.PATH)))
              && (onCommunities.isEmpty() || communities.get(sets.get(set, SetPages.COMMUNITIES))));
    }
    return verdicts;
  }

  private boolean isGoodPath(int path) {
    for (RouteFilter.OnPath filter : onPath) {
      Octets octets = attributes.paths().get(path);
      if (!filter.test().test(new dev.weir.bgp.path.AsPath(octets, true))) {
        return false;
      }
    }
    return true;
  }

  private boolean isGoodCommunities(int set) {
    Octets octets = attributes.communities().get(set);
    for (RouteFilter.OnCommunities filter : onCommunities) {
      if (!filter.test().test(type -> Frame.communities(octets, type))) {
        return false;
      }
    }
    return true;
  }
}
