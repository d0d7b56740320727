package dev.weir.dns.text;

import dev.weir.dns.octets.OctetBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Octets in base64 (RFC 4648 §4), padded, with blanks anywhere on the way in.
final class Base64Text {
  private static final byte[] DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int[] VALUES = values();

  private Base64Text() {}

  private static int[] values() {
    int[] table = new int[256];
    Arrays.fill(table, -1);
    for (int i = 0; i < DIGITS.length; i++) {
      table[DIGITS[i]] = i;
    }
    return table;
  }

  /// Reads all tokens that follow as one run; at least one must follow.
  ///
  /// @throws EntryFault if there is none, an octet is no digit, or the padding is wrong
  static void readRest(Tokens in, OctetBuffer out) throws EntryFault {
    out.reserve(in.rest() / 4 * 3 + 3);
    int pending = 0;
    do {
      in.take("base64");
      pending = readPart(in, pending, out);
    } while (in.more());
    finish(in, pending);
  }

  /// Reads the current token alone.
  ///
  /// @throws EntryFault if an octet is no digit, or the padding is wrong
  static void readToken(Tokens in, OctetBuffer out) throws EntryFault {
    out.reserve((in.end - in.start) / 4 * 3 + 3);
    finish(in, readPart(in, 0, out));
  }

  private static void finish(Tokens in, int pending) throws EntryFault {
    if (pending != 0 && pending != DONE) {
      throw in.fault("ends base64 that is cut short or lacks its '=' padding");
    }
  }

  // What is pending between tokens: a one above the bits of the digits read so far of a group of
  // four, so that 0 stands for none; DONE after the padding.
  private static final int DONE = -1;

  private static int readPart(Tokens in, int before, OctetBuffer out) throws EntryFault {
    byte[] text = in.text;
    byte[] array = out.array();
    int end = in.end;
    int at = out.length();
    int pending = before;
    int i = in.start;
    while (i < end) {
      if (pending == 0) {
        while (i + 4 <= end) {
          int group =
              VALUES[text[i] & 0xff] << 18
                  | VALUES[text[i + 1] & 0xff] << 12
                  | VALUES[text[i + 2] & 0xff] << 6
                  | VALUES[text[i + 3] & 0xff];
          if (group < 0) {
            break;
          }
          array[at] = (byte) (group >> 16);
          array[at + 1] = (byte) (group >> 8);
          array[at + 2] = (byte) group;
          at += 3;
          i += 4;
        }
        if (i == end) {
          break;
        }
        pending = 1;
      }
      int digit = VALUES[text[i] & 0xff];
      if (digit < 0 || pending == DONE) {
        break;
      }
      pending = pending << 6 | digit;
      i++;
      if (pending >= 1 << 24) {
        array[at] = (byte) (pending >> 16);
        array[at + 1] = (byte) (pending >> 8);
        array[at + 2] = (byte) pending;
        at += 3;
        pending = 0;
      }
    }
    out.advance(at - out.length());
    return i == end ? pending : readPadding(in, i, pending, out);
  }

  /// Reads what follows the last digit: nothing but the padding of the group that is pending.
  private static int readPadding(Tokens in, int from, int pending, OctetBuffer out)
      throws EntryFault {
    int padding = in.end - from;
    for (int i = from; i < in.end; i++) {
      if (in.text[i] != '=') {
        throw in.fault("is not base64");
      }
    }
    if (padding == 1 && pending >>> 18 == 1 && (pending & 0x3) == 0) {
      out.u16(pending >> 2);
    } else if (padding == 2 && pending >>> 12 == 1 && (pending & 0xf) == 0) {
      out.u8(pending >> 4);
    } else {
      throw in.fault("has base64 padding that does not fit its digits");
    }
    return DONE;
  }

  /// Appends `octets[from, to)` in base64, in one word.
  static void print(byte[] octets, int from, int to, OctetBuffer out) {
    out.reserve((to - from + 2) / 3 * 4);
    byte[] array = out.array();
    int at = out.length();
    int i = from;
    for (; i + 3 <= to; i += 3) {
      int group = (octets[i] & 0xff) << 16 | (octets[i + 1] & 0xff) << 8 | (octets[i + 2] & 0xff);
      array[at] = DIGITS[group >> 18];
      array[at + 1] = DIGITS[group >> 12 & 0x3f];
      array[at + 2] = DIGITS[group >> 6 & 0x3f];
      array[at + 3] = DIGITS[group & 0x3f];
      at += 4;
    }
    if (i < to) {
      int group = (octets[i] & 0xff) << 16 | (i + 1 < to ? (octets[i + 1] & 0xff) << 8 : 0);
      array[at++] = DIGITS[group >> 18];
      array[at++] = DIGITS[group >> 12 & 0x3f];
      array[at++] = i + 1 < to ? DIGITS[group >> 6 & 0x3f] : (byte) '=';
      array[at++] = '=';
    }
    out.advance(at - out.length());
  }
}
