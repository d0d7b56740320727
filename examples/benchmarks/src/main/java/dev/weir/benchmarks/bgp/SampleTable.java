package dev.weir.benchmarks.bgp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/// Routes in memory, in proportions like those of the Internet's table: prefixes of 8 to 25 bits,
/// one in five of IPv6; paths of two to six hops; up to eight communities.
final class SampleTable {
  private static final int[] TIER1 = {174, 701, 1299, 2914, 3257, 3320, 3356, 6453, 6461, 6762};

  final PathAttributes[] attributes;
  final Prefix[] prefixes;
  final boolean[] ipv4;

  SampleTable(int routes) {
    Random random = new Random(7);
    attributes = new PathAttributes[routes];
    prefixes = new Prefix[routes];
    ipv4 = new boolean[routes];
    for (int i = 0; i < routes; i++) {
      attributes[i] = new PathAttributes(Octets.of(attributes(random)), true);
      ipv4[i] = random.nextInt(5) > 0;
      prefixes[i] = prefix(random, ipv4[i]);
    }
  }

  private static Prefix prefix(Random random, boolean four) {
    return four
        ? Prefix.of(
            new Ipv4Address(1 + random.nextInt(223) << 24 | random.nextInt(1 << 24)),
            12 + random.nextInt(14))
        : Prefix.of(
            new Ipv6Address(0x2a00L << 48 | random.nextLong() >>> 8, 0), 29 + random.nextInt(21));
  }

  private static byte[] attributes(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    attribute(out, 0x40, 1, new byte[1]);
    int hops = 2 + random.nextInt(5);
    ByteArrayOutputStream path = new ByteArrayOutputStream();
    path.write(2);
    path.write(hops);
    for (int i = 0; i < hops; i++) {
      number(path, i < 2 ? TIER1[random.nextInt(TIER1.length)] : 1000 + random.nextInt(63_500));
    }
    attribute(out, 0x40, 2, path.toByteArray());
    attribute(out, 0x40, 3, new byte[] {(byte) 192, 0, 2, 1});
    if (random.nextBoolean()) {
      ByteArrayOutputStream med = new ByteArrayOutputStream();
      number(med, random.nextInt(200));
      attribute(out, 0x80, 4, med.toByteArray());
    }
    ByteArrayOutputStream communities = new ByteArrayOutputStream();
    for (int i = random.nextInt(9); i > 0; i--) {
      number(communities, TIER1[random.nextInt(TIER1.length)] << 16 | random.nextInt(3000));
    }
    if (random.nextInt(50) == 0) {
      number(communities, 0xffff0000 | random.nextInt(2));
    }
    attribute(out, 0xc0, 8, communities.toByteArray());
    if (random.nextInt(4) == 0) {
      ByteArrayOutputStream large = new ByteArrayOutputStream();
      number(large, 65000);
      number(large, random.nextInt(20) == 0 ? 6939 : 1);
      number(large, 1);
      attribute(out, 0xc0, 32, large.toByteArray());
    }
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, int flags, int type, byte[] value) {
    out.write(flags);
    out.write(type);
    out.write(value.length);
    out.writeBytes(value);
  }

  private static void number(ByteArrayOutputStream out, int bits) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(bits >>> shift);
    }
  }
}
