package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Ipv4Address;

/// A router that takes part in a layer-2 VPN whose labels are signaled otherwise (RFC 6074 section
/// 7). It shares its family with [VplsNlri] and is told apart by its length.
///
/// ```
/// length (2): 12   route distinguisher (8)   PE address (4)
/// ```
///
/// @param distinguisher tells the networks apart
/// @param router the PE address, or any 32 bits that name the router
public record VplsDiscoveryNlri(RouteDistinguisher distinguisher, int router) implements Nlri {
  static final int OCTETS = 12;

  @Override
  public AfiSafi family() {
    return AfiSafi.VPLS;
  }

  @Override
  public Octets octets() {
    return new RouteWriter().u16(OCTETS).i64(distinguisher.bits()).i32(router).done();
  }

  /// Returns the parts with their names.
  @Override
  public String toString() {
    return distinguisher + " router " + new Ipv4Address(router);
  }
}
