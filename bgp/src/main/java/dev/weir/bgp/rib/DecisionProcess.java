package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Finds the best route of a prefix as RFC 4271 section 9.1 says, and why it is the best.
///
/// Each step looks at the routes that are left and takes away those that another one is better
/// than. So the result does not depend on the order of the routes, which a comparison of two at a
/// time would, because MEDs of different neighbours are not compared (RFC 3345).
public final class DecisionProcess {
  private static final long WORST = 0xffff_ffffL;

  private final DecisionRules rules;

  /// Decides by some rules.
  public DecisionProcess(DecisionRules rules) {
    this.rules = rules;
  }

  /// Decides between all routes of a prefix.
  public Decision decide(RibSnapshot snapshot, AfiSafi family, Prefix prefix) {
    List<RibRoute> routes = new ArrayList<>();
    for (RouteCursor each = snapshot.exact(family, prefix); each.next(); ) {
      routes.add(each.route());
    }
    return decide(routes);
  }

  /// Decides between some routes, all of one prefix.
  public Decision decide(List<RibRoute> routes) {
    List<RibRoute> left = new ArrayList<>(routes);
    List<Decision.Lost> lost = new ArrayList<>();
    for (DecisionStep step : DecisionStep.values()) {
      if (step == DecisionStep.LOOP) {
        refuseLoops(left, lost);
      } else if (left.size() > 1) {
        take(step, left, lost);
      }
    }
    return new Decision(left.isEmpty() ? null : left.getFirst(), lost);
  }

  private void refuseLoops(List<RibRoute> left, List<Decision.Lost> lost) {
    left.removeIf(route -> {
      for (Asn own : rules.internal()) {
        if (hasOutsideConfederation(route.asPath(), own)) {
          lost.add(new Decision.Lost(route, DecisionStep.LOOP, own.toString(), "none"));
          return true;
        }
      }
      return false;
    });
  }

  private static boolean hasOutsideConfederation(AsPath path, Asn own) {
    for (AsPath.Segments s = path.segments(); s.next(); ) {
      if (s.kind() == AsPath.AS_SEQUENCE || s.kind() == AsPath.AS_SET) {
        for (int i = 0; i < s.count(); i++) {
          if (s.asn(i) == own.bits()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void take(DecisionStep step, List<RibRoute> left, List<Decision.Lost> lost) {
    switch (step) {
      case LOOP -> {}
      case LONG_STALE ->
          keep(left, lost, step, r -> r.isLongStale() ? 1 : 0, r -> yes(r.isLongStale()));
      case LOCAL_PREFERENCE ->
          keep(left, lost, step, r -> -preference(r), r -> Long.toString(preference(r)));
      case PATH_LENGTH ->
          keep(left, lost, step, r -> r.asPath().hops(), r -> r.asPath().hops() + "");
      case ORIGIN -> keep(left, lost, step, DecisionProcess::origin, r -> "" + r.origin());
      case MED -> compareMeds(left, lost);
      case EXTERNAL -> keep(left, lost, step, r -> isExternal(r) ? 0 : 1, r -> yes(isExternal(r)));
      case INTERIOR_COST ->
          keep(
              left,
              lost,
              step,
              r -> rules.interiorCost().applyAsLong(r),
              r -> rules.interiorCost().applyAsLong(r) + "");
      case OLDEST -> {
        if (rules.preferOldest() && left.stream().allMatch(this::isExternal)) {
          keep(left, lost, step, RibRoute::time, r -> "since " + r.time());
        }
      }
      case ROUTER_ID ->
          keep(
              left,
              lost,
              step,
              DecisionProcess::routerId,
              r -> new Ipv4Address((int) routerId(r)).toString());
      case CLUSTER_LIST -> keep(left, lost, step, DecisionProcess::clusters, r -> clusters(r) + "");
      case PEER_ADDRESS -> {
        IpAddress lowest =
            left.stream().map(r -> r.peer().address()).min(Comparator.naturalOrder()).orElseThrow();
        keep(
            left,
            lost,
            step,
            r -> r.peer().address().compareTo(lowest),
            r -> r.peer().address().toString());
      }
      case PATH_ID ->
          keep(
              left,
              lost,
              step,
              r -> Integer.toUnsignedLong(r.pathId()),
              r -> Integer.toUnsignedString(r.pathId()));
    }
  }

  /// Keeps the routes with the lowest value.
  private static void keep(
      List<RibRoute> left,
      List<Decision.Lost> lost,
      DecisionStep step,
      Function<RibRoute, Number> value,
      Function<RibRoute, String> words) {
    RibRoute best = left.getFirst();
    long lowest = value.apply(best).longValue();
    for (RibRoute route : left) {
      long own = value.apply(route).longValue();
      if (own < lowest) {
        lowest = own;
        best = route;
      }
    }
    String better = words.apply(best);
    for (RibRoute route : List.copyOf(left)) {
      if (value.apply(route).longValue() != lowest) {
        lost.add(new Decision.Lost(route, step, words.apply(route), better));
        left.remove(route);
      }
    }
  }

  private void compareMeds(List<RibRoute> left, List<Decision.Lost> lost) {
    switch (rules.med()) {
      case NEVER -> {}
      case ALWAYS -> keep(left, lost, DecisionStep.MED, this::med, this::medWords);
      case SAME_NEIGHBOUR -> {
        List<RibRoute> all = List.copyOf(left);
        for (RibRoute first : all) {
          if (left.contains(first)) {
            Asn neighbour = first.asPath().neighbour();
            List<RibRoute> same = new ArrayList<>(left);
            same.removeIf(r -> !Objects.equals(r.asPath().neighbour(), neighbour));
            List<RibRoute> kept = new ArrayList<>(same);
            keep(kept, lost, DecisionStep.MED, this::med, this::medWords);
            same.removeAll(kept);
            left.removeAll(same);
          }
        }
      }
    }
  }

  private long med(RibRoute route) {
    long med = route.med();
    return med >= 0 ? med : rules.missingMedIsWorst() ? WORST : 0;
  }

  private String medWords(RibRoute route) {
    return route.med() >= 0 ? Long.toString(route.med()) : "none (" + med(route) + ")";
  }

  private long preference(RibRoute route) {
    long preference = route.localPreference();
    return preference >= 0 ? preference : rules.defaultPreference();
  }

  private boolean isExternal(RibRoute route) {
    return !rules.internal().contains(route.peer().asn());
  }

  private static int origin(RibRoute route) {
    Origin origin = route.origin();
    return origin == null ? 3 : origin.ordinal();
  }

  private static long routerId(RibRoute route) {
    Octets originator = route.value(AttributeType.ORIGINATOR_ID);
    return originator != null && originator.length() == 4
        ? originator.u32(0)
        : route.peer().bgpId().bits() & WORST;
  }

  private static int clusters(RibRoute route) {
    Octets list = route.value(AttributeType.CLUSTER_LIST);
    return list == null ? 0 : list.length() / 4;
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
