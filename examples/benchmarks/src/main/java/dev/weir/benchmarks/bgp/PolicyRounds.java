package dev.weir.benchmarks.bgp;

import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// The comparison of [PolicyFilter] for a machine that is not quiet: Roto and Java in turn, in one
/// process, in processor time of the thread.
///
///     java -cp .. [-Dweir.archive=FILE] dev.weir.benchmarks.bgp.PolicyRounds 60
///
/// With an archive, of its routes, decoding included.
public final class PolicyRounds {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PolicyRounds() {}

  /// Runs so many rounds and prints medians of the second half.
  public static void main(String[] args) {
    int rounds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
    boolean archived = System.getProperty("weir.archive") != null;
    ToIntFunction<Predicate<Route>> walk = archived ? archive() : table();
    Predicate<Route> script = PolicyFilter.policy().routeFilter("import_route", Globals.silent());
    double[] roto = new double[rounds];
    double[] java = new double[rounds];
    double[] ratio = new double[rounds];
    int routes = walk.applyAsInt(_ -> true);
    for (int i = 0; i < rounds; i++) {
      roto[i] = nanos(walk, script) / routes;
      java[i] = nanos(walk, PolicyInJava::accepts) / routes;
      ratio[i] = roto[i] / java[i];
    }
    System.out.printf(
        "%d routes: Roto %.1f ns a route, Java %.1f ns, ratio %.2f%n",
        routes, median(roto), median(java), median(ratio));
  }

  private static ToIntFunction<Predicate<Route>> table() {
    PolicyFilter benchmark = new PolicyFilter();
    benchmark.prepare();
    return benchmark::walk;
  }

  private static ToIntFunction<Predicate<Route>> archive() {
    try {
      PolicyArchive benchmark = new PolicyArchive();
      benchmark.prepare();
      return benchmark::walk;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double nanos(ToIntFunction<Predicate<Route>> walk, Predicate<Route> policy) {
    long start = THREADS.getCurrentThreadCpuTime();
    int _ = walk.applyAsInt(policy);
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private static double median(double[] values) {
    double[] late = Arrays.copyOfRange(values, values.length / 2, values.length);
    Arrays.sort(late);
    return late[late.length / 2];
  }
}
