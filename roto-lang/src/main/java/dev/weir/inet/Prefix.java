package dev.weir.inet;

/// A block of addresses that share their leading bits.
///
/// All bits behind the length are zero; a prefix with host bits does not exist, so two prefixes are
/// the same block exactly if they are equal. Prefixes are ordered by address, then the shorter
/// first: a block comes before the blocks in it.
public sealed interface Prefix extends Comparable<Prefix> permits Prefix4, Prefix6 {

  /// Parses `address/length`.
  ///
  /// @throws MalformedInet if the text is no prefix, or has host bits
  static Prefix parse(CharSequence text) {
    int slash = slash(text);
    CharSequence front = text.subSequence(0, slash);
    IpAddress address = IpAddress.parse(front);
    int length = length(text, slash + 1, address.width());
    if (!address.truncated(length).equals(address)) {
      throw new MalformedInet(
          text, slash, "bits behind the length are set; the block is " + of(address, length));
    }
    return of(address, length);
  }

  /// Returns the block of the given length that an address is in; bits behind the length are
  /// dropped.
  ///
  /// @throws IndexOutOfBoundsException if the length is negative or more than the address has bits
  static Prefix of(IpAddress address, int length) {
    return switch (address) {
      case Ipv4Address four -> new Prefix4(four.truncated(length).bits(), length);
      case Ipv6Address six -> {
        Ipv6Address block = six.truncated(length);
        yield new Prefix6(block.high(), block.low(), length);
      }
    };
  }

  /// Returns the first address of the block.
  IpAddress address();

  /// Returns how many leading bits the addresses share.
  int length();

  /// Returns whether an address lies in this block; never for the other family.
  boolean contains(IpAddress address);

  /// Returns whether another block lies in this one or is the same; never for the other family.
  default boolean covers(Prefix other) {
    return length() <= other.length() && contains(other.address());
  }

  @Override
  default int compareTo(Prefix other) {
    int byAddress = address().compareTo(other.address());
    return byAddress != 0 ? byAddress : Integer.compare(length(), other.length());
  }

  private static int slash(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      if (text.charAt(i) == '/') {
        return i;
      }
    }
    throw new MalformedInet(text, text.length(), "expected '/' and a length");
  }

  private static int length(CharSequence text, int from, int width) {
    int length = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || i - from == 3) {
        throw new MalformedInet(text, i, "a length is a number");
      }
      length = length * 10 + c - '0';
    }
    boolean padded = text.length() - from > 1 && text.charAt(from) == '0';
    if (from == text.length() || length > width || padded) {
      throw new MalformedInet(text, from, "a length is a number of 0 to " + width);
    }
    return length;
  }
}
