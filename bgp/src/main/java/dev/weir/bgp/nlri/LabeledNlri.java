package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;

/// A prefix with MPLS labels (RFC 8277).
///
/// ```
/// length in bits, labels included (1)   labels (3 each)   prefix
/// ```
///
/// @param family [AfiSafi#IPV4_LABELED] or [AfiSafi#IPV6_LABELED]
/// @param labels at least one
/// @param prefix of the family's addresses
public record LabeledNlri(AfiSafi family, LabelStack labels, Prefix prefix) implements Nlri {

  /// Checks that the parts agree and the length fits into its octet.
  ///
  /// @throws IllegalArgumentException if they do not
  public LabeledNlri {
    Prefixes.checkWidth(family, prefix);
    if (family.safi() != 4 || labels.count() == 0) {
      throw new IllegalArgumentException("no labeled route: " + family + ", labels " + labels);
    }
    if (24 * labels.count() + prefix.length() > 255) {
      throw new IllegalArgumentException("too many labels: " + labels);
    }
  }

  @Override
  public Octets octets() {
    return new RouteWriter()
        .u8(24 * labels.count() + prefix.length())
        .octets(labels.octets())
        .bits(prefix.address(), prefix.length())
        .done();
  }

  /// Returns the prefix and the labels.
  @Override
  public String toString() {
    return prefix + " label " + labels;
  }

  /// @param route the whole route; it has the octets that its length says
  static LabeledNlri read(Octets route, AfiSafi family) {
    int bits = route.u8(0);
    LabelStack labels = LabelStack.read(route, 1, 1 + bits / 8);
    int rest = bits - 24 * labels.count();
    if (labels.count() == 0) {
      throw new BrokenRule(0, NlriRule.PREFIX_TOO_SHORT);
    }
    if (rest > 8 * family.addressOctets()) {
      throw new BrokenRule(0, NlriRule.PREFIX_TOO_LONG);
    }
    int at = 1 + labels.octets().length();
    return new LabeledNlri(family, labels, Prefixes.read(route, at, rest, family.addressOctets()));
  }
}
