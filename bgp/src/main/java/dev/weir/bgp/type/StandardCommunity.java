package dev.weir.bgp.type;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A community of four octets (RFC 1997): by habit an AS number and a value of that AS.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-------------------------------+-------------------------------+
/// |           AS number           |             value             |
/// +-------------------------------+-------------------------------+
/// ```
///
/// @param bits the four octets as one number
public record StandardCommunity(int bits) implements Community {
  /// Traffic will move away from this path (RFC 8326).
  public static final StandardCommunity GRACEFUL_SHUTDOWN = new StandardCommunity(0xffff0000);

  /// The route may return to the router it came from (RFC 7611).
  public static final StandardCommunity ACCEPT_OWN = new StandardCommunity(0xffff0001);

  /// A filter of IPv4 routes, translated, an old draft.
  public static final StandardCommunity ROUTE_FILTER_TRANSLATED_V4 =
      new StandardCommunity(0xffff0002);

  /// A filter of IPv4 routes, an old draft.
  public static final StandardCommunity ROUTE_FILTER_V4 = new StandardCommunity(0xffff0003);

  /// A filter of IPv6 routes, translated, an old draft.
  public static final StandardCommunity ROUTE_FILTER_TRANSLATED_V6 =
      new StandardCommunity(0xffff0004);

  /// A filter of IPv6 routes, an old draft.
  public static final StandardCommunity ROUTE_FILTER_V6 = new StandardCommunity(0xffff0005);

  /// The route is kept although its session is long gone (RFC 9494).
  public static final StandardCommunity LLGR_STALE = new StandardCommunity(0xffff0006);

  /// The route may not be kept when its session is gone (RFC 9494).
  public static final StandardCommunity NO_LLGR = new StandardCommunity(0xffff0007);

  /// The route may have the receiver as next hop, a draft.
  public static final StandardCommunity ACCEPT_OWN_NEXT_HOP = new StandardCommunity(0xffff0008);

  /// The route is from a router that stands by (RFC 9026).
  public static final StandardCommunity STANDBY_PE = new StandardCommunity(0xffff0009);

  /// Traffic to the prefix is to be dropped (RFC 7999).
  public static final StandardCommunity BLACKHOLE = new StandardCommunity(0xffff029a);

  /// Not beyond the AS or confederation (RFC 1997).
  public static final StandardCommunity NO_EXPORT = new StandardCommunity(0xffffff01);

  /// To no other BGP speaker at all (RFC 1997).
  public static final StandardCommunity NO_ADVERTISE = new StandardCommunity(0xffffff02);

  /// To no external peer, the other members of a confederation included (RFC 1997).
  public static final StandardCommunity NO_EXPORT_SUBCONFED = new StandardCommunity(0xffffff03);

  /// Not to bilateral peers (RFC 3765).
  public static final StandardCommunity NO_PEER = new StandardCommunity(0xffffff04);

  /// Names as the registry has them, in lower case with hyphens.
  private static final List<WellKnown> WELL_KNOWN =
      List.of(
          new WellKnown("graceful-shutdown", GRACEFUL_SHUTDOWN),
          new WellKnown("accept-own", ACCEPT_OWN),
          new WellKnown("route-filter-translated-v4", ROUTE_FILTER_TRANSLATED_V4),
          new WellKnown("route-filter-v4", ROUTE_FILTER_V4),
          new WellKnown("route-filter-translated-v6", ROUTE_FILTER_TRANSLATED_V6),
          new WellKnown("route-filter-v6", ROUTE_FILTER_V6),
          new WellKnown("llgr-stale", LLGR_STALE),
          new WellKnown("no-llgr", NO_LLGR),
          new WellKnown("accept-own-nexthop", ACCEPT_OWN_NEXT_HOP),
          new WellKnown("standby-pe", STANDBY_PE),
          new WellKnown("blackhole", BLACKHOLE),
          new WellKnown("no-export", NO_EXPORT),
          new WellKnown("no-advertise", NO_ADVERTISE),
          new WellKnown("no-export-subconfed", NO_EXPORT_SUBCONFED),
          new WellKnown("no-peer", NO_PEER));

  /// Returns the community of an AS and its value.
  ///
  /// @throws IllegalArgumentException if either needs more than 16 bits
  public static StandardCommunity of(int asn, int value) {
    if ((asn | value) >>> 16 != 0) {
      throw new IllegalArgumentException("16 bits each: " + asn + ":" + value);
    }
    return new StandardCommunity(asn << 16 | value);
  }

  /// Parses `asn:value` or a well-known name (case does not matter, `_` is as good as `-`).
  ///
  /// @throws MalformedCommunity if the text is neither
  public static StandardCommunity parse(CharSequence text) {
    String words = text.toString();
    int colon = words.indexOf(':');
    if (colon >= 0) {
      long asn = Parts.number(words, words.substring(0, colon), 0xffff);
      long value = Parts.number(words, words.substring(colon + 1), 0xffff);
      return of((int) asn, (int) value);
    }
    String name = words.toLowerCase(Locale.ROOT).replace('_', '-');
    return WELL_KNOWN.stream()
        .filter(known -> known.name.equals(name))
        .findFirst()
        .map(WellKnown::community)
        .orElseThrow(() -> new MalformedCommunity(text, "expected asn:value or a well-known name"));
  }

  /// Reads four octets in network order.
  public static StandardCommunity read(byte[] from, int offset) {
    return new StandardCommunity(Parts.read32(from, offset));
  }

  /// Returns the first 16 bits, by habit an AS number.
  public int asn() {
    return bits >>> 16;
  }

  /// Returns the last 16 bits.
  public int value() {
    return bits & 0xffff;
  }

  /// Returns the well-known name, or null if there is none.
  public @Nullable String name() {
    for (WellKnown known : WELL_KNOWN) {
      if (known.community.bits == bits) {
        return known.name;
      }
    }
    return null;
  }

  @Override
  public int width() {
    return 4;
  }

  @Override
  public int write(byte[] into, int offset) {
    return Parts.write32(bits, into, offset);
  }

  /// Returns the well-known name, else `asn:value`.
  @Override
  public String toString() {
    String name = name();
    return name != null ? name : asn() + ":" + value();
  }

  private record WellKnown(String name, StandardCommunity community) {}
}
