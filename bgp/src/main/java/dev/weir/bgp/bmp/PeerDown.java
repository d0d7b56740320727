package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.util.List;

/// The session with a peer is gone (RFC 7854 section 4.9, RFC 9069 section 5.3).
///
/// @param version 3 or 4
/// @param peer which peer
/// @param reason why, see the constants
/// @param notification the NOTIFICATION that ended the session, with its header, where the reason
///   says so; else empty
/// @param event the event of the state machine that ended it, for [#LOCAL_EVENT]; else 0
/// @param information TLVs, where the reason or the version has them
/// @param rest octets that the reason gives no meaning to
public record PeerDown(
    int version,
    PeerHeader peer,
    int reason,
    Octets notification,
    int event,
    List<Tlv> information,
    Octets rest)
    implements BmpMessage {
  /// The router closed the session and sent a NOTIFICATION.
  public static final int LOCAL_NOTIFICATION = 1;

  /// The router closed the session without one, because of an event.
  public static final int LOCAL_EVENT = 2;

  /// The peer closed the session and sent a NOTIFICATION.
  public static final int REMOTE_NOTIFICATION = 3;

  /// The peer closed the session without one.
  public static final int REMOTE = 4;

  /// The session goes on, but is no longer monitored.
  public static final int DECONFIGURED = 5;

  /// The router closed its own table's monitoring; TLVs say which table (RFC 9069).
  public static final int LOCAL_TLVS = 6;

  /// Keeps a copy of the list.
  public PeerDown {
    information = List.copyOf(information);
  }

  @Override
  public int type() {
    return BmpType.PEER_DOWN;
  }

  /// Returns words for a reason.
  public static String reasonName(int reason) {
    return switch (reason) {
      case LOCAL_NOTIFICATION -> "local system closed, NOTIFICATION sent";
      case LOCAL_EVENT -> "local system closed, no NOTIFICATION";
      case REMOTE_NOTIFICATION -> "remote system closed, NOTIFICATION received";
      case REMOTE -> "remote system closed, no NOTIFICATION";
      case DECONFIGURED -> "peer no longer monitored";
      case LOCAL_TLVS -> "local system closed";
      default -> "reason " + reason;
    };
  }
}
