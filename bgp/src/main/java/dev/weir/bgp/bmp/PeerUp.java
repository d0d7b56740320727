package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The session with a peer is there (RFC 7854 section 4.10, RFC 9736). For the Loc-RIB the OPEN
/// messages are made up, to say what the routes that follow are encoded under (RFC 9069 section
/// 5.2).
///
/// @param version 3 or 4
/// @param peer which peer
/// @param localField the 16 octets of the router's own address
/// @param localPort the router's own port; 0 for the Loc-RIB
/// @param remotePort the peer's port; 0 for the Loc-RIB
/// @param opens the OPEN messages
/// @param information what else the router says
public record PeerUp(
    int version,
    PeerHeader peer,
    Octets localField,
    int localPort,
    int remotePort,
    Opens opens,
    List<Tlv> information)
    implements BmpMessage {

  /// The two OPEN messages, each with its header.
  ///
  /// @param sent the one that the router sent
  /// @param received the one that the router received
  public record Opens(Octets sent, Octets received) {}

  /// Keeps a copy of the list.
  public PeerUp {
    information = List.copyOf(information);
  }

  @Override
  public int type() {
    return BmpType.PEER_UP;
  }

  /// Returns the router's own address of the session, of the family of the peer's address; null for
  /// the Loc-RIB, which has none.
  public @Nullable IpAddress localAddress() {
    if (peer.isLocRib()) {
      return null;
    }
    return peer.isIpv6()
        ? new Ipv6Address(localField.i64(0), localField.i64(8))
        : new Ipv4Address(localField.i32(12));
  }

  /// Returns the name of the table the peer belongs to, or null if the router does not say.
  public @Nullable String tableName() {
    for (Tlv tlv : information) {
      if (tlv.type() == Tlv.TABLE_NAME) {
        return tlv.text();
      }
    }
    return null;
  }
}
