package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;

/// Octets in the place of a route that break a rule: one route if its end is known, else all that
/// is left of the field.
///
/// @param family what kind of route it was to be
/// @param octets from the beginning of the route
/// @param fault which rule, and where in the field
public record MalformedNlri(AfiSafi family, Octets octets, NlriFault fault) implements Nlri {

  /// Returns the fault, then the octets.
  @Override
  public String toString() {
    return "malformed (" + fault + ") 0x" + octets;
  }
}
