package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;

/// Prefixes and addresses in the middle of octets.
final class Prefixes {
  private Prefixes() {}

  /// Reads a prefix of `bits` bits; what stands behind them in the last octet is dropped.
  static Prefix read(Octets from, int at, int bits, int addressOctets) {
    return Prefix.of(padded(from, at, bits, addressOctets), bits);
  }

  /// Reads the octets that `bits` bits need, and zeros up to a whole address.
  static IpAddress padded(Octets from, int at, int bits, int addressOctets) {
    byte[] whole = new byte[addressOctets];
    from.slice(at, (bits + 7) / 8).copyTo(whole, 0);
    return address(Octets.of(whole), 0, addressOctets);
  }

  /// Reads an address of 4 or 16 octets.
  static IpAddress address(Octets from, int at, int octets) {
    return octets == 4
        ? new Ipv4Address(from.i32(at))
        : new Ipv6Address(from.i64(at), from.i64(at + 8));
  }

  /// Refuses a prefix of the other family.
  static void checkWidth(AfiSafi family, Prefix prefix) {
    if (prefix.address().width() != 8 * family.addressOctets()) {
      throw new IllegalArgumentException("no prefix of " + family + ": " + prefix);
    }
  }
}
