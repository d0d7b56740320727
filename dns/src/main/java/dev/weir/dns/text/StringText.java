package dev.weir.dns.text;

import dev.weir.dns.name.NameText;
import dev.weir.dns.octets.OctetBuffer;

/// Character-strings: octets in quotes or without, with the escapes of RFC 1035 §5.1.
final class StringText {
  private static final int MAX_OCTETS = 255;

  private StringText() {}

  /// Reads the current token as a length octet and its octets.
  ///
  /// @throws EntryFault if an escape is broken, or the octets are more than 255
  static void readString(Tokens in, OctetBuffer out) throws EntryFault {
    int lengthAt = out.length();
    out.u8(0);
    readText(in, out);
    int octets = out.length() - lengthAt - 1;
    if (octets > MAX_OCTETS) {
      throw in.fault("has " + octets + " octets, more than the 255 of a string (RFC 1035 §3.3)");
    }
    out.array()[lengthAt] = (byte) octets;
  }

  /// Reads all tokens that follow as strings; at least one must follow.
  ///
  /// @throws EntryFault as [#readString] does, or if there is none
  static void readStrings(Tokens in, OctetBuffer out) throws EntryFault {
    do {
      in.takeAny("string");
      readString(in, out);
    } while (in.more());
  }

  /// Reads the current token as octets without a length.
  ///
  /// @throws EntryFault if an escape is broken
  static void readText(Tokens in, OctetBuffer out) throws EntryFault {
    if (!unescape(in.text, in.start, in.end, out)) {
      throw in.fault("has a broken escape; write \\DDD with 000 to 255, or \\X");
    }
  }

  /// Appends the octets that `text[from, to)` stands for; false if an escape is broken.
  static boolean unescape(byte[] text, int from, int to, OctetBuffer out) {
    out.reserve(to - from);
    byte[] array = out.array();
    int at = out.length();
    int i = from;
    while (i < to) {
      byte c = text[i];
      if (c == '\\') {
        int octet = NameText.unescape(text, i, to);
        if (octet < 0) {
          return false;
        }
        array[at++] = (byte) octet;
        i += NameText.escapeLength(text, i);
      } else {
        array[at++] = c;
        i++;
      }
    }
    out.advance(at - out.length());
    return true;
  }

  /// Appends `octets[from, to)` in quotes.
  static void print(byte[] octets, int from, int to, OctetBuffer out) {
    out.u8('"');
    printBare(octets, from, to, out);
    out.u8('"');
  }

  /// Appends `octets[from, to)` as it stands between quotes.
  static void printBare(byte[] octets, int from, int to, OctetBuffer out) {
    out.reserve(4 * (to - from));
    byte[] array = out.array();
    int at = out.length();
    for (int i = from; i < to; i++) {
      byte c = octets[i];
      if (c < ' ' || c == 0x7f) {
        int value = c & 0xff;
        array[at++] = '\\';
        array[at++] = (byte) ('0' + value / 100);
        array[at++] = (byte) ('0' + value / 10 % 10);
        array[at++] = (byte) ('0' + value % 10);
      } else {
        if (c == '"' || c == '\\') {
          array[at++] = '\\';
        }
        array[at++] = c;
      }
    }
    out.advance(at - out.length());
  }
}
