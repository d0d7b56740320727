package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import org.jspecify.annotations.Nullable;

/// The value of MP_UNREACH_NLRI: withdrawn routes of a family (RFC 4760 section 4).
///
/// @param family what kind of routes
/// @param nlri the routes, one behind another; none is the end-of-RIB marker (RFC 4724 section 2)
public record MpUnreach(AfiSafi family, Octets nlri) {

  /// Views the value of the attribute; null if it is shorter than it says.
  public static @Nullable MpUnreach read(Octets value) {
    if (value.length() < 3) {
      return null;
    }
    return new MpUnreach(new AfiSafi(value.u16(0), value.u8(2)), value.from(3));
  }
}
