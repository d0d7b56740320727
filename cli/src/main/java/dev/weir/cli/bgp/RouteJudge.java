package dev.weir.cli.bgp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rib.Decision;
import dev.weir.bgp.rib.DecisionProcess;
import dev.weir.bgp.rib.RibRoute;
import dev.weir.bgp.rib.RibSnapshot;
import dev.weir.bgp.rib.RouteCursor;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says of each route of an answer whether it is the best of its prefix. The decision of the last
/// prefix is kept, because the routes of a prefix mostly come together.
final class RouteJudge {
  private final RibSnapshot snapshot;
  private final @Nullable DecisionProcess process;
  private @Nullable AfiSafi family;
  private Octets nlri = Octets.EMPTY;
  private Decision decision = new Decision(null, List.of());

  /// What is said of a route.
  ///
  /// @param best whether it is the best
  /// @param reason why, or why not
  record Verdict(boolean best, String reason) {}

  /// Judges by a process, or not at all.
  RouteJudge(RibSnapshot snapshot, @Nullable DecisionProcess process) {
    this.snapshot = snapshot;
    this.process = process;
  }

  @Nullable Verdict verdict(RibRoute route) {
    if (process == null) {
      return null;
    }
    if (!route.family().equals(family) || !route.nlri().equals(nlri)) {
      family = route.family();
      nlri = route.nlri().detach();
      decision = process.decide(routes(route));
    }
    RibRoute best = decision.best();
    if (best != null && isSame(best, route)) {
      return new Verdict(true, decision.reason());
    }
    for (Decision.Lost lost : decision.lost()) {
      if (isSame(lost.route(), route)) {
        return new Verdict(false, lost.reason());
      }
    }
    return null;
  }

  private static boolean isSame(RibRoute a, RibRoute b) {
    return a.ingress() == b.ingress() && a.pathId() == b.pathId();
  }

  private List<RibRoute> routes(RibRoute of) {
    List<RibRoute> all = new ArrayList<>();
    RouteCursor cursor =
        of.family().isPlain()
            ? snapshot.exact(of.family(), of.prefix())
            : snapshot.exact(of.family(), of.nlri());
    while (cursor.next()) {
      all.add(cursor.route());
    }
    return all;
  }
}
