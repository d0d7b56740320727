package dev.weir.dns.tsig;

import dev.weir.dns.octets.OctetBuffer;

/// The timers of a TSIG record (RFC 8945 §4.3.2).
///
/// @param seconds when the message was signed, in seconds since 1970, 48 bits
/// @param fudge seconds that clocks may differ by, 16 bits
public record TsigTime(long seconds, int fudge) {
  /// The customary difference that clocks may have, in seconds (RFC 8945 §10).
  public static final int FUDGE = 300;

  /// Checks the ranges.
  public TsigTime {
    if (seconds < 0 || seconds >> 48 != 0 || (fudge & ~0xffff) != 0) {
      throw new IllegalArgumentException("a time of 48 bits and a fudge of 16 (RFC 8945 §4.2)");
    }
  }

  /// A time with the customary [#FUDGE].
  public static TsigTime of(long seconds) {
    return new TsigTime(seconds, FUDGE);
  }

  /// Whether a clock that shows `now` is near enough.
  public boolean covers(long now) {
    return Math.abs(now - seconds) <= fudge;
  }

  /// Appends both fields.
  void write(OctetBuffer out) {
    out.u48(seconds).u16(fudge);
  }
}
