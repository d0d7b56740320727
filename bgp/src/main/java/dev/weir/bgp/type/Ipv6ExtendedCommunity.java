package dev.weir.bgp.type;

import dev.weir.inet.Ipv6Address;
import dev.weir.inet.MalformedInet;
import java.util.HexFormat;
import java.util.Locale;

/// A community of twenty octets: an IPv6 address and a number that it gives a meaning (RFC 5701).
///
/// ```
/// type (1)  subtype (1)  IPv6 address (16)  local number (2)
/// ```
///
/// @param kind type and subtype, 16 bits
/// @param address who gives the number its meaning
/// @param local the number, 16 bits
public record Ipv6ExtendedCommunity(int kind, Ipv6Address address, int local) implements Community {
  /// A route target.
  public static final int ROUTE_TARGET = 0x0002;

  /// A route origin.
  public static final int ROUTE_ORIGIN = 0x0003;

  /// Where a multicast VPN imports a route (RFC 6515).
  public static final int VRF_IMPORT = 0x000b;

  /// Sends traffic to an address, a draft.
  public static final int REDIRECT_IP = 0x000c;

  /// Sends traffic to a virtual network (RFC 8956 section 6.1).
  public static final int REDIRECT = 0x000d;

  /// Checks the sizes of the numbers.
  ///
  /// @throws IllegalArgumentException if one has more than 16 bits
  public Ipv6ExtendedCommunity {
    if ((kind | local) >>> 16 != 0) {
      throw new IllegalArgumentException("16 bits each: " + kind + ", " + local);
    }
  }

  /// Parses `rt6:[2001:db8::1]:100` and the like with `ro6`, `vrf-import6`, `redirect-ip6` and
  /// `redirect6`, or `0x` and 40 hexadecimal digits.
  ///
  /// @throws MalformedCommunity if the text is none of these
  public static Ipv6ExtendedCommunity parse(CharSequence text) {
    String words = text.toString();
    if (words.startsWith("0x")) {
      return read(octets(words), 0);
    }
    int open = words.indexOf(":[");
    int close = words.indexOf("]:");
    int kind = open < 0 ? -1 : kind(words.substring(0, open));
    if (kind < 0 || close < open) {
      throw new MalformedCommunity(text, "expected rt6:[address]:number and the like");
    }
    try {
      Ipv6Address address = Ipv6Address.parse(words.substring(open + 2, close));
      long local = Parts.number(words, words.substring(close + 2), 0xffff);
      return new Ipv6ExtendedCommunity(kind, address, (int) local);
    } catch (MalformedInet malformed) {
      throw new MalformedCommunity(text, String.valueOf(malformed.getMessage()));
    }
  }

  private static byte[] octets(String words) {
    try {
      byte[] octets = HexFormat.of().parseHex(words, 2, words.length());
      if (octets.length == 20) {
        return octets;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new MalformedCommunity(words, "expected 40 hexadecimal digits after 0x");
  }

  /// Reads twenty octets in network order.
  public static Ipv6ExtendedCommunity read(byte[] from, int offset) {
    int first = Parts.read32(from, offset);
    int last = Parts.read32(from, offset + 16);
    return new Ipv6ExtendedCommunity(
        first >>> 16, Ipv6Address.read(from, offset + 2), last & 0xffff);
  }

  /// Returns whether a prefix of text is the name of a kind.
  static boolean isName(String name) {
    return kind(name) >= 0;
  }

  private static int kind(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "rt6" -> ROUTE_TARGET;
      case "ro6" -> ROUTE_ORIGIN;
      case "vrf-import6" -> VRF_IMPORT;
      case "redirect-ip6" -> REDIRECT_IP;
      case "redirect6" -> REDIRECT;
      default -> -1;
    };
  }

  /// Returns whether the community stays on the route when it enters another AS.
  public boolean isTransitive() {
    return (kind & 0x4000) == 0;
  }

  @Override
  public int width() {
    return 20;
  }

  @Override
  public int write(byte[] into, int offset) {
    into[offset] = (byte) (kind >>> 8);
    into[offset + 1] = (byte) kind;
    int next = address.write(into, offset + 2);
    into[next] = (byte) (local >>> 8);
    into[next + 1] = (byte) local;
    return next + 2;
  }

  /// Returns the name, the address in brackets and the number; the octets after `0x` where the kind
  /// has no name.
  @Override
  public String toString() {
    String name =
        switch (kind) {
          case ROUTE_TARGET -> "rt6";
          case ROUTE_ORIGIN -> "ro6";
          case VRF_IMPORT -> "vrf-import6";
          case REDIRECT_IP -> "redirect-ip6";
          case REDIRECT -> "redirect6";
          default -> "";
        };
    if (!name.isEmpty()) {
      return name + ":[" + address + "]:" + local;
    }
    byte[] octets = new byte[20];
    write(octets, 0);
    return "0x" + HexFormat.of().formatHex(octets);
  }

  int compareParts(Ipv6ExtendedCommunity other) {
    int byKind = Integer.compare(kind, other.kind);
    int byAddress = byKind != 0 ? byKind : address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(local, other.local);
  }
}
