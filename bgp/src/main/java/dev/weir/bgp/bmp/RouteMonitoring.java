package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Routes of a peer, or of the router's own table: an UPDATE (RFC 7854 section 4.6).
///
/// In version 3 the UPDATE is all there is. In version 4 it is one of the TLVs.
///
/// @param version 3 or 4
/// @param peer whose routes
/// @param update the BGP message with its header; empty if a message of version 4 has none
/// @param tlvs in version 4 all TLVs in their order, that of the BGP message among them; else none
public record RouteMonitoring(int version, PeerHeader peer, Octets update, List<IndexedTlv> tlvs)
    implements BmpMessage {
  /// Keeps a copy of the list.
  public RouteMonitoring {
    tlvs = List.copyOf(tlvs);
  }

  /// A message of version 3.
  public static RouteMonitoring of(PeerHeader peer, Octets update) {
    return new RouteMonitoring(VERSION_3, peer, update, List.of());
  }

  @Override
  public int type() {
    return BmpType.ROUTE_MONITORING;
  }

  /// Returns which draft's numbers the TLVs have: told by the number of the TLV that carries the
  /// BGP message.
  public IndexedTlv.Numbering numbering() {
    IndexedTlv carrier = carrier(tlvs);
    return carrier != null
            && IndexedTlv.Numbering.DRAFT_20.kind(carrier.type()) == IndexedTlv.Kind.BGP_MESSAGE
        ? IndexedTlv.Numbering.DRAFT_20
        : IndexedTlv.Numbering.EARLY;
  }

  /// Returns the first TLV of a kind, or null if there is none.
  public @Nullable IndexedTlv first(IndexedTlv.Kind kind) {
    IndexedTlv.Numbering numbering = numbering();
    for (IndexedTlv tlv : tlvs) {
      if (numbering.kind(tlv.type()) == kind) {
        return tlv;
      }
    }
    return null;
  }

  /// The TLV whose number one of the drafts gives to the BGP message, and that has a BGP message.
  static @Nullable IndexedTlv carrier(List<IndexedTlv> tlvs) {
    for (IndexedTlv tlv : tlvs) {
      for (IndexedTlv.Numbering numbering : IndexedTlv.Numbering.values()) {
        if (numbering.kind(tlv.type()) == IndexedTlv.Kind.BGP_MESSAGE
            && BgpBounds.hasMarker(tlv.value(), 0)) {
          return tlv;
        }
      }
    }
    return null;
  }
}
