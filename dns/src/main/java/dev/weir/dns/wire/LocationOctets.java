package dev.weir.dns.wire;

import dev.weir.dns.octets.Octets;
import org.jspecify.annotations.Nullable;

/// The sixteen octets of LOC (RFC 1876 §2).
final class LocationOctets {
  private static final int MAX_LATITUDE = 90 * 3600 * 1000;
  private static final int MAX_LONGITUDE = 180 * 3600 * 1000;

  private LocationOctets() {}

  /// What is wrong with a location, or null if nothing is.
  static @Nullable String wrong(byte[] array, int at) {
    if (array[at] != 0) {
      return "has a version other than 0 (RFC 1876 §2)";
    }
    for (int i = 1; i <= 3; i++) {
      int mantissa = array[at + i] >> 4 & 0xf;
      int exponent = array[at + i] & 0xf;
      if (mantissa > 9 || exponent > 9 || (mantissa == 0 && exponent != 0)) {
        return "has a size that is no digit times a power of ten (RFC 1876 §2)";
      }
    }
    if (outside(Octets.i32(array, at + 4), MAX_LATITUDE)
        || outside(Octets.i32(array, at + 8), MAX_LONGITUDE)) {
      return "lies beyond the poles or the 180th meridian (RFC 1876 §2)";
    }
    return null;
  }

  private static boolean outside(int angle, int most) {
    return Math.abs((angle & 0xffff_ffffL) - (1L << 31)) > most;
  }
}
