package dev.weir.bgp.type;

import java.util.HexFormat;

/// An Ethernet address of 48 bits (IEEE 802).
///
/// @param bits the six octets as one number
public record MacAddress(long bits) implements Comparable<MacAddress> {

  /// Checks the size of the number.
  ///
  /// @throws IllegalArgumentException if it has more than 48 bits
  public MacAddress {
    if (bits >>> 48 != 0) {
      throw new IllegalArgumentException("an Ethernet address has 48 bits: " + bits);
    }
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  /// Returns six pairs of lower-case hexadecimal digits with `:` between them.
  @Override
  public String toString() {
    byte[] octets = new byte[6];
    for (int i = 0; i < 6; i++) {
      octets[i] = (byte) (bits >> 40 - 8 * i);
    }
    return HexFormat.ofDelimiter(":").formatHex(octets);
  }
}
