package dev.weir.bgp.path;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;

/// One path attribute as it stands on the wire: flags, type, and the octets of its value.
///
/// @param flags the four high bits are [#OPTIONAL], [#TRANSITIVE], [#PARTIAL] and
///   [#EXTENDED_LENGTH]
/// @param type the type code, see [AttributeType]
/// @param value the value, without the attribute's header
public record RawAttribute(int flags, int type, Octets value) {
  /// Not all speakers need to know the attribute.
  public static final int OPTIONAL = 0x80;

  /// Speakers that do not know the attribute pass it on.
  public static final int TRANSITIVE = 0x40;

  /// Somebody on the way did not know the attribute.
  public static final int PARTIAL = 0x20;

  /// The length has two octets, not one.
  public static final int EXTENDED_LENGTH = 0x10;

  /// Returns whether the attribute is optional.
  public boolean isOptional() {
    return (flags & OPTIONAL) != 0;
  }

  /// Returns whether the attribute is transitive.
  public boolean isTransitive() {
    return (flags & TRANSITIVE) != 0;
  }

  /// Returns whether somebody on the way did not know the attribute.
  public boolean isPartial() {
    return (flags & PARTIAL) != 0;
  }

  /// Writes flags, type, length and value. Flags that promise one octet of length are mended where
  /// the value needs two.
  public void write(OctetsWriter out) {
    int length = value.length();
    boolean wide = (flags & EXTENDED_LENGTH) != 0 || length > 255;
    out.u8(wide ? flags | EXTENDED_LENGTH : flags).u8(type);
    if (wide) {
      out.u16(length);
    } else {
      out.u8(length);
    }
    out.octets(value);
  }

  /// The same with a length as short as it can be.
  public RawAttribute canonical() {
    return (flags & EXTENDED_LENGTH) != 0 && value.length() <= 255
        ? new RawAttribute(flags & ~EXTENDED_LENGTH, type, value)
        : this;
  }

  @Override
  public String toString() {
    return AttributeType.name(type) + " " + value;
  }
}
