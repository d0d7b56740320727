package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;

/// A candidate path of a segment routing policy (RFC 9830 section 2.1). What the path is stands in
/// the tunnel encapsulation attribute.
///
/// ```
/// length in bits (1)   distinguisher (4)   colour (4)   endpoint (4 or 16)
/// ```
///
/// @param family IPv4 or IPv6 with SAFI 73
/// @param distinguisher tells candidate paths apart, 32 bits, unsigned
/// @param color 32 bits, unsigned
/// @param endpoint where the policy leads
public record SrPolicyNlri(AfiSafi family, int distinguisher, int color, IpAddress endpoint)
    implements Nlri {
  /// The subsequent family of segment routing policies.
  static final int SAFI = 73;

  /// Checks that family and endpoint agree.
  ///
  /// @throws IllegalArgumentException if they do not
  public SrPolicyNlri {
    if (family.safi() != SAFI || endpoint.width() != 8 * family.addressOctets()) {
      throw new IllegalArgumentException("no policy of " + family + ": " + endpoint);
    }
  }

  @Override
  public Octets octets() {
    return new RouteWriter()
        .u8(64 + endpoint.width())
        .i32(distinguisher)
        .i32(color)
        .address(endpoint)
        .done();
  }

  /// Returns the three parts with their names.
  @Override
  public String toString() {
    return "policy "
        + Integer.toUnsignedString(distinguisher)
        + " color "
        + Integer.toUnsignedString(color)
        + " endpoint "
        + endpoint;
  }

  /// @param route the whole route; it has the octets that its length says
  static SrPolicyNlri read(Octets route, AfiSafi family) {
    if (route.u8(0) != 64 + 8 * family.addressOctets()) {
      throw new BrokenRule(0, NlriRule.SR_POLICY_LENGTH);
    }
    IpAddress endpoint = Prefixes.address(route, 9, family.addressOctets());
    return new SrPolicyNlri(family, route.i32(1), route.i32(5), endpoint);
  }
}
