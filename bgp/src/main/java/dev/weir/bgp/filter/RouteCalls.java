package dev.weir.bgp.filter;

import dev.weir.bgp.path.PathAttributes;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.FunctionInfo;
import dev.weir.roto.host.LookupException;
import dev.weir.roto.host.Verdict;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.util.List;

/// The signatures that a filter of routes may have, each as an interface whose objects HotSpot sees
/// through, made one kind of [Call].
final class RouteCalls {
  private static final String ROUTE = "Route";
  private static final String INGRESS = "IngressInfo";
  private static final String ATTRIBUTES = "PathAttributes";

  private RouteCalls() {}

  /// Asks a script about a route.
  @FunctionalInterface
  interface Call {
    /// Whether the route is accepted; what came with that goes to `reason`.
    boolean accepts(Globals globals, Route route, RouteFilter.Reason reason);
  }

  /// `filter f(route: Route)`.
  @FunctionalInterface
  interface OfRoute {
    /// Asks the script.
    boolean accepts(Globals globals, Route route);
  }

  /// `filter f(route: Route, ingress: IngressInfo)`.
  @FunctionalInterface
  interface OfIngress {
    /// Asks the script.
    boolean accepts(Globals globals, Route route, IngressInfo ingress);
  }

  /// `filtermap f(route: Route)` with something in its verdicts.
  @FunctionalInterface
  interface WithReason {
    /// Asks the script.
    Verdict<Object, Object> decide(Globals globals, Route route);
  }

  /// `filtermap f(route: Route, ingress: IngressInfo)` with something in its verdicts.
  @FunctionalInterface
  interface OfIngressWithReason {
    /// Asks the script.
    Verdict<Object, Object> decide(Globals globals, Route route, IngressInfo ingress);
  }

  /// `filter f(attributes: PathAttributes)`.
  @FunctionalInterface
  interface OfAttributes {
    /// Asks the script.
    boolean accepts(Globals globals, PathAttributes attributes);
  }

  /// Whether a function can be a filter of routes.
  static boolean fits(FunctionInfo info) {
    List<String> parameters =
        info.parameters().stream().map(parameter -> parameter.type().toString()).toList();
    boolean known = parameters.equals(List.of(ROUTE)) || parameters.equals(List.of(ROUTE, INGRESS));
    return known
        && (info.result() == Type.Scalar.BOOL || BuiltIn.is(info.result(), BuiltIn.VERDICT));
  }

  /// The call of a function.
  ///
  /// @throws LookupException if there is none of that name
  /// @throws IllegalArgumentException if it is no filter of routes
  static Call find(CompiledPackage script, String name, Limits limits) {
    FunctionInfo info = script.find(name);
    if (info != null && !fits(info)) {
      throw new IllegalArgumentException(
          "`"
              + info.signature()
              + "` is no filter of routes: it must take a Route, a Route and an IngressInfo, or"
              + " PathAttributes, and give a verdict or a bool");
    }
    if (info != null && info.parameters().getFirst().type().toString().equals(ATTRIBUTES)) {
      OfAttributes call = script.function(name, OfAttributes.class, limits);
      return (globals, route, _) -> call.accepts(globals, route.attributes());
    }
    boolean ingress = info != null && info.parameters().size() == 2;
    if (info == null || isPlain(info.result())) {
      if (ingress) {
        OfIngress call = script.function(name, OfIngress.class, limits);
        return (globals, route, _) -> call.accepts(globals, route, route.ingress());
      }
      OfRoute call = script.function(name, OfRoute.class, limits);
      return (globals, route, _) -> call.accepts(globals, route);
    }
    if (ingress) {
      OfIngressWithReason call = script.function(name, OfIngressWithReason.class, limits);
      return (globals, route, reason) -> take(call.decide(globals, route, route.ingress()), reason);
    }
    WithReason call = script.function(name, WithReason.class, limits);
    return (globals, route, reason) -> take(call.decide(globals, route), reason);
  }

  private static boolean isPlain(Type result) {
    return result == Type.Scalar.BOOL
        || (BuiltIn.is(result, BuiltIn.VERDICT)
            && ((Type.Named) result.head())
                .arguments().stream().allMatch(part -> part == Type.Scalar.UNIT));
  }

  private static boolean take(Verdict<Object, Object> verdict, RouteFilter.Reason reason) {
    reason.value = verdict.value() == Unit.VALUE ? null : verdict.value();
    return verdict.isAccept();
  }
}
