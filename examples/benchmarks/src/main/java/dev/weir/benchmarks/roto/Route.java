package dev.weir.benchmarks.roto;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.roto.host.Unsigned;
import java.util.Random;

/// A route as a collector's host would show it to a script.
public final class Route {
  private final IpAddress address;
  private final int length;
  private final int[] path;
  private final int med;
  private final boolean valid;

  private Route(IpAddress address, int length, int[] path, int med, boolean valid) {
    this.address = address;
    this.length = length;
    this.path = path;
    this.med = med;
    this.valid = valid;
  }

  /// Random routes, of which most pass.
  static Route[] random(int count) {
    Random random = new Random(11);
    Route[] routes = new Route[count];
    for (int i = 0; i < count; i++) {
      boolean six = random.nextInt(4) == 0;
      int[] path = new int[1 + random.nextInt(6)];
      for (int hop = 0; hop < path.length; hop++) {
        path[hop] = 1_000 + random.nextInt(60_000);
      }
      routes[i] =
          new Route(
              six
                  ? new Ipv6Address(0x2a00_0000_0000_0000L | random.nextLong() >>> 16, 0)
                  : new Ipv4Address(random.nextInt()),
              six ? 32 + random.nextInt(20) : 8 + random.nextInt(18),
              path,
              random.nextInt(200),
              random.nextInt(20) > 0);
    }
    return routes;
  }

  /// The first address of the block.
  public IpAddress address() {
    return address;
  }

  /// The length of the block.
  public int length() {
    return length;
  }

  /// How many hops the path has.
  public int hops() {
    return path.length;
  }

  /// A hop of the path.
  public Asn hop(int index) {
    return new Asn(path[index]);
  }

  /// The number of a hop of the path.
  public @Unsigned int hopNumber(int index) {
    return path[index];
  }

  /// The multi-exit discriminator.
  public int med() {
    return med;
  }

  /// Whether the origin is valid.
  public boolean valid() {
    return valid;
  }
}
