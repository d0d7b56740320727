package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;

/// Messages exactly as they came from a peer, or word that some were lost (RFC 7854 section 4.7).
///
/// @param version 3 or 4
/// @param peer from whom
/// @param tlvs in their order: [Tlv#BGP_MESSAGE] and [Tlv#INFORMATION]
public record RouteMirroring(int version, PeerHeader peer, List<Tlv> tlvs) implements BmpMessage {
  /// The message was in error and treated as a withdrawal (RFC 7606).
  public static final int ERRORED_MESSAGE = 0;

  /// Messages could not be mirrored.
  public static final int MESSAGES_LOST = 1;

  /// Keeps a copy of the list.
  public RouteMirroring {
    tlvs = List.copyOf(tlvs);
  }

  @Override
  public int type() {
    return BmpType.ROUTE_MIRRORING;
  }

  /// Returns the BGP messages, each with its header, as they came: they need not be well-formed.
  public List<Octets> messages() {
    List<Octets> messages = new ArrayList<>();
    for (Tlv tlv : tlvs) {
      if (tlv.type() == Tlv.BGP_MESSAGE) {
        messages.add(tlv.value());
      }
    }
    return messages;
  }

  /// Returns words for the code of an [Tlv#INFORMATION].
  public static String informationName(Tlv tlv) {
    int code = tlv.value().length() == 2 ? tlv.value().u16(0) : -1;
    return switch (code) {
      case ERRORED_MESSAGE -> "errored message";
      case MESSAGES_LOST -> "messages lost";
      default -> "information " + tlv.value();
    };
  }
}
