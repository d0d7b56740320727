package dev.weir.benchmarks.roto;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
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

/// How long does the compiler take, warm, from text to functions that can be called?
///
/// `lines` is a package of 10,000 lines, `chain` one function with a sum of so many terms: twice as
/// many take twice as long. Figures are milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RotoCompile {
  private static final int LINES = 10_000;

  private final Runtime runtime = Runtime.standard();
  private SourceTree lines;

  /// The texts of chains.
  @State(Scope.Benchmark)
  public static class Chain {
    /// How many terms.
    @Param({"50", "100", "200", "400"})
    public int terms;

    private SourceTree text;

    /// Writes the text.
    @Setup
    public void prepare() {
      String sum = String.join(" + ", Collections.nCopies(terms, "x"));
      text = SourceTree.of("chain.roto", "fn chain(x: u64) -> u64 { " + sum + " }\n");
    }
  }

  /// Writes the text.
  @Setup
  public void prepare() {
    StringBuilder text = new StringBuilder();
    for (int i = 0, written = 0; written < LINES; i++) {
      String function = FUNCTION.replace("#", Integer.toString(i));
      text.append(function);
      written += (int) function.lines().count();
    }
    lines = SourceTree.of("lines.roto", text.toString());
  }

  private static final String FUNCTION =
      """
      record Route# { prefix: Prefix, origin: Asn, hops: u32, tags: List[u32] }

      enum Why# { Long(u32), Tagged(u32), Fine }

      fn judge#(route: Route#, limit: u32) -> Why# {
        if route.hops > limit {
          return Why#.Long(route.hops - limit);
        }
        for tag in route.tags {
          if tag % 7 == 3 && tag > 100 {
            return Why#.Tagged(tag);
          }
        }
        let sum: u32 = 0;
        let i: u32 = 0;
        while i < limit {
          sum += i * 3 + 1;
          i += 1;
        }
        match route.tags.get(0) {
          Some(first) => if first == sum { Why#.Tagged(sum) } else { Why#.Fine },
          None => Why#.Fine,
        }
      }

      filter import#(route: Route#) {
        let text = f"route {route.prefix} from {route.origin}";
        if text.contains("AS0") || route.prefix == 10.0.0.0 / 8 {
          reject
        }
        match judge#(route, 12) {
          Long(by) => reject,
          Tagged(tag) if tag > 1000 => reject,
          _ => accept,
        }
      }

      """;

  /// Compiles 10,000 lines.
  @Benchmark
  public CompiledPackage lines() {
    return runtime.compile(lines).orThrow();
  }

  /// Compiles one sum.
  @Benchmark
  public CompiledPackage chain(Chain chain) {
    return runtime.compile(chain.text).orThrow();
  }
}
