package dev.weir.signer.sign;

import dev.weir.dns.type.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// How the serial of the signed zone comes from that of the zone as it was read.
public enum SerialPolicy {
  /// It stays.
  KEEP,
  /// One more.
  COUNTER,
  /// Seconds since 1970; one more where that would not advance.
  UNIXTIME,
  /// The day and two digits, `YYYYMMDD00` and up; one more where that would not advance.
  DATECOUNTER;

  private static final int COUNTS_A_DAY = 100;

  /// The serial of the signed zone; it never goes back (RFC 1982 §3.2).
  ///
  /// @param current the serial of the zone as it was read
  /// @param now the time of signing
  public Serial next(Serial current, Instant now) {
    return switch (this) {
      case KEEP -> current;
      case COUNTER -> current.plus(1);
      case UNIXTIME -> advanced(current, Serial.of(now.getEpochSecond()));
      case DATECOUNTER -> {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        long digits = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
        yield advanced(current, Serial.of(digits * COUNTS_A_DAY));
      }
    };
  }

  private static Serial advanced(Serial current, Serial wanted) {
    return current.precedes(wanted) ? wanted : current.plus(1);
  }
}
