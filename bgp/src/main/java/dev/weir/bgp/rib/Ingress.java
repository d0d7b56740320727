package dev.weir.bgp.rib;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;

/// Where routes come from: a peer of a session, of a monitored router or of a table dump.
///
/// @param address of the peer
/// @param asn of the peer
/// @param bgpId the BGP identifier of the peer, 0.0.0.0 if it is not known
/// @param source what tells two peers of the same address apart: a file, a monitored router; may be
///   empty
public record Ingress(IpAddress address, Asn asn, Ipv4Address bgpId, String source) {

  /// Returns a peer that no source tells apart.
  public static Ingress of(IpAddress address, Asn asn, Ipv4Address bgpId) {
    return new Ingress(address, asn, bgpId, "");
  }

  /// Returns address and AS number, with the source behind if there is one.
  @Override
  public String toString() {
    return address + " " + asn + (source.isEmpty() ? "" : " " + source);
  }
}
