package dev.weir.bgp.mrt;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;

/// The two ends of a BGP session, as a BGP4MP record names them.
///
/// @param peerAsn the AS of the other side
/// @param localAsn the AS of the collector
/// @param interfaceIndex where the session runs, 16 bits; 0 if nobody knows
/// @param peer the address of the other side
/// @param local the address of the collector, of the same family
public record Session(
    Asn peerAsn, Asn localAsn, int interfaceIndex, IpAddress peer, IpAddress local) {

  /// Checks that both addresses are of one family.
  ///
  /// @throws IllegalArgumentException if they are not
  public Session {
    if (peer.width() != local.width()) {
      throw new IllegalArgumentException("one family: " + peer + " and " + local);
    }
    if (interfaceIndex >>> 16 != 0) {
      throw new IllegalArgumentException("16 bits: " + interfaceIndex);
    }
  }

  /// Returns whether both AS numbers fit into two octets.
  public boolean fitsTwoOctets() {
    return peerAsn.bits() >>> 16 == 0 && localAsn.bits() >>> 16 == 0;
  }
}
