package dev.weir.benchmarks.bgp;

import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.path.AttributeCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/// How long does it take to walk an archive on one core: every record, every prefix, and of each
/// message or table entry every attribute?
///
/// One operation is one pass over the file that `-Dweir.archive` names, uncompressed, in memory:
/// `-jvmArgs -Dweir.archive=updates`. The complete table of 2015 of the RIPE NCC's test data has
/// 13.5 MB and 577,740 prefixes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class MrtDecode {
  private byte[] archive = {};
  private final RecordFramer framer = new RecordFramer(_ -> {});
  private final RouteCursor route = new RouteCursor();

  /// Reads the file.
  @Setup
  public void read() throws IOException {
    String name = System.getProperty("weir.archive");
    if (name == null) {
      throw new IllegalStateException("say -jvmArgs -Dweir.archive=FILE, an MRT archive as it is");
    }
    archive = Files.readAllBytes(Path.of(name));
  }

  /// Walks the archive once.
  @Benchmark
  public long walk() {
    long sum = 0;
    framer.feed(archive, 0, archive.length, 0, true);
    while (framer.next() == RecordFramer.Step.RECORD) {
      if (route.open(archive, framer.start(), framer.end())) {
        sum += routes();
      }
    }
    return sum;
  }

  private long routes() {
    long sum = 0;
    long group = -1;
    while (route.next()) {
      sum += route.high() + route.low() + route.length();
      if (route.group() != group) {
        group = route.group();
        AttributeCursor attributes = route.attributes().cursor();
        while (attributes.next()) {
          sum += attributes.type() + attributes.valueLength();
        }
      }
    }
    return sum;
  }
}
