package dev.weir.bgp.filter;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.RuntimeBuilder;
import dev.weir.roto.source.SourceTree;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.stream.Stream;

/// What policies are compiled in: the standard library of Roto, and the types of BGP. Immutable,
/// and shared by all threads; making one costs some tens of milliseconds, so a program makes one.
public final class PolicyRuntime {
  private final Runtime runtime;

  private PolicyRuntime(Runtime runtime) {
    this.runtime = runtime;
  }

  /// The library of Roto and the types of BGP.
  public static PolicyRuntime standard() {
    return new PolicyRuntime(register(Runtime.builder(MethodHandles.lookup())).build());
  }

  /// Adds the types of BGP and the [Globals] to a runtime.
  private static RuntimeBuilder register(RuntimeBuilder builder) {
    return builder
        .type(RibType.class)
        .type(IngressInfo.class)
        .type(Route.class)
        .type(Log.class)
        .type(Metrics.class)
        .module("Route", route -> functions(route, RouteFunctions.class))
        .context(Globals.class);
  }

  /// Adds the documented static methods of a class, in the order of their names.
  private static void functions(RuntimeBuilder scope, Class<?> functions) {
    Stream.of(functions.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Doc.class))
        .sorted(Comparator.comparing(Method::getName))
        .forEach(scope::function);
  }

  /// Compiles a script. Never throws at one: whatever is wrong is a diagnostic.
  public Compilation compile(SourceTree tree) {
    return runtime.compile(tree);
  }

  /// What scripts are compiled in.
  public Runtime runtime() {
    return runtime;
  }
}
