package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;

/// A route of a TABLE_DUMP record (RFC 6396 section 4.2).
///
/// @param prefix where it leads
/// @param peer the address of the peer it came from, of the prefix's family
/// @param peerAsn the AS of the peer
/// @param originated since when, in seconds since 1970
/// @param status 8 bits without a meaning, by habit 1
/// @param attributes its path attributes, AS numbers of two octets
public record DumpedRoute(
    Prefix prefix, IpAddress peer, Asn peerAsn, long originated, int status, Octets attributes) {

  /// Checks that prefix and peer are of one family, and that the AS number fits.
  ///
  /// @throws IllegalArgumentException if not
  public DumpedRoute {
    if (prefix.address().width() != peer.width()) {
      throw new IllegalArgumentException("one family: " + prefix + " and " + peer);
    }
    if (peerAsn.bits() >>> 16 != 0) {
      throw new IllegalArgumentException("two octets: " + peerAsn);
    }
  }
}
