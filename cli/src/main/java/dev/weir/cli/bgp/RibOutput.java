package dev.weir.cli.bgp;

import dev.weir.bgp.rib.QuerySummary;
import dev.weir.bgp.rib.RibRoute;
import org.jspecify.annotations.Nullable;

/// How answers of a routing table are printed.
interface RibOutput {
  /// Begins an answer.
  ///
  /// @param query its text
  /// @param several whether there are other answers, so that this one needs a title
  /// @param judged whether routes come with verdicts
  void begin(String query, boolean several, boolean judged);

  /// Prints a route.
  void route(RibRoute route, RouteJudge.@Nullable Verdict verdict);

  /// Ends an answer.
  void end(QuerySummary summary);
}
