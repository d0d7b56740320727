package dev.weir.inet;

/// A block of IPv4 addresses.
///
/// @param bits the first address; zero behind the length
/// @param length how many leading bits the addresses share, 0 to 32
public record Prefix4(int bits, int length) implements Prefix {

  /// Checks that there are no host bits.
  ///
  /// @throws IllegalArgumentException if there are, or if the length is out of range
  public Prefix4 {
    if (length < 0 || length > 32 || (bits & ~Ipv4Address.mask(length)) != 0) {
      throw new IllegalArgumentException("no block: " + new Ipv4Address(bits) + "/" + length);
    }
  }

  @Override
  public Ipv4Address address() {
    return new Ipv4Address(bits);
  }

  @Override
  public boolean contains(IpAddress address) {
    return address instanceof Ipv4Address four && (four.bits() & Ipv4Address.mask(length)) == bits;
  }

  /// Returns `address/length`.
  @Override
  public String toString() {
    return new Ipv4Address(bits) + "/" + length;
  }
}
