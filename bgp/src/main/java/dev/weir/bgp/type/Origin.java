package dev.weir.bgp.type;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a route came into BGP (RFC 4271 section 5.1.1); the lower is preferred.
public enum Origin {
  /// From an interior gateway protocol.
  IGP,
  /// From the Exterior Gateway Protocol (RFC 904).
  EGP,
  /// From elsewhere, such as another protocol's redistribution.
  INCOMPLETE;

  private static final Origin[] BY_CODE = values();

  /// Returns the origin with a code, or null if the code is none of 0, 1 and 2.
  public static @Nullable Origin of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /// Returns the octet on the wire.
  public int code() {
    return ordinal();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
