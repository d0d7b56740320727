package dev.weir.cli.command;

import dev.weir.dns.MalformedText;
import dev.weir.dns.type.Ttl;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// A moment as BIND and ldns write it on the command line.
///
/// | text | meaning |
/// |---|---|
/// | `20261121083000` | UTC, year to second |
/// | `20261121` | UTC, midnight |
/// | `1795249800` | seconds since 1970 |
/// | `+3600`, `-1h` | relative to the base: now, or the inception for an expiration |
/// | `now`, `now+30d`, `now-1h` | relative to now |
final class Moment {
  private static final int DATE_DIGITS = 8;
  private static final int DATE_TIME_DIGITS = 14;

  private Moment() {}

  /// Reads a moment.
  ///
  /// @param text as in the table above
  /// @param now the present
  /// @param base what a bare `+` or `-` counts from
  /// @throws MalformedText if it is none of these
  static Instant parse(String text, Instant now, Instant base) {
    try {
      if (text.startsWith("now")) {
        return text.length() == 3 ? now : relative(text.substring(3), now);
      }
      if (text.startsWith("+") || text.startsWith("-")) {
        return relative(text, base);
      }
      if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw wrong(text);
      }
      return switch (text.length()) {
        case DATE_DIGITS -> calendar(text + "000000");
        case DATE_TIME_DIGITS -> calendar(text);
        default -> Instant.ofEpochSecond(Long.parseLong(text));
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw wrong(text);
    }
  }

  private static Instant relative(String text, Instant base) {
    int seconds = Ttl.parse(text.substring(1)).seconds();
    return switch (text.charAt(0)) {
      case '+' -> base.plusSeconds(seconds);
      case '-' -> base.minusSeconds(seconds);
      default -> throw wrong(text);
    };
  }

  private static Instant calendar(String digits) {
    return LocalDateTime.of(
            number(digits, 0, 4),
            number(digits, 4, 6),
            number(digits, 6, 8),
            number(digits, 8, 10),
            number(digits, 10, 12),
            number(digits, 12, 14))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  private static MalformedText wrong(String text) {
    return new MalformedText(
        "'"
            + text
            + "' is no time; write YYYYMMDDHHMMSS, YYYYMMDD, seconds since 1970, +1d or"
            + " now+30d");
  }
}
