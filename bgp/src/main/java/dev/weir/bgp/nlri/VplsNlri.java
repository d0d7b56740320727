package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;

/// A site of a virtual private LAN and the labels it offers the others (RFC 4761 section 3.2.2).
///
/// ```
/// length (2): 17   route distinguisher (8)   VE ID (2)   block offset (2)   block size (2)
/// label base (3)
/// ```
///
/// @param distinguisher tells the networks apart
/// @param site the VE ID, 16 bits
/// @param blockOffset first site that the labels are for, 16 bits
/// @param blockSize how many labels there are, 16 bits
/// @param labelField the first of them, all 24 bits of its field; the label is the first 20
public record VplsNlri(
    RouteDistinguisher distinguisher, int site, int blockOffset, int blockSize, int labelField)
    implements Nlri {
  static final int OCTETS = 17;

  /// Checks the sizes of the numbers.
  ///
  /// @throws IllegalArgumentException if one has more bits than its field
  public VplsNlri {
    if ((site | blockOffset | blockSize) >>> 16 != 0 || labelField >>> 24 != 0) {
      throw new IllegalArgumentException(
          "no VPLS route: " + site + ", " + blockOffset + ", " + blockSize + ", " + labelField);
    }
  }

  /// Returns the first label.
  public int labelBase() {
    return labelField >> 4;
  }

  @Override
  public AfiSafi family() {
    return AfiSafi.VPLS;
  }

  @Override
  public Octets octets() {
    return new RouteWriter()
        .u16(OCTETS)
        .i64(distinguisher.bits())
        .u16(site)
        .u16(blockOffset)
        .u16(blockSize)
        .u24(labelField)
        .done();
  }

  /// Returns the parts with their names.
  @Override
  public String toString() {
    return distinguisher
        + " site "
        + site
        + " offset "
        + blockOffset
        + " size "
        + blockSize
        + " label "
        + labelBase();
  }

  /// @param route the whole route; it has the octets that its length says
  static Nlri read(Octets route) {
    RouteDistinguisher distinguisher =
        route.length() < 10 ? new RouteDistinguisher(0) : new RouteDistinguisher(route.i64(2));
    return switch (route.length() - 2) {
      case OCTETS ->
          new VplsNlri(distinguisher, route.u16(10), route.u16(12), route.u16(14), route.u24(16));
      case VplsDiscoveryNlri.OCTETS -> new VplsDiscoveryNlri(distinguisher, route.i32(10));
      default -> throw new BrokenRule(0, NlriRule.VPLS_LENGTH);
    };
  }
}
