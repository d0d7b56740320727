package dev.weir.benchmarks.roto;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;

/// The policy of `filter.roto` as one would write it in Java.
final class FilterInJava {
  private static final int MOST_HOPS = 5;

  private FilterInJava() {}

  static boolean accepts(Route route) {
    if (isBogon(route.address()) || !route.valid()) {
      return false;
    }
    int longest = route.address() instanceof Ipv4Address ? 24 : 48;
    if (route.length() > longest || route.length() < 8) {
      return false;
    }
    if (route.hops() == 0 || route.hops() > MOST_HOPS) {
      return false;
    }
    for (int hop = 0; hop < route.hops(); hop++) {
      if (isRefused(route.hopNumber(hop))) {
        return false;
      }
    }
    return route.med() <= 150 || route.hops() <= 3;
  }

  private static boolean isBogon(IpAddress address) {
    return switch (address) {
      case Ipv4Address(int bits) ->
          bits >>> 24 == 0
              || bits >>> 24 == 10
              || bits >>> 22 == (100 << 2 | 1)
              || bits >>> 24 == 127
              || bits >>> 16 == (169 << 8 | 254)
              || bits >>> 20 == (172 << 4 | 1)
              || bits >>> 8 == (192 << 16 | 2)
              || bits >>> 16 == (192 << 8 | 168)
              || bits >>> 28 == 14
              || bits >>> 28 == 15;
      case Ipv6Address(long high, long _) ->
          high >>> 57 == 0xfc00 >>> 9 || high >>> 54 == 0xfe80 >>> 6 || high >>> 32 == 0x2001_0db8;
    };
  }

  private static boolean isRefused(int asn) {
    return asn == 0
        || asn == 23456
        || asn >= 64496 && asn <= 64511
        || asn >= 64512 && asn <= 65535
        || Integer.compareUnsigned(asn, (int) 4_200_000_000L) >= 0;
  }
}
