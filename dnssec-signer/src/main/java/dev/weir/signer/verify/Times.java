package dev.weir.signer.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Signature times as they are written in zone files: `YYYYMMDDHHmmSS` in UTC (RFC 4034 §3.2).
final class Times {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /// Prints the low 32 bits of a time.
  static String text(int seconds) {
    return FORM.format(Instant.ofEpochSecond(seconds & 0xffff_ffffL));
  }
}
