package dev.weir.bgp.filter;

import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.IpAddress;
import dev.weir.roto.run.ScriptException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A filter of a [Policy], ready to be called again and again by one thread.
///
/// A call costs what an interface call costs, and allocates nothing but what the script does.
public final class RouteFilter implements Predicate<Route> {
  private final String name;
  private final RouteCalls.Call call;
  private final Globals globals;
  private final OnFault onFault;
  private final Reason reason = new Reason();
  private long faults;

  RouteFilter(String name, RouteCalls.Call call, Globals globals, OnFault onFault) {
    this.name = name;
    this.call = call;
    this.globals = globals;
    this.onFault = onFault;
  }

  /// Decides. The route may be changed by it, see [Route#isChanged]; if the policy is stopped, the
  /// route is as it was before, and the answer is the default.
  ///
  /// @return whether the route is accepted
  public boolean accepts(Route route) {
    PathAttributes before = route.attributes();
    IpAddress nextHop = route.givenNextHop();
    reason.value = null;
    try {
      return call.accepts(globals, route, reason);
    } catch (ScriptException stopped) {
      route.restore(before, nextHop);
      faults++;
      onFault.listener().accept(new PolicyFault(name, route.toString(), onFault.accept(), stopped));
      return onFault.accept();
    }
  }

  /// Decides, see [#accepts].
  @Override
  public boolean test(Route route) {
    return accepts(route);
  }

  /// Returns what the script gave with its last decision, `accept 100` or `reject "too long"`: a
  /// Java value as handles on scripts have it; null if it gave nothing or was stopped.
  public @Nullable Object reason() {
    return reason.value;
  }

  /// Returns how many calls were stopped.
  public long faults() {
    return faults;
  }

  /// Returns the name of the function.
  public String name() {
    return name;
  }

  /// Returns what comes with each call.
  public Globals globals() {
    return globals;
  }

  /// Where a call leaves what came with its decision.
  static final class Reason {
    @Nullable Object value;
  }
}
