package dev.weir.inet;

/// An address of either family.
///
/// Addresses are ordered as routers list them: all of IPv4 before all of IPv6, each by its unsigned
/// value.
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {

  /// Parses an address of either family: dotted decimal, or hexadecimal groups (RFC 4291 section
  /// 2.2).
  ///
  /// @throws MalformedInet if the text is neither
  static IpAddress parse(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':') {
        return Ipv6Address.parse(text);
      }
    }
    return Ipv4Address.parse(text);
  }

  /// Returns the length of the address in bits: 32 or 128.
  int width();

  /// Returns a bit, counted from 0 at the most significant end.
  ///
  /// @throws IndexOutOfBoundsException if there is no such bit
  boolean bit(int index);

  /// Returns the address with all bits from `length` on set to zero.
  ///
  /// @throws IndexOutOfBoundsException if `length` is negative or more than [#width()]
  IpAddress truncated(int length);

  /// Writes the address in network order.
  ///
  /// @return the offset behind the last octet written
  int write(byte[] into, int offset);

  @Override
  default int compareTo(IpAddress other) {
    return switch (this) {
      case Ipv4Address a ->
          other instanceof Ipv4Address b ? Integer.compareUnsigned(a.bits(), b.bits()) : -1;
      case Ipv6Address a -> other instanceof Ipv6Address b ? a.compareBits(b) : 1;
    };
  }
}
