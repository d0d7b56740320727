package dev.weir.bgp.bmp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first message of a router: what it is and what it is called (RFC 7854 section 4.3).
///
/// @param version 3 or 4
/// @param information what it says
public record Initiation(int version, List<Tlv> information) implements BmpMessage {
  /// Keeps a copy of the list.
  public Initiation {
    information = List.copyOf(information);
  }

  @Override
  public int type() {
    return BmpType.INITIATION;
  }

  /// Returns the text of the first TLV of a type, or null if there is none.
  public @Nullable String text(int type) {
    for (Tlv tlv : information) {
      if (tlv.type() == type) {
        return tlv.text();
      }
    }
    return null;
  }
}
