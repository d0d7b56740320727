package dev.weir.dns.text;

import dev.weir.dns.type.Ttl;

/// TTLs in text: seconds, or numbers with units such as `1h30m`, straight from octets.
final class TtlText {
  /// What [#parse] gives for text that is no TTL.
  static final long MALFORMED = -1;

  private static final int PLAIN_DIGITS = 9;

  private TtlText() {}

  /// The seconds that `text[from, to)` stands for, [#MALFORMED] if it is no TTL.
  ///
  /// @return possibly more than the 2147483647 that RFC 2181 §8 allows, but no more than 2^40
  static long parse(byte[] text, int from, int to) {
    if (to - from <= PLAIN_DIGITS) {
      int seconds = 0;
      int i = from;
      while (i < to && text[i] >= '0' && text[i] <= '9') {
        seconds = seconds * 10 + text[i++] - '0';
      }
      if (i == to && i > from) {
        return seconds;
      }
    }
    return withUnits(text, from, to);
  }

  private static long withUnits(byte[] text, int from, int to) {
    long total = 0;
    long number = 0;
    boolean digits = false;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        number = Math.min(number * 10 + digit, 1L << 32);
        digits = true;
      } else {
        int unit = Ttl.unit(text[i]);
        if (unit == 0 || !digits) {
          return MALFORMED;
        }
        total = Math.min(total + number * unit, 1L << 32);
        number = 0;
        digits = false;
      }
    }
    return from == to ? MALFORMED : total + number;
  }

  /// The TTL that a token stands for.
  ///
  /// @throws EntryFault if it is none, or over 2147483647 seconds
  static int parse(Entry entry, int token) throws EntryFault {
    long seconds = parse(entry.text(), entry.start(token), entry.end(token));
    if (seconds < 0 || entry.quoted(token)) {
      throw new EntryFault(
          token, "'" + entry.string(token) + "' is no TTL; write seconds or units such as 1h30m");
    }
    if (seconds > Integer.MAX_VALUE) {
      throw new EntryFault(
          token, "the TTL '" + entry.string(token) + "' is over 2147483647 seconds (RFC 2181 §8)");
    }
    return (int) seconds;
  }
}
