package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Prefix;

/// A prefix of a virtual private network (RFC 4364 section 4.3.4, RFC 4659 section 3.2).
///
/// ```
/// length in bits, all included (1)   labels (3 each)   route distinguisher (8)   prefix
/// ```
///
/// Multicast routes of such a network (SAFI 129, RFC 6514) are written in the same way without
/// labels.
///
/// @param family [AfiSafi#IPV4_VPN], [AfiSafi#IPV6_VPN], or either with SAFI 129
/// @param labels none for multicast, else at least one
/// @param distinguisher tells the networks apart
/// @param prefix of the family's addresses
public record VpnNlri(
    AfiSafi family, LabelStack labels, RouteDistinguisher distinguisher, Prefix prefix)
    implements Nlri {
  /// The subsequent family of multicast routes of a private network (RFC 6514).
  static final int SAFI_MULTICAST_VPN = 129;

  /// Checks that the parts agree and the length fits into its octet.
  ///
  /// @throws IllegalArgumentException if they do not
  public VpnNlri {
    Prefixes.checkWidth(family, prefix);
    boolean labeled = family.safi() == 128;
    if (!labeled && family.safi() != SAFI_MULTICAST_VPN || labeled == (labels.count() == 0)) {
      throw new IllegalArgumentException("no VPN route: " + family + ", labels " + labels);
    }
    if (24 * labels.count() + 64 + prefix.length() > 255) {
      throw new IllegalArgumentException("too many labels: " + labels);
    }
  }

  @Override
  public Octets octets() {
    return new RouteWriter()
        .u8(24 * labels.count() + 64 + prefix.length())
        .octets(labels.octets())
        .i64(distinguisher.bits())
        .bits(prefix.address(), prefix.length())
        .done();
  }

  /// Returns `distinguisher:prefix` and the labels.
  @Override
  public String toString() {
    String route = distinguisher + ":" + prefix;
    return labels.count() == 0 ? route : route + " label " + labels;
  }

  /// @param route the whole route; it has the octets that its length says
  static VpnNlri read(Octets route, AfiSafi family) {
    int bits = route.u8(0);
    boolean labeled = family.safi() == 128;
    LabelStack labels = labeled ? LabelStack.read(route, 1, 1 + (bits - 64) / 8) : LabelStack.NONE;
    int rest = bits - 24 * labels.count() - 64;
    if (rest < 0 || labeled && labels.count() == 0) {
      throw new BrokenRule(0, NlriRule.PREFIX_TOO_SHORT);
    }
    if (rest > 8 * family.addressOctets()) {
      throw new BrokenRule(0, NlriRule.PREFIX_TOO_LONG);
    }
    int at = 1 + labels.octets().length();
    return new VpnNlri(
        family,
        labels,
        new RouteDistinguisher(route.i64(at)),
        Prefixes.read(route, at + 8, rest, family.addressOctets()));
  }
}
