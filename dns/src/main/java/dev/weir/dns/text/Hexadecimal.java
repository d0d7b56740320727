package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import java.util.Arrays;

/// Octets as pairs of hexadecimal digits; read in any case, printed in capitals.
final class Hexadecimal {
  private static final byte[] VALUES = values();
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private Hexadecimal() {}

  private static byte[] values() {
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) -1);
    for (int i = 0; i < 16; i++) {
      table[Character.forDigit(i, 16)] = (byte) i;
      table[Character.toUpperCase(Character.forDigit(i, 16))] = (byte) i;
    }
    return table;
  }

  /// The value of a digit, or -1.
  static int value(byte digit) {
    return VALUES[digit & 0xff];
  }

  /// Reads all tokens that follow as one run of digits, blanks between them wherever they are.
  ///
  /// @throws EntryFault at an octet that is no digit, or if the number of digits is odd
  static void readRest(Tokens in, OctetBuffer out) throws EntryFault {
    out.reserve(in.rest() / 2 + 1);
    byte[] array = out.array();
    int first = out.length();
    int at = first;
    int high = -1;
    while (in.more()) {
      in.take("hexadecimal");
      byte[] text = in.text;
      int i = in.start;
      if (high < 0) {
        for (; i + 2 <= in.end; i += 2) {
          int octet = VALUES[text[i] & 0xff] << 4 | VALUES[text[i + 1] & 0xff];
          if (octet < 0) {
            break;
          }
          array[at++] = (byte) octet;
        }
      }
      for (; i < in.end; i++) {
        int digit = VALUES[text[i] & 0xff];
        if (digit < 0) {
          throw in.fault("is not hexadecimal");
        }
        if (high < 0) {
          high = digit;
        } else {
          array[at++] = (byte) (high << 4 | digit);
          high = -1;
        }
      }
    }
    if (high >= 0) {
      throw in.fault("ends a run of hexadecimal digits whose number is odd");
    }
    out.advance(at - first);
  }

  /// Reads the current token as digits.
  ///
  /// @throws EntryFault at an octet that is no digit, or if the number of digits is odd
  static void readToken(Tokens in, OctetBuffer out) throws EntryFault {
    if (!read(in.text, in.start, in.end, out)) {
      throw in.fault("is not an even number of hexadecimal digits");
    }
  }

  /// Reads `text[from, to)`; false, and nothing appended, if it is not an even number of digits.
  static boolean read(byte[] text, int from, int to, OctetBuffer out) {
    if ((to - from) % 2 != 0) {
      return false;
    }
    out.reserve((to - from) / 2);
    byte[] array = out.array();
    int at = out.length();
    for (int i = from; i < to; i += 2) {
      int octet = VALUES[text[i] & 0xff] << 4 | VALUES[text[i + 1] & 0xff];
      if (octet < 0) {
        return false;
      }
      array[at++] = (byte) octet;
    }
    out.advance((to - from) / 2);
    return true;
  }

  /// Appends the digits of `octets[from, to)`.
  static void print(byte[] octets, int from, int to, OctetBuffer out) {
    out.reserve(2 * (to - from));
    byte[] array = out.array();
    int at = out.length();
    for (int i = from; i < to; i++) {
      array[at++] = DIGITS[octets[i] >> 4 & 0xf];
      array[at++] = DIGITS[octets[i] & 0xf];
    }
    out.advance(2 * (to - from));
  }

  /// Appends the digits of `octets[from, to)` in small letters, `separator` between groups.
  static void printGroups(
      byte[] octets, int from, int to, int octetsInGroup, char separator, OctetBuffer out) {
    for (int i = from; i < to; i++) {
      if (i > from && (i - from) % octetsInGroup == 0) {
        out.u8(separator);
      }
      out.u8(Character.forDigit(octets[i] >> 4 & 0xf, 16));
      out.u8(Character.forDigit(octets[i] & 0xf, 16));
    }
  }

  /// Reads the current token as `pairs` pairs of digits with hyphens between them.
  ///
  /// @throws EntryFault if it is anything else
  static void readPairs(Tokens in, int pairs, OctetBuffer out) throws EntryFault {
    boolean sound = in.end - in.start == 3 * pairs - 1;
    for (int i = 0; sound && i < pairs; i++) {
      int from = in.start + 3 * i;
      sound = (i == 0 || in.text[from - 1] == '-') && read(in.text, from, from + 2, out);
    }
    if (!sound) {
      throw in.fault("is not " + pairs + " pairs of hexadecimal digits with '-' between them");
    }
  }

  /// Reads the current token as four groups of one to four digits with colons between them.
  ///
  /// @throws EntryFault if it is anything else
  static void readNode(Tokens in, OctetBuffer out) throws EntryFault {
    int at = in.start;
    for (int group = 0; group < 4; group++) {
      boolean sound = group == 0 || (at < in.end && in.text[at++] == ':');
      int first = at;
      int value = 0;
      while (at < in.end && at - first < 4 && value(in.text[at]) >= 0) {
        value = value << 4 | value(in.text[at++]);
      }
      if (!sound || at == first) {
        throw in.fault("is not four groups of hexadecimal digits with ':' between them");
      }
      out.u16(value);
    }
    if (at != in.end) {
      throw in.fault("is not four groups of up to four hexadecimal digits");
    }
  }
}
