package dev.weir.bgp.flow;

import dev.weir.bgp.filter.ArchiveRoutes;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.RouteFilter;
import dev.weir.bgp.mrt.RouteCursor;
import java.util.concurrent.atomic.LongAdder;

/// Asks a policy about the routes that a first gate lets pass, and gives them the attributes that
/// the policy has changed. Belongs to one worker, as the filter does.
public final class PolicyGate implements RouteGate {
  private final RouteGate first;
  private final RouteFilter filter;
  private final LongAdder asked;
  private final LongAdder accepted;
  private final ArchiveRoutes routes = new ArchiveRoutes(null);

  /// Makes the gate of one worker.
  ///
  /// @param first is asked before the policy
  /// @param filter of this worker
  /// @param asked counts the routes that the policy was asked about
  /// @param accepted counts those that it accepted
  public PolicyGate(RouteGate first, RouteFilter filter, LongAdder asked, LongAdder accepted) {
    this.first = first;
    this.filter = filter;
    this.asked = asked;
    this.accepted = accepted;
  }

  @Override
  public boolean passesOther(byte[] octets, int start, int end) {
    return first.passesOther(octets, start, end);
  }

  @Override
  public boolean passes(RouteCursor route) {
    if (!first.passes(route)) {
      return false;
    }
    asked.increment();
    Route view = routes.at(route);
    if (!filter.accepts(view)) {
      return false;
    }
    accepted.increment();
    if (view.isChanged() && !route.isWithdrawn()) {
      route.replace(view.attributes());
    }
    return true;
  }
}
