package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;

/// A type, a length and a value of link-state information (RFC 9552 section 5.1).
///
/// ```
/// type (2)   length of the value (2)   value
/// ```
///
/// @param type see [LinkStateType]
/// @param value the octets of the value
public record LinkStateTlv(int type, Octets value) {

  /// Checks the sizes.
  ///
  /// @throws IllegalArgumentException if type or length does not fit into two octets
  public LinkStateTlv {
    if ((type | value.length()) >>> 16 != 0) {
      throw new IllegalArgumentException("no TLV: " + type + ", " + value.length() + " octets");
    }
  }

  /// Decodes the value; what is not known, or has a length that does not suit its type, is
  /// [LinkStateContent.Raw].
  public LinkStateContent content() {
    return LinkStateContentReader.read(this);
  }

  /// Returns the name and the content.
  @Override
  public String toString() {
    return LinkStateType.name(type) + " " + content();
  }
}
