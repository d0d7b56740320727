package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a router thinks of a route (draft-ietf-grow-bmp-path-marking-tlv): 32 bits, and perhaps one
/// reason.
///
/// @param bits the status
/// @param reason why, 16 bits; -1 if the router does not say
public record PathStatus(int bits, int reason) {
  private static final List<String> NAMES =
      List.of(
          "invalid",
          "best",
          "non-selected",
          "primary",
          "backup",
          "non-installed",
          "best-external",
          "add-path",
          "filtered-in",
          "filtered-out",
          "stale",
          "suppressed");

  /// Reads the value of the TLV; null if it has another length than four or six octets.
  public static @Nullable PathStatus read(Octets value) {
    return switch (value.length()) {
      case 4 -> new PathStatus(value.i32(0), -1);
      case 6 -> new PathStatus(value.i32(0), value.u16(4));
      default -> null;
    };
  }

  /// Returns the names of the bits that are set, lowest first; `bit-n` for those without a name.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int bit = 0; bit < 32; bit++) {
      if ((bits >>> bit & 1) != 0) {
        names.add(bit < NAMES.size() ? NAMES.get(bit) : "bit-" + bit);
      }
    }
    return names;
  }
}
