package dev.weir.bgp.rpki;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random payloads close together, so that they cover each other.
final class SampleVrps {
  private SampleVrps() {}

  static Prefix prefix(RandomGenerator random) {
    boolean four = random.nextBoolean();
    int length = random.nextInt(four ? 33 : 129);
    if (random.nextInt(3) > 0) {
      length = four ? 8 + random.nextInt(17) : 16 + random.nextInt(33);
    }
    return Prefix.of(address(random, four), length);
  }

  private static IpAddress address(RandomGenerator random, boolean four) {
    if (random.nextInt(10) == 0) {
      return four
          ? new Ipv4Address(random.nextInt())
          : new Ipv6Address(random.nextLong(), random.nextLong());
    }
    return four
        ? new Ipv4Address(0x0a000000 | (int) sparse(random))
        : new Ipv6Address(0x20010db800000000L | sparse(random), sparse(random));
  }

  /// One bit of eight is set.
  private static long sparse(RandomGenerator random) {
    long bits = -1;
    for (int i = 0; i < 3; i++) {
      bits &= random.nextLong();
    }
    return bits;
  }

  static Vrp vrp(RandomGenerator random) {
    Prefix prefix = prefix(random);
    int most = prefix.address().width();
    int max =
        random.nextBoolean()
            ? prefix.length()
            : prefix.length() + random.nextInt(most - prefix.length() + 1);
    return new Vrp(prefix, max, new Asn(random.nextInt(5)));
  }

  static List<Vrp> vrps(RandomGenerator random, int count) {
    List<Vrp> vrps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vrps.add(vrp(random));
    }
    return vrps;
  }
}
