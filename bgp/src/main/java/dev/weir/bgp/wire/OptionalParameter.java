package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import java.util.ArrayList;
import java.util.List;

/// One optional parameter of an OPEN (RFC 4271 section 4.2).
///
/// @param type [#CAPABILITIES], 1 for authentication as it once was, or another number
/// @param value the octets
public record OptionalParameter(int type, Octets value) {
  /// A list of capabilities (RFC 5492 section 4).
  public static final int CAPABILITIES = 2;

  /// A parameter with these capabilities.
  public static OptionalParameter of(List<? extends Capability> capabilities) {
    OctetsWriter out = new OctetsWriter();
    for (Capability capability : capabilities) {
      Octets value = capability.value();
      if (value.length() > 255) {
        throw new IllegalArgumentException(
            "the capability " + capability.name() + " has " + value.length() + " octets");
      }
      out.u8(capability.code()).u8(value.length()).octets(value);
    }
    return new OptionalParameter(CAPABILITIES, out.toOctets());
  }

  /// Returns the capabilities of the parameter; none if it is of another type. A torn one at the
  /// end is left out.
  public List<Capability> capabilities() {
    List<Capability> all = new ArrayList<>();
    if (type != CAPABILITIES) {
      return all;
    }
    int at = 0;
    while (value.length() - at >= 2 && value.u8(at + 1) <= value.length() - at - 2) {
      int length = value.u8(at + 1);
      all.add(Capability.read(value.u8(at), value.slice(at + 2, length)));
      at += 2 + length;
    }
    return all;
  }

  /// Returns whether the capabilities fill the parameter; true for other types.
  public boolean isWellFormed() {
    int at = 0;
    while (type == CAPABILITIES && at < value.length()) {
      if (value.length() - at < 2) {
        return false;
      }
      at += 2 + value.u8(at + 1);
    }
    return type != CAPABILITIES || at == value.length();
  }
}
