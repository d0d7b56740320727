package dev.weir.inet;

import java.util.Objects;

/// An IPv4 address.
///
/// @param bits the address as an unsigned number, most significant octet first
public record Ipv4Address(int bits) implements IpAddress {

  /// Parses dotted decimal: four numbers of 0 to 255.
  ///
  /// Leading zeros are refused, because programs disagree whether they mean octal (RFC 6943 section
  /// 3.1.1).
  ///
  /// @throws MalformedInet if the text is not dotted decimal
  public static Ipv4Address parse(CharSequence text) {
    return new Ipv4Address(parse(text, 0, text.length()));
  }

  /// Parses a part of a text, the tail of an IPv6 address for instance.
  static int parse(CharSequence text, int from, int to) {
    int bits = 0;
    int at = from;
    for (int group = 0; group < 4; group++) {
      if (group > 0) {
        if (at >= to || text.charAt(at) != '.') {
          throw new MalformedInet(text, at, "expected '.' and four numbers");
        }
        at++;
      }
      int end = numberEnd(text, at, to);
      bits = bits << 8 | octet(text, at, end);
      at = end;
    }
    if (at != to) {
      throw new MalformedInet(text, at, "an IPv4 address ends after four numbers");
    }
    return bits;
  }

  /// Reads four octets in network order.
  public static Ipv4Address read(byte[] from, int offset) {
    Objects.checkFromIndexSize(offset, 4, from.length);
    return new Ipv4Address(
        from[offset] << 24
            | (from[offset + 1] & 0xff) << 16
            | (from[offset + 2] & 0xff) << 8
            | from[offset + 3] & 0xff);
  }

  @Override
  public int width() {
    return 32;
  }

  @Override
  public boolean bit(int index) {
    Objects.checkIndex(index, 32);
    return (bits >>> 31 - index & 1) != 0;
  }

  @Override
  public Ipv4Address truncated(int length) {
    return new Ipv4Address(bits & mask(length));
  }

  @Override
  public int write(byte[] into, int offset) {
    Objects.checkFromIndexSize(offset, 4, into.length);
    for (int i = 0; i < 4; i++) {
      into[offset + i] = (byte) (bits >>> 24 - 8 * i);
    }
    return offset + 4;
  }

  /// Returns dotted decimal.
  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xff)
        + "."
        + (bits >>> 8 & 0xff)
        + "."
        + (bits & 0xff);
  }

  /// Returns a mask with the given number of leading ones.
  static int mask(int length) {
    Objects.checkIndex(length, 33);
    return length == 0 ? 0 : -1 << 32 - length;
  }

  private static int numberEnd(CharSequence text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int octet(CharSequence text, int from, int end) {
    if (end == from) {
      throw new MalformedInet(text, from, "expected a number");
    }
    if (end - from > 1 && text.charAt(from) == '0') {
      throw new MalformedInet(text, from, "leading zeros are ambiguous (RFC 6943 section 3.1.1)");
    }
    int number = end - from > 3 ? 256 : Integer.parseInt(text, from, end, 10);
    if (number > 255) {
      throw new MalformedInet(text, from, "a number of an IPv4 address is at most 255");
    }
    return number;
  }
}
