package dev.weir.bgp.type;

import java.util.HexFormat;

/// The identifier of an Ethernet segment: the links by which one site is attached to several
/// routers (RFC 7432 section 5).
///
/// ```
/// type (1)   value (9)
/// ```
///
/// @param high the first two octets
/// @param low the other eight
public record EthernetSegment(int high, long low) implements Comparable<EthernetSegment> {
  /// A site that is attached to one router only.
  public static final EthernetSegment NONE = new EthernetSegment(0, 0);

  /// Checks the size of the first number.
  ///
  /// @throws IllegalArgumentException if it has more than 16 bits
  public EthernetSegment {
    if (high >>> 16 != 0) {
      throw new IllegalArgumentException("two octets have 16 bits: " + high);
    }
  }

  /// Returns the type, which says what the value was made of: 0 by hand, 1 LACP, 2 bridge protocol,
  /// 3 MAC address, 4 router identifier, 5 AS number.
  public int type() {
    return high >> 8;
  }

  @Override
  public int compareTo(EthernetSegment other) {
    return high != other.high
        ? Integer.compare(high, other.high)
        : Long.compareUnsigned(low, other.low);
  }

  /// Returns ten pairs of lower-case hexadecimal digits with `:` between them.
  @Override
  public String toString() {
    byte[] octets = new byte[10];
    octets[0] = (byte) (high >> 8);
    octets[1] = (byte) high;
    for (int i = 0; i < 8; i++) {
      octets[i + 2] = (byte) (low >> 56 - 8 * i);
    }
    return HexFormat.ofDelimiter(":").formatHex(octets);
  }
}
