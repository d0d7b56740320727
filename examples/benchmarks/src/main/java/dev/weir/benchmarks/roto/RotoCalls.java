package dev.weir.benchmarks.roto;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
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

/// What does a host pay for the call itself?
///
/// A function that does nothing, and one that adds, are called through an interface: once made by
/// the runtime, once written in Java. `loop` is a function that needs its budget set up. Figures
/// are nanoseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RotoCalls {
  private static final String SCRIPT =
      """
      fn empty() {}
      fn add(a: i64, b: i64) -> i64 { a + b }
      fn loop(n: i64) -> i64 {
        let i = 0i64;
        while i < n { i += 1; }
        i
      }
      """;

  /// A function without parameters.
  public interface Empty {
    /// Calls it.
    void call();
  }

  /// A function of two numbers.
  public interface Add {
    /// Calls it.
    long call(long a, long b);
  }

  /// A function of a number.
  public interface Loop {
    /// Calls it.
    long call(long n);
  }

  private Empty emptyRoto;
  private Empty emptyJava;
  private Add addRoto;
  private Add addJava;
  private Loop loopRoto;
  private Loop loopJava;
  private long a = 40;
  private long b = 2;
  private long once = 1;

  /// Compiles the script.
  @Setup
  public void prepare() {
    CompiledPackage script =
        Runtime.standard().compile(SourceTree.of("calls.roto", SCRIPT)).orThrow();
    emptyRoto = script.function("empty", Empty.class);
    emptyJava = () -> {};
    addRoto = script.function("add", Add.class);
    addJava = (x, y) -> x + y;
    loopRoto = script.function("loop", Loop.class);
    loopJava =
        n -> {
          long i = 0;
          while (i < n) {
            i++;
          }
          return i;
        };
  }

  /// An empty call into Roto.
  @Benchmark
  public void emptyRoto() {
    emptyRoto.call();
  }

  /// An empty call through an interface of Java.
  @Benchmark
  public void emptyJava() {
    emptyJava.call();
  }

  /// A sum in Roto.
  @Benchmark
  public long addRoto() {
    return addRoto.call(a, b);
  }

  /// A sum in Java.
  @Benchmark
  public long addJava() {
    return addJava.call(a, b);
  }

  /// One turn of a loop in Roto, with the budget set up before it.
  @Benchmark
  public long loopRoto() {
    return loopRoto.call(once);
  }

  /// One turn of a loop in Java.
  @Benchmark
  public long loopJava() {
    return loopJava.call(once);
  }
}
