package dev.weir.bgp.type;

/// A mark on a route, of one of three kinds: 4 octets (RFC 1997), 8 octets (RFC 4360) or 12 octets
/// (RFC 8092).
///
/// Communities are ordered by kind, the shorter first, then by their octets as one unsigned number,
/// which is also the order in which RFC 8092 and most routers list them.
public sealed interface Community extends Comparable<Community>
    permits StandardCommunity, ExtendedCommunity, LargeCommunity {

  /// Parses any kind: a well-known name or `65000:100`; `rt:65000:100`, `ro:65000:100` or 16
  /// hexadecimal digits after `0x`; `65000:1:2`.
  ///
  /// @throws MalformedCommunity if the text is none of these
  static Community parse(CharSequence text) {
    String trimmed = text.toString();
    if (trimmed.startsWith("0x") || trimmed.startsWith("rt:") || trimmed.startsWith("ro:")) {
      return ExtendedCommunity.parse(trimmed);
    }
    return trimmed.indexOf(':') != trimmed.lastIndexOf(':')
        ? LargeCommunity.parse(trimmed)
        : StandardCommunity.parse(trimmed);
  }

  /// Returns how many octets the community has on the wire: 4, 8 or 12.
  int width();

  /// Writes the community in network order.
  ///
  /// @return the offset behind the last octet written
  int write(byte[] into, int offset);

  @Override
  default int compareTo(Community other) {
    return switch (this) {
      case StandardCommunity a when other instanceof StandardCommunity b ->
          Integer.compareUnsigned(a.bits(), b.bits());
      case ExtendedCommunity a when other instanceof ExtendedCommunity b ->
          Long.compareUnsigned(a.bits(), b.bits());
      case LargeCommunity a when other instanceof LargeCommunity b -> a.compareParts(b);
      case StandardCommunity _, ExtendedCommunity _, LargeCommunity _ ->
          Integer.compare(width(), other.width());
    };
  }
}
