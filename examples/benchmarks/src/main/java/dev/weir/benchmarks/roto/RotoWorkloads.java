package dev.weir.benchmarks.roto;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Unsigned;
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

/// How fast is compiled Roto beside the same algorithm in Java?
///
/// The workloads are those of Roto's own benchmarks: fib(20), insertion sort of 100 numbers by
/// `get` and `swap`, the primes up to 3,204 by trial division, and a quicksort of 10,000 texts with
/// a comparison that the host gives. The usual limits of fuel and depth are on. Figures are
/// microseconds for one call; the allocation column of `-prof gc` belongs to the answer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RotoWorkloads {
  /// A function of a script from number to number.
  public interface OfNumber {
    /// Calls it.
    @Unsigned
    long of(@Unsigned long n);
  }

  /// A function of a script from number to text.
  public interface TextOfNumber {
    /// Calls it.
    String of(@Unsigned long n);
  }

  private OfNumber fib;
  private OfNumber sort;
  private OfNumber primes;
  private TextOfNumber words;
  private long twenty = 20;
  private long hundred = 100;
  private long limit = 3_204;
  private long many = 10_000;

  /// Compiles the script and compares results once.
  @Setup
  public void prepare() {
    CompiledPackage script = Scripts.workloads();
    fib = script.function("fib", OfNumber.class);
    sort = script.function("sort_numbers", OfNumber.class);
    primes = script.function("primes", OfNumber.class);
    words = script.function("sort_words", TextOfNumber.class);
    if (fib.of(20) != WorkloadsInJava.fib(20)
        || sort.of(100) != WorkloadsInJava.sortNumbers(100)
        || primes.of(3_204) != WorkloadsInJava.primes(3_204)
        || !words.of(10_000).equals(WorkloadsInJava.sortWords(10_000))) {
      throw new IllegalStateException("the script and Java disagree");
    }
  }

  /// fib(20) in Roto.
  @Benchmark
  public long fibRoto() {
    return fib.of(twenty);
  }

  /// fib(20) in Java.
  @Benchmark
  public long fibJava() {
    return WorkloadsInJava.fib(twenty);
  }

  /// Insertion sort in Roto.
  @Benchmark
  public long sortRoto() {
    return sort.of(hundred);
  }

  /// Insertion sort in Java.
  @Benchmark
  public long sortJava() {
    return WorkloadsInJava.sortNumbers(hundred);
  }

  /// Primes in Roto.
  @Benchmark
  public long primesRoto() {
    return primes.of(limit);
  }

  /// Primes in Java.
  @Benchmark
  public long primesJava() {
    return WorkloadsInJava.primes(limit);
  }

  /// Quicksort of texts in Roto.
  @Benchmark
  public String wordsRoto() {
    return words.of(many);
  }

  /// Quicksort of texts in Java.
  @Benchmark
  public String wordsJava() {
    return WorkloadsInJava.sortWords(many);
  }
}
