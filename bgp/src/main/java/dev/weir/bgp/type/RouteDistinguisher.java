package dev.weir.bgp.type;

import dev.weir.inet.Ipv4Address;
import java.util.HexFormat;

/// Eight octets that tell equal prefixes of different virtual private networks apart (RFC 4364
/// section 4.2).
///
/// @param bits the eight octets as one number: a type of 16 bits and a value
public record RouteDistinguisher(long bits) implements Comparable<RouteDistinguisher> {

  /// Returns the type: 0 two-octet AS, 1 IPv4 address, 2 four-octet AS.
  public int type() {
    return (int) (bits >>> 48);
  }

  @Override
  public int compareTo(RouteDistinguisher other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  /// Returns `administrator:number`, or the octets after `0x` for types that are not assigned.
  @Override
  public String toString() {
    return switch (type()) {
      case 0 -> (bits >>> 32 & 0xffff) + ":" + (bits & 0xffff_ffffL);
      case 1 -> new Ipv4Address((int) (bits >>> 16)) + ":" + (bits & 0xffff);
      case 2 -> (bits >>> 16 & 0xffff_ffffL) + ":" + (bits & 0xffff);
      default -> "0x" + HexFormat.of().toHexDigits(bits);
    };
  }
}
