package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type, a length and that many octets: what many attributes are lists of.
///
/// @param type the type, of 8 or 16 bits
/// @param value the octets
public record Tlv(int type, Octets value) {
  /// Reads entries with two octets of type and two of length; null if they do not fill the octets.
  public static @Nullable List<Tlv> readWide(Octets octets) {
    List<Tlv> all = new ArrayList<>();
    int at = 0;
    while (at < octets.length()) {
      if (octets.length() - at < 4 || octets.u16(at + 2) > octets.length() - at - 4) {
        return null;
      }
      all.add(new Tlv(octets.u16(at), octets.slice(at + 4, octets.u16(at + 2))));
      at += 4 + octets.u16(at + 2);
    }
    return List.copyOf(all);
  }

  /// Reads entries with one octet of type and two of length; null if they do not fill the octets.
  public static @Nullable List<Tlv> readNarrow(Octets octets) {
    List<Tlv> all = new ArrayList<>();
    int at = 0;
    while (at < octets.length()) {
      if (octets.length() - at < 3 || octets.u16(at + 1) > octets.length() - at - 3) {
        return null;
      }
      all.add(new Tlv(octets.u8(at), octets.slice(at + 3, octets.u16(at + 1))));
      at += 3 + octets.u16(at + 1);
    }
    return List.copyOf(all);
  }

  /// Writes entries with two octets of type and two of length.
  public static Octets writeWide(List<Tlv> entries) {
    OctetsWriter out = new OctetsWriter();
    entries.forEach(e -> out.u16(e.type).u16(e.value.length()).octets(e.value));
    return out.toOctets();
  }

  /// Writes entries with one octet of type and two of length.
  public static Octets writeNarrow(List<Tlv> entries) {
    OctetsWriter out = new OctetsWriter();
    entries.forEach(e -> out.u8(e.type).u16(e.value.length()).octets(e.value));
    return out.toOctets();
  }
}
