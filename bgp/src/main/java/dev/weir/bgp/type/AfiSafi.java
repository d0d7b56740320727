package dev.weir.bgp.type;

import java.util.Locale;
import java.util.Map;

/// A kind of route: address family and subsequent address family (RFC 4760 sections 3 and 6).
///
/// The registries are open, so any pair of numbers is a family; the constants are those that the
/// codecs read beyond their octets. Families are ordered by number.
///
/// @param afi the address family identifier, 16 bits: 1 IPv4, 2 IPv6, 25 L2VPN, 16388 link state
/// @param safi the subsequent address family identifier, 8 bits: 1 unicast, 2 multicast
public record AfiSafi(int afi, int safi) implements Comparable<AfiSafi> {
  /// The number of the IPv4 address family.
  public static final int AFI_IPV4 = 1;

  /// The number of the IPv6 address family.
  public static final int AFI_IPV6 = 2;

  /// The number of the layer-2 VPN address family (RFC 4761).
  public static final int AFI_L2VPN = 25;

  /// The number of the link-state address family (RFC 9552).
  public static final int AFI_LINK_STATE = 16388;

  private static final Map<Integer, String> AFI_NAMES =
      Map.ofEntries(
          Map.entry(AFI_IPV4, "ipv4"),
          Map.entry(AFI_IPV6, "ipv6"),
          Map.entry(AFI_L2VPN, "l2vpn"),
          Map.entry(AFI_LINK_STATE, "ls"));

  private static final Map<Integer, String> SAFI_NAMES =
      Map.ofEntries(
          Map.entry(1, "unicast"),
          Map.entry(2, "multicast"),
          Map.entry(4, "labeled"),
          Map.entry(65, "vpls"),
          Map.entry(70, "evpn"),
          Map.entry(71, "ls"),
          Map.entry(72, "ls-vpn"),
          Map.entry(73, "sr-policy"),
          Map.entry(85, "mup"),
          Map.entry(128, "vpn"),
          Map.entry(132, "route-target"),
          Map.entry(133, "flowspec"),
          Map.entry(134, "flowspec-vpn"));

  /// IPv4 routes for forwarding.
  public static final AfiSafi IPV4_UNICAST = new AfiSafi(1, 1);

  /// IPv4 routes for multicast reverse path forwarding.
  public static final AfiSafi IPV4_MULTICAST = new AfiSafi(1, 2);

  /// IPv4 routes with MPLS labels (RFC 8277).
  public static final AfiSafi IPV4_LABELED = new AfiSafi(1, 4);

  /// IPv4 routes of virtual private networks (RFC 4364).
  public static final AfiSafi IPV4_VPN = new AfiSafi(1, 128);

  /// Which route targets a speaker wants (RFC 4684).
  public static final AfiSafi ROUTE_TARGET = new AfiSafi(1, 132);

  /// IPv4 traffic filtering rules (RFC 8955).
  public static final AfiSafi IPV4_FLOWSPEC = new AfiSafi(1, 133);

  /// IPv4 traffic filtering rules in virtual private networks (RFC 8955 section 8).
  public static final AfiSafi IPV4_FLOWSPEC_VPN = new AfiSafi(1, 134);

  /// IPv6 routes for forwarding.
  public static final AfiSafi IPV6_UNICAST = new AfiSafi(2, 1);

  /// IPv6 routes for multicast reverse path forwarding.
  public static final AfiSafi IPV6_MULTICAST = new AfiSafi(2, 2);

  /// IPv6 routes with MPLS labels (RFC 8277).
  public static final AfiSafi IPV6_LABELED = new AfiSafi(2, 4);

  /// IPv6 routes of virtual private networks (RFC 4659).
  public static final AfiSafi IPV6_VPN = new AfiSafi(2, 128);

  /// IPv6 traffic filtering rules (RFC 8956).
  public static final AfiSafi IPV6_FLOWSPEC = new AfiSafi(2, 133);

  /// IPv6 traffic filtering rules in virtual private networks (RFC 8956 section 4).
  public static final AfiSafi IPV6_FLOWSPEC_VPN = new AfiSafi(2, 134);

  /// Virtual private LAN service (RFC 4761).
  public static final AfiSafi VPLS = new AfiSafi(25, 65);

  /// Ethernet virtual private networks (RFC 7432).
  public static final AfiSafi EVPN = new AfiSafi(25, 70);

  /// Links, nodes and prefixes of an interior topology (RFC 9552).
  public static final AfiSafi LINK_STATE = new AfiSafi(16388, 71);

  /// The same in virtual private networks (RFC 9552).
  public static final AfiSafi LINK_STATE_VPN = new AfiSafi(16388, 72);

  /// Checks the sizes of the numbers.
  ///
  /// @throws IllegalArgumentException if one has more bits than its field
  public AfiSafi {
    if (afi >>> 16 != 0 || safi >>> 8 != 0) {
      throw new IllegalArgumentException("no family: AFI " + afi + ", SAFI " + safi);
    }
  }

  /// Parses a name as [#toString] prints it: `ipv4-unicast`, `l2vpn-evpn`, `afi7-safi200`.
  ///
  /// @throws IllegalArgumentException if the text is no such name
  public static AfiSafi parse(CharSequence text) {
    String words = text.toString().toLowerCase(Locale.ROOT);
    int dash = words.indexOf('-');
    int afi = dash < 0 ? -1 : number(words.substring(0, dash), AFI_NAMES, "afi", 0xffff);
    int safi = dash < 0 ? -1 : number(words.substring(dash + 1), SAFI_NAMES, "safi", 0xff);
    if (afi < 0 || safi < 0) {
      throw new IllegalArgumentException("no family: '" + text + "'");
    }
    return new AfiSafi(afi, safi);
  }

  private static int number(String word, Map<Integer, String> names, String prefix, int most) {
    for (Map.Entry<Integer, String> name : names.entrySet()) {
      if (name.getValue().equals(word)) {
        return name.getKey();
      }
    }
    if (!word.matches(prefix + "[0-9]{1,5}")) {
      return -1;
    }
    int number = Integer.parseInt(word.substring(prefix.length()));
    return number <= most ? number : -1;
  }

  /// Returns whether routes of the family are plain IPv4 or IPv6 prefixes: unicast and multicast.
  public boolean isPlain() {
    return afi <= AFI_IPV6 && afi > 0 && (safi == 1 || safi == 2);
  }

  /// Returns how many octets an address of the family has: 4, 16, or 0 where it has none.
  public int addressOctets() {
    return switch (afi) {
      case AFI_IPV4 -> 4;
      case AFI_IPV6 -> 16;
      default -> 0;
    };
  }

  @Override
  public int compareTo(AfiSafi other) {
    return Integer.compare(afi << 8 | safi, other.afi << 8 | other.safi);
  }

  /// Returns names such as `ipv4-unicast`, with numbers for what has no name: `afi7-safi200`.
  @Override
  public String toString() {
    return family() + "-" + subsequent();
  }

  private String family() {
    String name = AFI_NAMES.get(afi);
    return name != null ? name : "afi" + afi;
  }

  private String subsequent() {
    String name = SAFI_NAMES.get(safi);
    return name != null ? name : "safi" + safi;
  }
}
