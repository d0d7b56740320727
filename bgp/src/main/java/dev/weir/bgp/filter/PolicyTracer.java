package dev.weir.bgp.filter;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.TraceStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a policy so that it tells how it comes to its decision. Belongs to one thread; slower than
/// the policy itself, which stays as it is.
public final class PolicyTracer {
  /// The most steps that are kept of one decision.
  public static final int MOST_STEPS = 10_000;

  private final List<TraceStep> steps = new ArrayList<>();
  private final List<PolicyFault> faults = new ArrayList<>();
  private final RouteFilter filter;
  private long told;

  /// How a decision came about.
  ///
  /// @param accepted the verdict; the default if the policy was stopped
  /// @param reason what came with the verdict; null if nothing did
  /// @param steps in order, the first [#MOST_STEPS] of them
  /// @param total how many there were
  /// @param fault why the policy was stopped; null if it was not
  public record Explanation(
      boolean accepted,
      @Nullable Object reason,
      List<TraceStep> steps,
      long total,
      @Nullable PolicyFault fault) {
    /// Copies the list.
    public Explanation {
      steps = List.copyOf(steps);
    }
  }

  /// Compiles a policy once more, with reports.
  ///
  /// @param name of the filter
  /// @throws dev.weir.roto.host.LookupException if there is no such function
  /// @throws IllegalArgumentException if it is no filter of routes
  public PolicyTracer(PolicyRuntime runtime, Policy policy, String name, Globals globals) {
    CompiledPackage traced = runtime.runtime().traced(policy.script(), this::hear).orThrow();
    this.filter =
        Policy.of(traced)
            .withLimits(policy.limits())
            .routeFilter(name, globals, OnFault.reject(faults::add));
  }

  private void hear(TraceStep step) {
    told++;
    if (steps.size() < MOST_STEPS) {
      steps.add(step);
    }
  }

  /// Decides about a route and tells how. The route may be changed by it.
  public Explanation explain(Route route) {
    steps.clear();
    faults.clear();
    told = 0;
    boolean accepted = filter.accepts(route);
    return new Explanation(
        accepted, filter.reason(), steps, told, faults.isEmpty() ? null : faults.getFirst());
  }
}
