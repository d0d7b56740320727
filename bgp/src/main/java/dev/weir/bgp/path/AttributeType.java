package dev.weir.bgp.path;

/// The type code of a path attribute (RFC 4271 section 4.3 and the registry that grew from it).
///
/// @param code 8 bits
public record AttributeType(int code) {
  /// How the route came into BGP (RFC 4271).
  public static final int ORIGIN = 1;

  /// The AS numbers the route has passed (RFC 4271).
  public static final int AS_PATH = 2;

  /// Where to send packets, IPv4 (RFC 4271).
  public static final int NEXT_HOP = 3;

  /// Which of several links to prefer (RFC 4271).
  public static final int MULTI_EXIT_DISC = 4;

  /// How much the AS prefers the route (RFC 4271).
  public static final int LOCAL_PREF = 5;

  /// The route was aggregated, and lost parts of its path (RFC 4271).
  public static final int ATOMIC_AGGREGATE = 6;

  /// Who aggregated the route (RFC 4271).
  public static final int AGGREGATOR = 7;

  /// Communities of four octets (RFC 1997).
  public static final int COMMUNITIES = 8;

  /// Who brought the route into the AS (RFC 4456).
  public static final int ORIGINATOR_ID = 9;

  /// The reflection clusters the route has passed (RFC 4456).
  public static final int CLUSTER_LIST = 10;

  /// Routes of other families, with their next hop (RFC 4760).
  public static final int MP_REACH_NLRI = 14;

  /// Withdrawn routes of other families (RFC 4760).
  public static final int MP_UNREACH_NLRI = 15;

  /// Communities of eight octets (RFC 4360).
  public static final int EXTENDED_COMMUNITIES = 16;

  /// The path in four-octet AS numbers, through speakers of two (RFC 6793).
  public static final int AS4_PATH = 17;

  /// The aggregator with a four-octet AS number, through speakers of two (RFC 6793).
  public static final int AS4_AGGREGATOR = 18;

  /// Multicast tunnel of a VPN (RFC 6514).
  public static final int PMSI_TUNNEL = 22;

  /// How to encapsulate packets to the next hop (RFC 9012).
  public static final int TUNNEL_ENCAPSULATION = 23;

  /// Communities of twenty octets for IPv6 addresses (RFC 5701).
  public static final int IPV6_EXTENDED_COMMUNITIES = 25;

  /// The metric of the interior protocol, added up (RFC 7311).
  public static final int AIGP = 26;

  /// Attributes of links, nodes and prefixes (RFC 9552).
  public static final int BGP_LS = 29;

  /// Communities of twelve octets (RFC 8092).
  public static final int LARGE_COMMUNITIES = 32;

  /// The secured path (RFC 8205).
  public static final int BGPSEC_PATH = 33;

  /// The route may go to customers only (RFC 9234).
  public static final int ONLY_TO_CUSTOMER = 35;

  /// Segment routing labels and identifiers of a prefix (RFC 8669).
  public static final int PREFIX_SID = 40;

  /// Attributes of a customer, carried through a provider (RFC 6368).
  public static final int ATTR_SET = 128;

  /// Checks the size of the number.
  ///
  /// @throws IllegalArgumentException if it has more than 8 bits
  public AttributeType {
    if (code >>> 8 != 0) {
      throw new IllegalArgumentException("no attribute type: " + code);
    }
  }

  /// Returns the name of a code as the RFCs write it, or `ATTRIBUTE_n`.
  public static String name(int code) {
    return switch (code) {
      case ORIGIN -> "ORIGIN";
      case AS_PATH -> "AS_PATH";
      case NEXT_HOP -> "NEXT_HOP";
      case MULTI_EXIT_DISC -> "MULTI_EXIT_DISC";
      case LOCAL_PREF -> "LOCAL_PREF";
      case ATOMIC_AGGREGATE -> "ATOMIC_AGGREGATE";
      case AGGREGATOR -> "AGGREGATOR";
      case COMMUNITIES -> "COMMUNITIES";
      case ORIGINATOR_ID -> "ORIGINATOR_ID";
      case CLUSTER_LIST -> "CLUSTER_LIST";
      case MP_REACH_NLRI -> "MP_REACH_NLRI";
      case MP_UNREACH_NLRI -> "MP_UNREACH_NLRI";
      case EXTENDED_COMMUNITIES -> "EXTENDED_COMMUNITIES";
      case AS4_PATH -> "AS4_PATH";
      case AS4_AGGREGATOR -> "AS4_AGGREGATOR";
      case PMSI_TUNNEL -> "PMSI_TUNNEL";
      case TUNNEL_ENCAPSULATION -> "TUNNEL_ENCAPSULATION";
      case IPV6_EXTENDED_COMMUNITIES -> "IPV6_EXTENDED_COMMUNITIES";
      case AIGP -> "AIGP";
      case BGP_LS -> "BGP-LS";
      case LARGE_COMMUNITIES -> "LARGE_COMMUNITIES";
      case BGPSEC_PATH -> "BGPSEC_PATH";
      case ONLY_TO_CUSTOMER -> "ONLY_TO_CUSTOMER";
      case PREFIX_SID -> "PREFIX_SID";
      case ATTR_SET -> "ATTR_SET";
      default -> "ATTRIBUTE_" + code;
    };
  }

  @Override
  public String toString() {
    return name(code);
  }
}
