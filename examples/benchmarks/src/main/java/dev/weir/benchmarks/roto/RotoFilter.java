package dev.weir.benchmarks.roto;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How fast does a policy of thirty lines decide about a million routes, under the usual limits,
/// beside the same policy in Java?
///
/// Figures are nanoseconds for one route; with `-prof gc` neither allocates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RotoFilter {
  private static final int ROUTES = 1_000_000;

  /// The filter as the host sees it.
  public interface Import {
    /// Whether the route is accepted.
    boolean accepts(Route route);
  }

  private Route[] routes;
  private Import roto;
  private Import java;

  /// Compiles the script, makes the routes and compares the decisions.
  @Setup
  public void prepare() {
    routes = Route.random(ROUTES);
    roto = Scripts.filter().function("import_route", Import.class);
    java = FilterInJava::accepts;
    int accepted = 0;
    for (Route route : routes) {
      if (roto.accepts(route) != java.accepts(route)) {
        throw new IllegalStateException("the script and Java disagree");
      }
      accepted += java.accepts(route) ? 1 : 0;
    }
    if (accepted < ROUTES / 10 || accepted > ROUTES * 9 / 10) {
      throw new IllegalStateException(accepted + " accepted: the routes exercise too little");
    }
  }

  /// The filter in Roto.
  @Benchmark
  @OperationsPerInvocation(ROUTES)
  public int roto() {
    int accepted = 0;
    for (Route route : routes) {
      accepted += roto.accepts(route) ? 1 : 0;
    }
    return accepted;
  }

  /// The filter in Java.
  @Benchmark
  @OperationsPerInvocation(ROUTES)
  public int java() {
    int accepted = 0;
    for (Route route : routes) {
      accepted += java.accepts(route) ? 1 : 0;
    }
    return accepted;
  }
}
