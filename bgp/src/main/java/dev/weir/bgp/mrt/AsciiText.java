package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import java.nio.charset.StandardCharsets;

/// Writes numbers and addresses as ASCII into an array: every method takes the offset to write at,
/// and returns the offset behind. The caller has made room.
final class AsciiText {
  /// Octets that an IPv6 address needs at most.
  static final int LONGEST_ADDRESS = 45;

  private static final byte[] HEX = bytes("0123456789abcdef");
  private static final byte[] COLONS = bytes("::");
  private static final byte[] MAPPED = bytes("::ffff:");

  /// The numbers 0 to 255 in decimal, four octets each: the digits, and how many.
  private static final byte[] OCTETS = octets();

  private AsciiText() {}

  private static byte[] octets() {
    byte[] table = new byte[1024];
    for (int i = 0; i < 256; i++) {
      int at = 4 * i;
      int digits = i < 10 ? 1 : i < 100 ? 2 : 3;
      int rest = i;
      for (int k = digits - 1; k >= 0; k--) {
        table[at + k] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
      table[at + 3] = (byte) digits;
    }
    return table;
  }

  /// The octets of a text.
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// A number from 0 to 255. Needs room for three octets, whatever the number.
  static int octet(byte[] out, int at, int number) {
    int entry = number << 2;
    out[at] = OCTETS[entry];
    out[at + 1] = OCTETS[entry + 1];
    out[at + 2] = OCTETS[entry + 2];
    return at + OCTETS[entry + 3];
  }

  /// An IPv4 address in dotted decimal. Needs room for 15 octets.
  static int ipv4(byte[] out, int at, int address) {
    int here = octet(out, at, address >>> 24);
    out[here++] = '.';
    here = octet(out, here, address >>> 16 & 0xff);
    out[here++] = '.';
    here = octet(out, here, address >>> 8 & 0xff);
    out[here++] = '.';
    return octet(out, here, address & 0xff);
  }

  /// A number of 32 bits, unsigned, in decimal. Needs room for ten octets.
  static int unsigned(byte[] out, int at, int number) {
    if (number >= 0 && number < 256) {
      return octet(out, at, number);
    }
    return decimal(out, at, number & 0xffff_ffffL);
  }

  /// A number from 0 to 9,999,999,999 in decimal.
  static int decimal(byte[] out, int at, long number) {
    int end = at + digits(number);
    int here = end;
    if (number > Integer.MAX_VALUE) {
      long high = number / 10;
      out[--here] = (byte) ('0' + (int) (number - high * 10));
      number = high;
    }
    int rest = (int) number;
    do {
      int high = rest / 10;
      out[--here] = (byte) ('0' + rest - high * 10);
      rest = high;
    } while (rest != 0);
    return end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long bound = 10; number >= bound; bound *= 10) {
      digits++;
    }
    return digits;
  }

  /// A number with zeros before it, at least so wide.
  static int padded(byte[] out, int at, long number, int width) {
    int here = at;
    for (int zeros = width - digits(number); zeros > 0; zeros--) {
      out[here++] = '0';
    }
    return decimal(out, here, number);
  }

  /// An IPv6 address as the C library of BSD has printed it since BIND 4: the longest run of zero
  /// groups as `::`, the first of equals, even of one group; the last 32 bits as an IPv4 address
  /// behind six zero groups or behind five and `ffff`. Needs room for 45 octets.
  static int ipv6Bsd(byte[] out, int at, long high, long low) {
    int run = -1;
    int longest = 0;
    for (int i = 0; i < 8; ) {
      int end = zeros(high, low, i);
      if (end - i > longest) {
        run = i;
        longest = end - i;
      }
      i = Math.max(end, i + 1);
    }
    int here = at;
    if (run == 0 && hasIpv4Tail(high, low, longest)) {
      here = text(out, here, longest == 5 ? MAPPED : COLONS);
      return ipv4(out, here, (int) low);
    }
    for (int i = 0; i < 8; i++) {
      if (i == run) {
        out[here++] = ':';
        i += longest - 1;
        if (i == 7) {
          out[here++] = ':';
        }
        continue;
      }
      if (i > 0) {
        out[here++] = ':';
      }
      here = group(out, here, groupOf(high, low, i));
    }
    return here;
  }

  /// Groups 0 to `longest - 1` are zero. The loopback address is no IPv4 address.
  private static boolean hasIpv4Tail(long high, long low, int longest) {
    return longest == 6
        || longest == 7 && (low & 0xffff) != 1
        || longest == 5 && groupOf(high, low, 5) == 0xffff;
  }

  private static int zeros(long high, long low, int from) {
    int end = from;
    while (end < 8 && groupOf(high, low, end) == 0) {
      end++;
    }
    return end;
  }

  private static int groupOf(long high, long low, int index) {
    return (int) ((index < 4 ? high : low) >>> 48 - 16 * (index & 3)) & 0xffff;
  }

  private static int group(byte[] out, int at, int group) {
    int here = at;
    int digits = group >= 0x1000 ? 4 : group >= 0x100 ? 3 : group >= 0x10 ? 2 : 1;
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
      out[here++] = HEX[group >>> shift & 15];
    }
    return here;
  }

  /// Octets in hexadecimal.
  static int hex(byte[] out, int at, byte[] from, int start, int length) {
    int here = at;
    for (int i = start; i < start + length; i++) {
      out[here++] = HEX[from[i] >>> 4 & 15];
      out[here++] = HEX[from[i] & 15];
    }
    return here;
  }

  /// An address of either family, IPv6 in the form of BSD.
  static int address(byte[] out, int at, boolean six, long high, long low) {
    return six ? ipv6Bsd(out, at, high, low) : ipv4(out, at, (int) (high >>> 32));
  }

  /// The words of an array.
  static int text(byte[] out, int at, byte[] words) {
    System.arraycopy(words, 0, out, at, words.length);
    return at + words.length;
  }

  /// An IPv4 address that stands in an array.
  static int ipv4(byte[] out, int at, byte[] from, int start) {
    return ipv4(out, at, Octets.i32(from, start));
  }
}
