package dev.weir.bgp.type;

/// A mark on a route, of one of four kinds: 4 octets (RFC 1997), 8 octets (RFC 4360), 12 octets
/// (RFC 8092) or 20 octets (RFC 5701).
///
/// Communities are ordered by kind, the shorter first, then by their octets as one unsigned number,
/// which is also the order in which RFC 8092 and most routers list them.
public sealed interface Community extends Comparable<Community>
    permits StandardCommunity, ExtendedCommunity, LargeCommunity, Ipv6ExtendedCommunity {

  /// Parses any kind: a well-known name or `65000:100`; `rt:65000:100` and the other forms of
  /// [ExtendedCommunity] or 16 hexadecimal digits after `0x`; `65000:1:2`; the forms of
  /// [Ipv6ExtendedCommunity] or 40 hexadecimal digits after `0x`.
  ///
  /// @throws MalformedCommunity if the text is none of these
  static Community parse(CharSequence text) {
    String trimmed = text.toString();
    if (trimmed.startsWith("0x")) {
      return trimmed.length() > 18
          ? Ipv6ExtendedCommunity.parse(trimmed)
          : ExtendedCommunity.parse(trimmed);
    }
    int colon = trimmed.indexOf(':');
    String name = colon < 0 ? trimmed : trimmed.substring(0, colon);
    if (ExtendedKind.isName(name)) {
      return ExtendedCommunity.parse(trimmed);
    }
    if (Ipv6ExtendedCommunity.isName(name)) {
      return Ipv6ExtendedCommunity.parse(trimmed);
    }
    return trimmed.indexOf(':') != trimmed.lastIndexOf(':')
        ? LargeCommunity.parse(trimmed)
        : StandardCommunity.parse(trimmed);
  }

  /// Returns how many octets the community has on the wire: 4, 8, 12 or 20.
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
      case Ipv6ExtendedCommunity a when other instanceof Ipv6ExtendedCommunity b ->
          a.compareParts(b);
      case StandardCommunity _, ExtendedCommunity _, LargeCommunity _, Ipv6ExtendedCommunity _ ->
          Integer.compare(width(), other.width());
    };
  }
}
