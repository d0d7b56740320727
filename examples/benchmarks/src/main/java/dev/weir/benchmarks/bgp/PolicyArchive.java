package dev.weir.benchmarks.bgp;

import dev.weir.bgp.filter.ArchiveRoutes;
import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.RouteFilter;
import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does a policy of thirty lines take over a whole archive, decoding included, beside the
/// same policy in Java?
///
/// The archive is named by `-jvmArgsAppend -Dweir.archive=FILE`, uncompressed. Figures are
/// milliseconds for the archive.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PolicyArchive {
  private byte[] archive;
  private RouteFilter roto;

  /// Reads the archive and compares the decisions.
  @Setup
  public void prepare() throws IOException {
    archive = Files.readAllBytes(Path.of(System.getProperty("weir.archive", "rib.mrt")));
    roto = PolicyFilter.policy().routeFilter("import_route", Globals.silent());
    int accepted = walk(PolicyInJava::accepts);
    if (walk(roto) != accepted) {
      throw new IllegalStateException("the script and Java disagree");
    }
    System.out.println(accepted + " of " + walk(_ -> true) + " routes accepted");
  }

  int walk(Predicate<Route> policy) {
    RecordFramer framer = new RecordFramer(_ -> {});
    RouteCursor cursor = new RouteCursor();
    ArchiveRoutes routes = new ArchiveRoutes(null);
    framer.feed(archive, 0, archive.length, 0, true);
    int accepted = 0;
    while (framer.next() == RecordFramer.Step.RECORD) {
      if (cursor.open(archive, framer.start(), framer.end())) {
        while (cursor.next()) {
          accepted += policy.test(routes.at(cursor)) ? 1 : 0;
        }
      }
    }
    return accepted;
  }

  /// The policy in Roto.
  @Benchmark
  public int roto() {
    return walk(roto);
  }

  /// The policy in Java.
  @Benchmark
  public int java() {
    return walk(PolicyInJava::accepts);
  }

  /// Decoding alone.
  @Benchmark
  public int decoding() {
    return walk(_ -> true);
  }
}
