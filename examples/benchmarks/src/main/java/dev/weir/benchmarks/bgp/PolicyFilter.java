package dev.weir.benchmarks.bgp;

import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.IngressInfo;
import dev.weir.bgp.filter.OnFault;
import dev.weir.bgp.filter.Policy;
import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.RouteFilter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

/// How fast does a policy of thirty lines decide about the routes of a table, beside the same
/// policy in Java over the same routes?
///
/// Figures are nanoseconds for one route, moving to it included; with `-prof gc` neither allocates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PolicyFilter {
  private static final int ROUTES = 200_000;

  private SampleTable table;
  private Route route;
  private RouteFilter roto;
  private Predicate<Route> java;

  /// Compiles the script, makes the routes and compares the decisions.
  @Setup
  public void prepare() {
    table = new SampleTable(ROUTES);
    route = new Route();
    roto =
        policy().routeFilter("import_route", Globals.silent(), OnFault.reject(PolicyFilter::stop));
    java = PolicyInJava::accepts;
    int accepted = 0;
    for (int i = 0; i < ROUTES; i++) {
      moveTo(i);
      boolean decision = java.test(route);
      if (roto.accepts(route) != decision) {
        throw new IllegalStateException("the script and Java disagree about " + route);
      }
      accepted += decision ? 1 : 0;
    }
    if (accepted < ROUTES / 10 || accepted > ROUTES * 9 / 10) {
      throw new IllegalStateException(accepted + " accepted: the routes exercise too little");
    }
  }

  private static void stop(Object fault) {
    throw new IllegalStateException(fault.toString());
  }

  static Policy policy() {
    try (InputStream stream = PolicyFilter.class.getResourceAsStream("policy.roto")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Policy.of(
          PolicyRuntime.standard().compile(SourceTree.of("policy.roto", text)).orThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void moveTo(int i) {
    route.share(IngressInfo.UNKNOWN, table.attributes[i], 0);
    route.announce(
        table.ipv4[i] ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST, table.prefixes[i], 0);
  }

  /// The policy in Roto.
  @Benchmark
  @OperationsPerInvocation(ROUTES)
  public int roto() {
    int accepted = 0;
    for (int i = 0; i < ROUTES; i++) {
      moveTo(i);
      accepted += roto.accepts(route) ? 1 : 0;
    }
    return accepted;
  }

  /// The policy in Java.
  @Benchmark
  @OperationsPerInvocation(ROUTES)
  public int java() {
    int accepted = 0;
    for (int i = 0; i < ROUTES; i++) {
      moveTo(i);
      accepted += java.test(route) ? 1 : 0;
    }
    return accepted;
  }

  int walk(Predicate<Route> policy) {
    int accepted = 0;
    for (int i = 0; i < ROUTES; i++) {
      moveTo(i);
      accepted += policy.test(route) ? 1 : 0;
    }
    return accepted;
  }

  /// Moving from route to route alone.
  @Benchmark
  @OperationsPerInvocation(ROUTES)
  public int moving() {
    int bits = 0;
    for (int i = 0; i < ROUTES; i++) {
      moveTo(i);
      bits += route.prefixLength();
    }
    return bits;
  }
}
