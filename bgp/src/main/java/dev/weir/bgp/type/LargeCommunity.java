package dev.weir.bgp.type;

import dev.weir.inet.Asn;

/// A community of twelve octets (RFC 8092): an AS number of any size, and two values of that AS.
///
/// ```
/// +---------------------------------------------------------------+
/// |                          AS number                            |
/// +---------------------------------------------------------------+
/// |                        local data, part 1                     |
/// +---------------------------------------------------------------+
/// |                        local data, part 2                     |
/// +---------------------------------------------------------------+
/// ```
///
/// @param asn the AS that gives the rest its meaning
/// @param first the first value, unsigned
/// @param second the second value, unsigned
public record LargeCommunity(Asn asn, int first, int second) implements Community {
  private static final long MAX = 0xffff_ffffL;

  /// Parses three plain decimal numbers with colons between them; leading zeros are refused (RFC
  /// 8092 section 5).
  ///
  /// @throws MalformedCommunity if the text is something else
  public static LargeCommunity parse(CharSequence text) {
    String words = text.toString();
    int one = words.indexOf(':');
    int two = words.indexOf(':', one + 1);
    if (one < 0 || two < 0) {
      throw new MalformedCommunity(text, "expected asn:value:value");
    }
    long asn = Parts.number(words, words.substring(0, one), MAX);
    long first = Parts.number(words, words.substring(one + 1, two), MAX);
    long second = Parts.number(words, words.substring(two + 1), MAX);
    return new LargeCommunity(Asn.of(asn), (int) first, (int) second);
  }

  /// Reads twelve octets in network order.
  public static LargeCommunity read(byte[] from, int offset) {
    return new LargeCommunity(
        new Asn(Parts.read32(from, offset)),
        Parts.read32(from, offset + 4),
        Parts.read32(from, offset + 8));
  }

  @Override
  public int width() {
    return 12;
  }

  @Override
  public int write(byte[] into, int offset) {
    int next = Parts.write32(asn.bits(), into, offset);
    return Parts.write32(second, into, Parts.write32(first, into, next));
  }

  /// Returns the three numbers with colons between them.
  @Override
  public String toString() {
    return asn.number()
        + ":"
        + Integer.toUnsignedString(first)
        + ":"
        + Integer.toUnsignedString(second);
  }

  int compareParts(LargeCommunity other) {
    int byAsn = asn.compareTo(other.asn);
    if (byAsn != 0) {
      return byAsn;
    }
    int byFirst = Integer.compareUnsigned(first, other.first);
    return byFirst != 0 ? byFirst : Integer.compareUnsigned(second, other.second);
  }
}
