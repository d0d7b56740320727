package dev.weir.benchmarks.bgp;

import dev.weir.bgp.rpki.Vrp;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/// How long does it take to judge the origin of a route, and to make the next set of payloads?
///
/// 700,000 VRPs, a fifth of them IPv6, most below a few thousand blocks as in the real set. Half of
/// the routes are those of a VRP, a quarter longer than it allows, and a quarter anywhere.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OriginValidation {
  private static final int VRPS = 700_000;
  private static final int ROUTES = 1 << 16;

  private VrpSet set = VrpSet.EMPTY;
  private List<Vrp> more = List.of();
  private final int[] bits = new int[ROUTES];
  private final long[] high = new long[ROUTES];
  private final int[] lengths4 = new int[ROUTES];
  private final int[] lengths6 = new int[ROUTES];
  private final long[] origins = new long[ROUTES];
  private int next;

  /// Makes the payloads and the routes.
  @Setup
  public void prepare() {
    Random random = new Random(3);
    int[] blocks = random.ints(4000).toArray();
    List<Vrp> vrps = new ArrayList<>(VRPS);
    List<Vrp> four = new ArrayList<>();
    List<Vrp> six = new ArrayList<>();
    for (int i = 0; i < VRPS; i++) {
      Vrp vrp = vrp(random, blocks[random.nextInt(blocks.length)]);
      vrps.add(vrp);
      (vrp.prefix().address() instanceof Ipv4Address ? four : six).add(vrp);
    }
    set = VrpSet.of(vrps);
    more = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      more.add(vrp(random, blocks[random.nextInt(blocks.length)]));
    }
    for (int i = 0; i < ROUTES; i++) {
      Vrp one = four.get(random.nextInt(four.size()));
      Vrp other = six.get(random.nextInt(six.size()));
      boolean anywhere = i % 4 == 3;
      int longer = i % 4 == 2 ? 1 : 0;
      bits[i] =
          anywhere ? random.nextInt() & 0xffffff00 : ((Ipv4Address) one.prefix().address()).bits();
      high[i] =
          anywhere
              ? random.nextLong() & 0xffffffffffff0000L
              : ((Ipv6Address) other.prefix().address()).high();
      lengths4[i] = anywhere ? 24 : Math.min(32, one.maxLength() + longer);
      lengths6[i] = anywhere ? 48 : Math.min(128, other.maxLength() + longer);
      origins[i] = one.origin().number();
    }
    System.out.println("memory of the set: " + set.octets() / set.size() + " octets a VRP");
  }

  private static Vrp vrp(Random random, int block) {
    Asn origin = new Asn(1 + random.nextInt(60_000));
    Prefix prefix =
        random.nextInt(5) == 0
            ? Prefix.of(
                new Ipv6Address(
                    0x2400_0000_0000_0000L
                        | (block & 0xfffL) << 44
                        | random.nextLong() >>> 20 & 0xfff_ffff_0000L,
                    0),
                29 + random.nextInt(20))
            : Prefix.of(
                new Ipv4Address(block & 0xfff00000 | random.nextInt(1 << 20)),
                14 + random.nextInt(11));
    return new Vrp(prefix, prefix.length() + random.nextInt(2), origin);
  }

  /// A route of IPv4.
  @Benchmark
  public int four() {
    int i = next++ & ROUTES - 1;
    return set.validate4(bits[i], lengths4[i], origins[i]);
  }

  /// A route of IPv6.
  @Benchmark
  public int six() {
    int i = next++ & ROUTES - 1;
    return set.validate6(high[i], 0, lengths6[i], origins[i]);
  }

  /// The next set, with a hundred payloads more.
  @Benchmark
  public VrpSet change() {
    return set.with(more, List.of());
  }
}
