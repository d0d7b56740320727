package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Octets in base32 with the extended hex alphabet and without padding (RFC 4648 §7, RFC 5155
/// §3.3).
final class Base32Text {
  private static final byte[] DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUV".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VALUES = values();

  private Base32Text() {}

  private static byte[] values() {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) {
      table[DIGITS[i]] = (byte) i;
      table[Character.toLowerCase((char) DIGITS[i])] = (byte) i;
    }
    return table;
  }

  /// Reads the current token, whose digits may be in either case.
  ///
  /// @throws EntryFault if it has an octet that is no digit, or bits are left over
  static void readToken(Tokens in, OctetBuffer out) throws EntryFault {
    byte[] text = in.text;
    int octets = (in.end - in.start) * 5 / 8;
    out.reserve(octets + 8);
    byte[] array = out.array();
    int at = out.length();
    int i = in.start;
    for (; i + 8 <= in.end; i += 8) {
      long high = group(text, i);
      long low = group(text, i + 4);
      if ((high | low) < 0) {
        break;
      }
      long group = high << 20 | low;
      array[at] = (byte) (group >> 32);
      array[at + 1] = (byte) (group >> 24);
      array[at + 2] = (byte) (group >> 16);
      array[at + 3] = (byte) (group >> 8);
      array[at + 4] = (byte) group;
      at += 5;
    }
    long pending = 0;
    int bits = 0;
    for (; i < in.end; i++) {
      int digit = VALUES[text[i] & 0xff];
      if (digit < 0) {
        throw in.fault("is not base32hex");
      }
      pending = pending << 5 | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        array[at++] = (byte) (pending >> bits);
      }
    }
    if (bits > 4 || (pending & ((1 << bits) - 1)) != 0) {
      throw in.fault("is base32hex that is cut short");
    }
    out.advance(octets);
  }

  /// Twenty bits of four digits, or a negative number.
  private static int group(byte[] text, int at) {
    return VALUES[text[at] & 0xff] << 15
        | VALUES[text[at + 1] & 0xff] << 10
        | VALUES[text[at + 2] & 0xff] << 5
        | VALUES[text[at + 3] & 0xff];
  }

  /// Appends `octets[from, to)` in capitals.
  static void print(byte[] octets, int from, int to, OctetBuffer out) {
    int digits = ((to - from) * 8 + 4) / 5;
    out.reserve(digits);
    byte[] array = out.array();
    int at = out.length();
    int pending = 0;
    int bits = 0;
    for (int i = from; i < to; i++) {
      pending = pending << 8 | (octets[i] & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        array[at++] = DIGITS[pending >> bits & 0x1f];
      }
      pending &= (1 << bits) - 1;
    }
    if (bits > 0) {
      array[at] = DIGITS[pending << (5 - bits) & 0x1f];
    }
    out.advance(digits);
  }
}
