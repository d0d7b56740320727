package dev.weir.bgp.type;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A community of eight octets (RFC 4360): a type that says what the rest means.
///
/// The types that are in use have a text form of their own: route targets and origins with AS
/// numbers of both sizes and with addresses, colour, encapsulation, link bandwidth, cost, OSPF, the
/// communities of EVPN, the actions of FlowSpec, origin validation states. Every other type is kept
/// and printed as its octets, so nothing is ever lost.
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

  /// Parses a name and its fields, as in `rt:65000:100`, `rt:192.0.2.1:100`, `color:0:100` or
  /// `rate-bytes:65000:125000`, or `0x` and 16 hexadecimal digits.
  ///
  /// @throws MalformedCommunity if the text is none of these
  public static ExtendedCommunity parse(CharSequence text) {
    String words = text.toString();
    if (words.startsWith("0x")) {
      return new ExtendedCommunity(octets(words));
    }
    int colon = words.indexOf(':');
    String name = colon < 0 ? words : words.substring(0, colon);
    if (!ExtendedKind.isName(name)) {
      throw new MalformedCommunity(text, "expected a name such as rt: or ro:, or 0x and 16 digits");
    }
    return new ExtendedCommunity(ExtendedKind.parse(words));
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

  /// Returns the name of the kind, such as `rt`, or null if it has none.
  public @Nullable String kindName() {
    ExtendedKind kind = ExtendedKind.of((int) (bits >>> 48));
    return kind == null ? null : kind.name();
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public int write(byte[] into, int offset) {
    return Parts.write32((int) bits, into, Parts.write32((int) (bits >>> 32), into, offset));
  }

  /// Returns name and fields where the kind has a text form and nothing would be lost, else the
  /// octets after `0x`.
  @Override
  public String toString() {
    ExtendedKind kind = ExtendedKind.of((int) (bits >>> 48));
    String text = kind == null ? null : kind.print(bits);
    return text != null ? text : "0x" + HexFormat.of().toHexDigits(bits);
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
