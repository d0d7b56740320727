package dev.weir.benchmarks.bgp;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathPattern;
import dev.weir.inet.Asn;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long does it take to match an AS path against a pattern, and how long with the regular
/// expressions of the JDK over the text?
///
/// Paths of three to seven AS numbers, of five digits mostly.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PathPatterns {
  private static final int PATHS = 1 << 12;

  /// The pattern.
  @Param({"_3356_", "^65000_", "_(701|702|3356)_[0-9]+$", "<3356>", "<^[64512-65534]* .* 3356 .$>"})
  public String pattern = "";

  private AsPathPattern compiled = AsPathPattern.compile("");
  private Pattern text = Pattern.compile("");
  private final AsPath[] paths = new AsPath[PATHS];
  private int next;

  /// Makes the paths.
  @Setup
  public void prepare() {
    Random random = new Random(3);
    int[] transit = {3356, 701, 702, 1299, 174, 6939, 2914};
    for (int i = 0; i < PATHS; i++) {
      Asn[] asns = new Asn[3 + random.nextInt(5)];
      for (int j = 0; j < asns.length; j++) {
        boolean large = j == 1 || random.nextInt(4) == 0;
        asns[j] =
            new Asn(
                large ? transit[random.nextInt(transit.length)] : 10_000 + random.nextInt(55_000));
      }
      paths[i] = AsPath.sequence(asns);
    }
    compiled = AsPathPattern.compile(pattern);
    text =
        Pattern.compile(
            pattern.startsWith("<") ? "x" : pattern.replace("_", "(?:^|$|[ ,{}()\\[\\]])"));
  }

  /// The automaton over the octets.
  @Benchmark
  public boolean automaton() {
    return compiled.matches(paths[next++ & PATHS - 1]);
  }

  /// The regular expression of the JDK over the text of the path, made each time. (Of patterns over
  /// numbers only the text is made.)
  @Benchmark
  public boolean textAndRegex() {
    return text.matcher(paths[next++ & PATHS - 1].toString()).find();
  }
}
