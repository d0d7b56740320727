package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;

/// A plain prefix of IPv4 or IPv6, unicast or multicast (RFC 4271 section 4.3, RFC 4760 section 5).
///
/// ```
/// length in bits (1)   as many octets of the prefix as the bits need
/// ```
///
/// @param family a plain one
/// @param prefix of the family's addresses
public record PrefixNlri(AfiSafi family, Prefix prefix) implements Nlri {

  /// Checks that prefix and family agree.
  ///
  /// @throws IllegalArgumentException if they do not
  public PrefixNlri {
    if (!family.isPlain()) {
      throw new IllegalArgumentException("no family of plain prefixes: " + family);
    }
    Prefixes.checkWidth(family, prefix);
  }

  /// Returns a unicast route.
  public static PrefixNlri unicast(Prefix prefix) {
    boolean four = prefix.address().width() == 32;
    return new PrefixNlri(four ? AfiSafi.IPV4_UNICAST : AfiSafi.IPV6_UNICAST, prefix);
  }

  @Override
  public Octets octets() {
    return new RouteWriter().u8(prefix.length()).bits(prefix.address(), prefix.length()).done();
  }

  /// Returns `address/length`.
  @Override
  public String toString() {
    return prefix.toString();
  }
}
