package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A time to live in seconds: 0 to 2147483647 (RFC 2181 §8).
///
/// @param seconds the seconds
public record Ttl(int seconds) implements Comparable<Ttl> {
  /// Checks that the number is not negative.
  public Ttl {
    if (seconds < 0) {
      throw new IllegalArgumentException("a TTL is 0 to 2147483647 seconds (RFC 2181 §8)");
    }
  }

  /// Reads seconds, or numbers with units as BIND writes them: `1h30m`, `1W`, `2d`.
  ///
  /// @throws MalformedText if it is neither, or over 2147483647 seconds
  public static Ttl parse(String text) {
    long total = 0;
    long number = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + (c - '0');
      } else {
        int unit = unit(c);
        if (unit == 0 || number < 0) {
          throw new MalformedText("'" + text + "' is no TTL; write seconds or units such as 1h30m");
        }
        total += number * unit;
        number = -1;
      }
      if (total > Integer.MAX_VALUE || number > Integer.MAX_VALUE) {
        throw new MalformedText("the TTL '" + text + "' is over 2147483647 seconds (RFC 2181 §8)");
      }
    }
    if (text.isEmpty()) {
      throw new MalformedText("an empty TTL");
    }
    total += Math.max(number, 0);
    if (total > Integer.MAX_VALUE) {
      throw new MalformedText("the TTL '" + text + "' is over 2147483647 seconds (RFC 2181 §8)");
    }
    return new Ttl((int) total);
  }

  /// Seconds of a unit letter in any case (s, m, h, d, w), or 0 if it is none.
  public static int unit(int letter) {
    return switch (letter | 0x20) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      case 'd' -> 86_400;
      case 'w' -> 604_800;
      default -> 0;
    };
  }

  @Override
  public int compareTo(Ttl other) {
    return Integer.compare(seconds, other.seconds);
  }

  /// Prints the seconds.
  @Override
  public String toString() {
    return Integer.toString(seconds);
  }
}
