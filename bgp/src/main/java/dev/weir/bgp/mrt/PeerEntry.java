package dev.weir.bgp.mrt;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;

/// A peer in the table of peers of a table dump (RFC 6396 section 4.3.1).
///
/// @param id its BGP identifier
/// @param address its address
/// @param asn its AS
/// @param fourOctetAsn whether the AS number is written with four octets; one that needs them is in
///   any case
public record PeerEntry(Ipv4Address id, IpAddress address, Asn asn, boolean fourOctetAsn) {

  /// A peer as all writers of today write it.
  public static PeerEntry of(Ipv4Address id, IpAddress address, Asn asn) {
    return new PeerEntry(id, address, asn, true);
  }
}
