package dev.weir.bgp.type;

import java.util.HexFormat;

/// A community of eight octets (RFC 4360): a type that says what the rest means.
///
/// Two meanings have a text form of their own here, route target and route origin with a two-octet
/// AS number; every other type is kept and printed as its octets, so nothing is ever lost.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +---------------+---------------+-------------------------------+
/// |  0x00 / 0x40  |   sub-type    |      two-octet AS number      |
/// +---------------+---------------+-------------------------------+
/// |                      value of four octets                     |
/// +---------------------------------------------------------------+
/// ```
///
/// @param bits the eight octets as one number
public record ExtendedCommunity(long bits) implements Community {
  private static final int ROUTE_TARGET = 0x0002;
  private static final int ROUTE_ORIGIN = 0x0003;

  /// Returns a route target with a two-octet AS number (RFC 4360 section 4).
  ///
  /// @param asn 16 bits
  /// @param value 32 bits, unsigned
  public static ExtendedCommunity routeTarget(int asn, int value) {
    return twoOctet(ROUTE_TARGET, asn, value);
  }

  /// Returns a route origin with a two-octet AS number (RFC 4360 section 5).
  ///
  /// @param asn 16 bits
  /// @param value 32 bits, unsigned
  public static ExtendedCommunity routeOrigin(int asn, int value) {
    return twoOctet(ROUTE_ORIGIN, asn, value);
  }

  /// Parses `rt:asn:value`, `ro:asn:value`, or `0x` and 16 hexadecimal digits.
  ///
  /// @throws MalformedCommunity if the text is none of these
  public static ExtendedCommunity parse(CharSequence text) {
    String words = text.toString();
    if (words.startsWith("0x")) {
      return new ExtendedCommunity(octets(words));
    }
    int second = words.indexOf(':', 3);
    if (second < 0 || !(words.startsWith("rt:") || words.startsWith("ro:"))) {
      throw new MalformedCommunity(text, "expected rt:asn:value, ro:asn:value or 0x and 16 digits");
    }
    long asn = Parts.number(words, words.substring(3, second), 0xffff);
    long value = Parts.number(words, words.substring(second + 1), 0xffff_ffffL);
    return twoOctet(words.startsWith("rt:") ? ROUTE_TARGET : ROUTE_ORIGIN, (int) asn, (int) value);
  }

  /// Reads eight octets in network order.
  public static ExtendedCommunity read(byte[] from, int offset) {
    long high = Integer.toUnsignedLong(Parts.read32(from, offset));
    long low = Integer.toUnsignedLong(Parts.read32(from, offset + 4));
    return new ExtendedCommunity(high << 32 | low);
  }

  /// Returns the type with its flags, the first octet.
  public int type() {
    return (int) (bits >>> 56);
  }

  /// Returns the second octet, which most types use to tell meanings apart.
  public int subtype() {
    return (int) (bits >>> 48) & 0xff;
  }

  /// Returns whether the community stays on the route when it enters another AS (RFC 4360 section
  /// 2: the second bit of the type is zero).
  public boolean isTransitive() {
    return (type() & 0x40) == 0;
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public int write(byte[] into, int offset) {
    return Parts.write32((int) bits, into, Parts.write32((int) (bits >>> 32), into, offset));
  }

  /// Returns `rt:` or `ro:` for the two meanings with a text form, else the octets after `0x`.
  @Override
  public String toString() {
    String rest = (bits >>> 32 & 0xffff) + ":" + (bits & 0xffff_ffffL);
    return switch ((int) (bits >>> 48)) {
      case ROUTE_TARGET -> "rt:" + rest;
      case ROUTE_ORIGIN -> "ro:" + rest;
      default -> "0x" + HexFormat.of().toHexDigits(bits);
    };
  }

  private static ExtendedCommunity twoOctet(int kind, int asn, int value) {
    if (asn >>> 16 != 0) {
      throw new IllegalArgumentException("an AS number of 16 bits: " + asn);
    }
    return new ExtendedCommunity(
        (long) kind << 48 | (long) asn << 32 | Integer.toUnsignedLong(value));
  }

  private static long octets(String words) {
    if (words.length() != 18) {
      throw new MalformedCommunity(words, "expected 16 hexadecimal digits after 0x");
    }
    for (int i = 2; i < 18; i++) {
      if (!HexFormat.isHexDigit(words.charAt(i))) {
        throw new MalformedCommunity(words, "'" + words.charAt(i) + "' is no hexadecimal digit");
      }
    }
    return HexFormat.fromHexDigitsToLong(words, 2, 18);
  }
}
