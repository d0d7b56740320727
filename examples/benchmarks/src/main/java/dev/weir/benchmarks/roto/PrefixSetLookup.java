package dev.weir.benchmarks.roto;

import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.PrefixSet;
import java.util.Random;
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

/// How long does it take to ask a large set of prefixes for one, half of the questions being
/// answered with no?
///
/// Single questions are timed, so that the median can be read: it includes the reading of the
/// clock, some 20 ns. `average` is the same without.
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PrefixSetLookup {
  private static final int QUESTIONS = 1 << 16;

  /// How many prefixes.
  @Param({"1000", "1000000"})
  public int size;

  private final PrefixSet set = new PrefixSet();
  private final Prefix[] questions = new Prefix[QUESTIONS];
  private int next;

  /// Fills the set.
  @Setup
  public void prepare() {
    Random random = new Random(3);
    Prefix[] known = new Prefix[size];
    for (int i = 0; i < size; i++) {
      known[i] = random(random);
      set.add(known[i]);
    }
    for (int i = 0; i < QUESTIONS; i++) {
      questions[i] = i % 2 == 0 ? known[random.nextInt(size)] : random(random);
    }
  }

  private static Prefix random(Random random) {
    return random.nextInt(5) == 0
        ? Prefix.of(
            new Ipv6Address(0x2000_0000_0000_0000L | random.nextLong() >>> 3, 0),
            24 + random.nextInt(25))
        : Prefix.of(new Ipv4Address(random.nextInt()), 12 + random.nextInt(13));
  }

  /// One question, each timed.
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public boolean median() {
    return set.contains(questions[next++ & QUESTIONS - 1]);
  }

  /// One question on average.
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public boolean average() {
    return set.contains(questions[next++ & QUESTIONS - 1]);
  }
}
