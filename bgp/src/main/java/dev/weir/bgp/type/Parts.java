package dev.weir.bgp.type;

import java.util.Objects;

/// Decimal parts of communities as text, and big-endian numbers as octets.
final class Parts {
  private Parts() {}

  /// Parses a decimal number without sign or leading zeros (RFC 8092 section 5 asks for that).
  static long number(String text, String part, long max) {
    boolean digits = !part.isEmpty() && part.length() <= 10;
    for (int i = 0; i < part.length(); i++) {
      digits &= part.charAt(i) >= '0' && part.charAt(i) <= '9';
    }
    if (!digits || (part.length() > 1 && part.charAt(0) == '0')) {
      throw new MalformedCommunity(text, "'" + part + "' is not a plain decimal number");
    }
    long number = Long.parseLong(part);
    if (number > max) {
      throw new MalformedCommunity(text, "'" + part + "' is more than " + max);
    }
    return number;
  }

  static int read32(byte[] from, int offset) {
    Objects.checkFromIndexSize(offset, 4, from.length);
    return from[offset] << 24
        | (from[offset + 1] & 0xff) << 16
        | (from[offset + 2] & 0xff) << 8
        | from[offset + 3] & 0xff;
  }

  static int write32(int number, byte[] into, int offset) {
    Objects.checkFromIndexSize(offset, 4, into.length);
    for (int i = 0; i < 4; i++) {
      into[offset + i] = (byte) (number >>> 24 - 8 * i);
    }
    return offset + 4;
  }
}
