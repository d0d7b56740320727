package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Framing;
import dev.weir.bgp.octets.Octets;

/// How BMP messages lie in a stream: each begins with its version and its length (RFC 7854 section
/// 4.1).
///
/// Six octets of which two are known do not make a boundary. Where one has to be found, a message
/// of a type that is known has to be there whole, and has to be well-formed: its TLVs fill it, its
/// BGP messages begin with their markers and end where they should. That is asked of the octets
/// only where they look like a header of such a message, so that the search is one pass.
public final class BmpFraming implements Framing {
  /// The longest message that is believed: two OPEN messages, or a few mirrored messages, have far
  /// less.
  public static final int MAX_OCTETS = 1 << 20;

  private static final int LEAST_WITH_PEER = BmpMessage.HEADER + PeerHeader.OCTETS;

  /// Creates the framing; it has no state.
  public BmpFraming() {}

  @Override
  public int measure(Octets arrived) {
    int version = arrived.u8(0);
    if (version != BmpMessage.VERSION_3 && version != BmpMessage.VERSION_4) {
      return NONE;
    }
    if (arrived.length() < BmpMessage.HEADER) {
      return MORE;
    }
    long length = arrived.u32(1);
    if (length < BmpMessage.HEADER || length > MAX_OCTETS) {
      return NONE;
    }
    return (int) length;
  }

  @Override
  public int find(Octets arrived) {
    int length = measure(arrived);
    if (length <= 0) {
      return length;
    }
    int type = arrived.u8(5);
    if (type > BmpType.ROUTE_MIRRORING || BmpType.hasPeer(type) && length < LEAST_WITH_PEER) {
      return NONE;
    }
    if (BmpType.hasPeer(type) && arrived.length() > 6 && arrived.u8(6) > PeerHeader.LOC_RIB) {
      return NONE;
    }
    if (length > arrived.length()) {
      return length;
    }
    return BmpMessage.read(arrived.slice(0, length)) instanceof BmpMessage.Malformed
        ? NONE
        : length;
  }
}
