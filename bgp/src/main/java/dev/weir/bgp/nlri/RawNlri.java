package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;

/// A route that is kept as its octets: of a family that is not decoded, or all routes of a field
/// whose family does not say where one ends.
///
/// @param family what kind of route
/// @param octets the whole route, with what says its length
public record RawNlri(AfiSafi family, Octets octets) implements Nlri {

  /// Returns the octets after `0x`.
  @Override
  public String toString() {
    return "0x" + octets;
  }
}
