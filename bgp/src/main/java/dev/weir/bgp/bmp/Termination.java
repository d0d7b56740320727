package dev.weir.bgp.bmp;

import java.util.List;

/// The last message of a router: why it closes (RFC 7854 section 4.5).
///
/// @param version 3 or 4
/// @param information what it says
public record Termination(int version, List<Tlv> information) implements BmpMessage {
  /// Keeps a copy of the list.
  public Termination {
    information = List.copyOf(information);
  }

  @Override
  public int type() {
    return BmpType.TERMINATION;
  }

  /// Returns the reason, or -1 if the router gives none.
  public int reason() {
    for (Tlv tlv : information) {
      if (tlv.type() == Tlv.REASON && tlv.value().length() == 2) {
        return tlv.value().u16(0);
      }
    }
    return -1;
  }

  /// Returns words for a reason.
  public static String reasonName(int reason) {
    return switch (reason) {
      case 0 -> "session closed by the operator";
      case 1 -> "unspecified";
      case 2 -> "out of resources";
      case 3 -> "redundant connection";
      case 4 -> "session closed by the operator for good";
      default -> "reason " + reason;
    };
  }
}
