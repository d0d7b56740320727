package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.List;

/// An OPEN as a value, to be built; [OpenView] is the same over octets.
///
/// @param version 4
/// @param shortAsn the AS number of the fixed field, 16 bits
/// @param holdTime seconds, 16 bits; 0 for no timer, else at least 3
/// @param identifier the BGP identifier
/// @param parameters the optional parameters
/// @param extended whether they are of the extended form (RFC 9072)
public record Open(
    int version,
    int shortAsn,
    int holdTime,
    Ipv4Address identifier,
    List<OptionalParameter> parameters,
    boolean extended) {

  /// Checks the sizes of the numbers.
  ///
  /// @throws IllegalArgumentException if a number or the parameters do not fit their fields
  public Open {
    parameters = List.copyOf(parameters);
    int octets = 0;
    for (OptionalParameter parameter : parameters) {
      int length = parameter.value().length();
      if (length > (extended ? 0xffff : 0xff)) {
        throw new IllegalArgumentException("an optional parameter of " + length + " octets");
      }
      octets += (extended ? 3 : 2) + length;
    }
    if (version >>> 8 != 0 || (shortAsn | holdTime) >>> 16 != 0) {
      throw new IllegalArgumentException(
          "no OPEN: version " + version + ", AS " + shortAsn + ", hold time " + holdTime);
    }
    if (octets > (extended ? MessageCursor.MOST - MessageCursor.HEADER - 13 : 0xff)) {
      throw new IllegalArgumentException("optional parameters of " + octets + " octets");
    }
  }

  /// A message in canonical form: all capabilities in one parameter, the extended form only where
  /// they need it, and 23456 where the AS number does not fit its field (RFC 6793 section 9).
  ///
  /// @throws IllegalArgumentException if the capabilities do not fit into a message
  public static Open of(
      Asn asn, int holdTime, Ipv4Address identifier, List<? extends Capability> capabilities) {
    List<OptionalParameter> parameters =
        capabilities.isEmpty() ? List.of() : List.of(OptionalParameter.of(capabilities));
    boolean wide = !parameters.isEmpty() && parameters.getFirst().value().length() > 253;
    int shortAsn = asn.isTwoOctet() ? asn.bits() : Asn.TRANS.bits();
    return new Open(4, shortAsn, holdTime, identifier, parameters, wide);
  }

  /// Returns the message.
  public OpenView toView() {
    OctetsWriter out =
        new OctetsWriter().u8(version).u16(shortAsn).u16(holdTime).u32(identifier.bits());
    int length = out.length();
    out.u8(0);
    if (extended) {
      out.u8(OpenView.EXTENDED).u16(0);
    }
    int first = out.length();
    for (OptionalParameter parameter : parameters) {
      Octets value = parameter.value();
      out.u8(parameter.type());
      if (extended) {
        out.u16(value.length());
      } else {
        out.u8(value.length());
      }
      out.octets(value);
    }
    out.setU8(length, extended ? 255 : out.length() - first);
    if (extended) {
      out.setU16(length + 2, out.length() - first);
    }
    return new OpenView(out.toOctets());
  }
}
