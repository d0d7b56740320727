package dev.weir.examples.logfilter;

import dev.weir.roto.host.Doc;
import java.util.Locale;
import java.util.Optional;

/// A line of a log: `2026-05-01T10:00:00Z WARN http: GET /index.html took 1200 ms`.
///
/// @param time as written
/// @param level how bad it is
/// @param service who says it
/// @param message what is said
@Doc("A line of a log.")
public record LogLine(
    @Doc("As written in the line.") String time,
    Level level,
    @Doc("The name before the colon.") String service,
    String message) {
  /// How bad it is.
  @Doc("How bad it is.")
  public enum Level {
    /// For developers.
    DEBUG,
    /// As expected.
    INFO,
    /// Not as expected.
    WARN,
    /// Something failed.
    ERROR
  }

  /// Takes a line apart; empty if it has another form.
  static Optional<LogLine> parse(String line) {
    String[] parts = line.split(" ", 4);
    if (parts.length < 4 || !parts[2].endsWith(":")) {
      return Optional.empty();
    }
    for (Level level : Level.values()) {
      if (level.name().equals(parts[1].toUpperCase(Locale.ROOT))) {
        String service = parts[2].substring(0, parts[2].length() - 1);
        return Optional.of(new LogLine(parts[0], level, service, parts[3]));
      }
    }
    return Optional.empty();
  }

  /// The number before a unit, `1200` of `took 1200 ms`, for scripts that look at durations.
  @Doc("The last number in the message, if there is one.")
  public Optional<Long> number() {
    String digits = message.replaceAll("^(.*\\D)?(\\d{1,18})\\D*$", "$2");
    return digits.matches("\\d+") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }
}
