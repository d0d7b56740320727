package dev.weir.inet;

/// A block of IPv6 addresses.
///
/// @param high the first 64 bits of the first address; zero behind the length
/// @param low the last 64 bits of the first address; zero behind the length
/// @param length how many leading bits the addresses share, 0 to 128
public record Prefix6(long high, long low, int length) implements Prefix {

  /// Checks that there are no host bits.
  ///
  /// @throws IllegalArgumentException if there are, or if the length is out of range
  public Prefix6 {
    if (length < 0
        || length > 128
        || (high & ~Ipv6Address.highMask(length)) != 0
        || (low & ~Ipv6Address.lowMask(length)) != 0) {
      throw new IllegalArgumentException("no block: " + new Ipv6Address(high, low) + "/" + length);
    }
  }

  @Override
  public Ipv6Address address() {
    return new Ipv6Address(high, low);
  }

  @Override
  public boolean contains(IpAddress address) {
    return address instanceof Ipv6Address six
        && (six.high() & Ipv6Address.highMask(length)) == high
        && (six.low() & Ipv6Address.lowMask(length)) == low;
  }

  /// Returns `address/length`, the address as RFC 5952 recommends.
  @Override
  public String toString() {
    return new Ipv6Address(high, low) + "/" + length;
  }
}
