package dev.weir.roto.run;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What scripts do with addresses, prefixes and AS numbers; these come as the bits of an `int`.
public final class Addresses {
  /// `127.0.0.1`.
  public static final IpAddress LOCALHOST_V4 = new Ipv4Address(0x7f00_0001);

  /// `::1`.
  public static final IpAddress LOCALHOST_V6 = new Ipv6Address(0, 1);

  /// RFC 1918 and RFC 4193.
  private static final List<Prefix> PRIVATE =
      prefixes("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  /// RFC 5737, RFC 3849 and RFC 9637.
  private static final List<Prefix> DOCUMENTATION =
      prefixes("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20");

  /// RFC 1122 and RFC 4291.
  private static final List<Prefix> LOOPBACK = prefixes("127.0.0.0/8", "::1/128");

  /// RFC 5771 and RFC 4291.
  private static final List<Prefix> MULTICAST = prefixes("224.0.0.0/4", "ff00::/8");

  /// RFC 3927 and RFC 4291.
  private static final List<Prefix> LINK_LOCAL = prefixes("169.254.0.0/16", "fe80::/10");

  private Addresses() {}

  private static List<Prefix> prefixes(String... texts) {
    return List.of(texts).stream().map(Prefix::parse).toList();
  }

  private static boolean isIn(List<Prefix> blocks, IpAddress address) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  /// The text of an address: RFC 5952 for IPv6, `::ffff:1.2.3.4` for a mapped one.
  public static String toString(IpAddress address) {
    return address.toString();
  }

  /// `address/length`.
  public static String toString(Prefix prefix) {
    return prefix.toString();
  }

  /// `AS` and the number.
  public static String asnToString(int asn) {
    return "AS" + Integer.toUnsignedString(asn);
  }

  /// Whether they are the same; never of two families.
  public static boolean equal(IpAddress a, IpAddress b) {
    return a.equals(b);
  }

  /// Whether they are the same block.
  public static boolean equal(Prefix a, Prefix b) {
    return a.equals(b);
  }

  /// The block of that length that an address is in.
  ///
  /// @throws ScriptException `PREFIX_LENGTH` if the length is more than the address has bits
  public static Prefix prefix(IpAddress address, int length) {
    if (length < 0 || length > address.width()) {
      throw new ScriptException(
          Fault.PREFIX_LENGTH,
          "a prefix of "
              + address
              + " has a length of 0 to "
              + address.width()
              + ", not "
              + length);
    }
    return Prefix.of(address, length);
  }

  /// Whether it is an IPv4 address.
  public static boolean isIpv4(IpAddress address) {
    return address instanceof Ipv4Address;
  }

  /// Whether it is an IPv6 address; a mapped one is.
  public static boolean isIpv6(IpAddress address) {
    return address instanceof Ipv6Address;
  }

  /// The IPv4 address that an IPv6 address maps; otherwise the address itself.
  public static IpAddress toCanonical(IpAddress address) {
    return address instanceof Ipv6Address(long high, long low) && high == 0 && low >>> 32 == 0xffff
        ? new Ipv4Address((int) low)
        : address;
  }

  /// The address from its text, as an option.
  public static @Nullable IpAddress parse(String text) {
    try {
      return IpAddress.parse(text);
    } catch (MalformedInet _) {
      return null;
    }
  }

  /// The 32 bits of an IPv4 address, as an option.
  public static @Nullable Object toU32(IpAddress address) {
    return address instanceof Ipv4Address(int bits) ? (Object) bits : null;
  }

  /// The IPv4 address of 32 bits.
  public static IpAddress fromU32(int bits) {
    return new Ipv4Address(bits);
  }

  /// Whether it stands for the host itself.
  public static boolean isLoopback(IpAddress address) {
    return isIn(LOOPBACK, address);
  }

  /// Whether it stands for a group of hosts.
  public static boolean isMulticast(IpAddress address) {
    return isIn(MULTICAST, address);
  }

  /// Whether it is for use inside an organization (RFC 1918, RFC 4193).
  public static boolean isPrivate(IpAddress address) {
    return isIn(PRIVATE, address);
  }

  /// Whether it is for use on one link (RFC 3927, RFC 4291).
  public static boolean isLinkLocal(IpAddress address) {
    return isIn(LINK_LOCAL, address);
  }

  /// Whether it is for examples (RFC 5737, RFC 3849, RFC 9637).
  public static boolean isDocumentation(IpAddress address) {
    return isIn(DOCUMENTATION, address);
  }

  /// Whether an address is an IPv4 address with these bits under the mask.
  public static boolean isInside(IpAddress address, int bits, int mask) {
    return address instanceof Ipv4Address four && (four.bits() & mask) == bits;
  }

  /// Whether an address is an IPv6 address with these bits under the masks.
  public static boolean isInside(
      IpAddress address, long high, long low, long highMask, long lowMask) {
    return address instanceof Ipv6Address six
        && (six.high() & highMask) == high
        && (six.low() & lowMask) == low;
  }

  /// Whether all its bits are zero.
  public static boolean isUnspecified(IpAddress address) {
    return switch (address) {
      case Ipv4Address(int bits) -> bits == 0;
      case Ipv6Address(long high, long low) -> (high | low) == 0;
    };
  }

  /// The first address of a block.
  public static IpAddress firstAddress(Prefix prefix) {
    return prefix.address();
  }

  /// The last address of a block.
  public static IpAddress lastAddress(Prefix prefix) {
    int length = prefix.length();
    return switch (prefix.address()) {
      case Ipv4Address(int bits) -> new Ipv4Address(length == 32 ? bits : bits | -1 >>> length);
      case Ipv6Address(long high, long low) ->
          new Ipv6Address(
              length >= 64 ? high : high | -1L >>> length,
              length == 128 ? low : length <= 64 ? -1L : low | -1L >>> length - 64);
    };
  }

  /// The length of a prefix.
  public static int length(Prefix prefix) {
    return prefix.length();
  }

  /// Whether it is a block of IPv4 addresses.
  public static boolean isIpv4(Prefix prefix) {
    return prefix.address() instanceof Ipv4Address;
  }

  /// Whether it is a block of IPv6 addresses.
  public static boolean isIpv6(Prefix prefix) {
    return prefix.address() instanceof Ipv6Address;
  }

  /// Whether an address is in a block.
  public static boolean contains(Prefix prefix, IpAddress address) {
    return prefix.contains(address);
  }

  /// Whether a block is in another, or is the same.
  public static boolean covers(Prefix prefix, Prefix other) {
    return prefix.covers(other);
  }

  /// Whether one of two blocks is in the other.
  public static boolean overlaps(Prefix a, Prefix b) {
    return a.covers(b) || b.covers(a);
  }

  /// The block that is one bit shorter, as an option.
  public static @Nullable Prefix parent(Prefix prefix) {
    return prefix.length() == 0 ? null : Prefix.of(prefix.address(), prefix.length() - 1);
  }

  /// The prefix from its text, as an option; null also where bits behind the length are set.
  public static @Nullable Prefix parsePrefix(String text) {
    try {
      return Prefix.parse(text);
    } catch (MalformedInet _) {
      return null;
    }
  }

  /// The AS number from its text, as an option.
  public static @Nullable Object parseAsn(String text) {
    try {
      return Asn.parse(text).bits();
    } catch (MalformedInet _) {
      return null;
    }
  }

  /// The AS number of a number, and the number of an AS number: both are the bits.
  public static int sameBits(int bits) {
    return bits;
  }

  /// Whether the number is for private use (RFC 6996).
  public static boolean isPrivate(int asn) {
    return new Asn(asn).isPrivate();
  }

  /// Whether the number is for documentation (RFC 5398).
  public static boolean isDocumentation(int asn) {
    return new Asn(asn).isDocumentation();
  }

  /// Whether no system may have the number (RFC 7607, RFC 6793, RFC 7300).
  public static boolean isReserved(int asn) {
    return new Asn(asn).isReserved();
  }

  /// `65000`, but `1.0` from 65536 on (RFC 5396).
  public static String asdot(int asn) {
    return new Asn(asn).asdot();
  }
}
