package dev.weir.bgp.filter;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.FunctionInfo;
import dev.weir.roto.host.LookupException;
import dev.weir.roto.run.Limits;
import java.util.List;
import java.util.Optional;

/// A compiled script whose filters decide about routes. Immutable, and shared by all threads
/// without a lock; what belongs to one thread is in the [RouteFilter]s made of it.
public final class Policy {
  /// What one call may use up: ten million steps, 200 nested calls, 64 MiB. A policy that needs
  /// more for one route would stop a table for a second at each.
  public static final Limits LIMITS = new Limits(10_000_000, 200, 64L << 20);

  private final CompiledPackage script;
  private final Limits limits;

  private Policy(CompiledPackage script, Limits limits) {
    this.script = script;
    this.limits = limits;
  }

  /// The policy of a package that a [PolicyRuntime] has compiled.
  public static Policy of(CompiledPackage script) {
    return new Policy(script, LIMITS);
  }

  /// The same with other limits of each call.
  public Policy withLimits(Limits each) {
    return new Policy(script, each);
  }

  /// The compiled package.
  public CompiledPackage script() {
    return script;
  }

  /// Returns whether the script has a function or filter of that name.
  public boolean has(String name) {
    return script.find(name) != null;
  }

  /// The filter to take where nobody has named one: that of the hook, else the only one that the
  /// script has for routes; empty if there is neither.
  ///
  /// @param hook such as `rib_in_pre`
  public Optional<String> preferred(String hook) {
    if (has(hook)) {
      return Optional.of(hook);
    }
    List<String> found =
        script.functions().stream()
            .filter(RouteCalls::fits)
            .filter(each -> each.kind() == dev.weir.roto.tree.Function.Kind.FILTER)
            .map(FunctionInfo::path)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// A filter for one thread, under a name. Its function takes a `Route`, or a `Route` and an
  /// `IngressInfo`, and gives a verdict or a `bool`.
  ///
  /// @param name `rib_in_pre`, `modules.strict`
  /// @throws LookupException if there is no such function
  /// @throws IllegalArgumentException if it is no filter of routes
  public RouteFilter routeFilter(String name, Globals globals, OnFault onFault) {
    return new RouteFilter(name, RouteCalls.find(script, name, limits), globals, onFault);
  }

  /// A filter for one thread that drops faults and rejects on them.
  ///
  /// @throws LookupException if there is no such function
  /// @throws IllegalArgumentException if it is no filter of routes
  public RouteFilter routeFilter(String name, Globals globals) {
    return routeFilter(name, globals, OnFault.reject(_ -> {}));
  }

  /// The hooks of the policy for one thread.
  ///
  /// @throws LookupException if a function with the name of a hook has other types
  public PolicyHooks hooks(Globals globals, OnFault onFault) {
    return new PolicyHooks(this, globals, onFault);
  }

  /// Lets the script fill the named lists of some globals, if it has a function `compile_lists`.
  /// Done once, before the threads begin.
  ///
  /// @throws dev.weir.roto.run.ScriptException if the script is stopped
  public void fillLists(Globals globals) {
    PolicyHooks.fillLists(this, globals);
  }

  <F> F handle(String name, Class<F> shape) {
    return script.function(name, shape, limits);
  }

  /// The limits of each call.
  public Limits limits() {
    return limits;
  }
}
