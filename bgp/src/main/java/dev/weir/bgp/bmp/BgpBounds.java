package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;

/// Where a BGP message ends that stands inside a message (RFC 4271 section 4.1).
final class BgpBounds {
  static final int HEADER = 19;
  static final int OPEN = 1;
  static final int NOTIFICATION = 3;

  private BgpBounds() {}

  /// Returns whether sixteen octets of ones stand at a place.
  static boolean hasMarker(Octets octets, int at) {
    return octets.length() - at >= HEADER && octets.i64(at) == -1 && octets.i64(at + 8) == -1;
  }

  /// Returns the length a BGP message says it has, header included; only behind [#hasMarker].
  static int length(Octets octets, int at) {
    return octets.u16(at + 16);
  }

  /// Returns the type of a BGP message; only behind [#hasMarker].
  static int type(Octets octets, int at) {
    return octets.u8(at + 18);
  }
}
