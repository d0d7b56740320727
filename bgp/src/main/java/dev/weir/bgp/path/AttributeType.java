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

  /// A preference with its AS, deprecated by RFC 6938.
  public static final int DPA = 11;

  /// Who advertised the route (RFC 1863), deprecated by RFC 6938.
  public static final int ADVERTISER = 12;

  /// The clusters the route has passed (RFC 1863), deprecated by RFC 6938.
  public static final int RCID_PATH = 13;

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

  /// The shared tree of a multicast VPN (RFC 6037), deprecated.
  public static final int SAFI_SPECIFIC = 19;

  /// Where a multicast VPN hangs (RFC 6037), deprecated.
  public static final int CONNECTOR = 20;

  /// The limit of an AS path, deprecated.
  public static final int AS_PATHLIMIT = 21;

  /// Multicast tunnel of a VPN (RFC 6514).
  public static final int PMSI_TUNNEL = 22;

  /// How to encapsulate packets to the next hop (RFC 9012).
  public static final int TUNNEL_ENCAPSULATION = 23;

  /// Bandwidth and switching of links (RFC 5543).
  public static final int TRAFFIC_ENGINEERING = 24;

  /// Communities of twenty octets for IPv6 addresses (RFC 5701).
  public static final int IPV6_EXTENDED_COMMUNITIES = 25;

  /// The metric of the interior protocol, added up (RFC 7311).
  public static final int AIGP = 26;

  /// Labels for the routers of a multicast VPN (RFC 6514).
  public static final int PE_DISTINGUISHER_LABELS = 27;

  /// Entropy labels, deprecated by RFC 7447.
  public static final int ENTROPY_LABEL = 28;

  /// Attributes of links, nodes and prefixes (RFC 9552).
  public static final int BGP_LS = 29;

  /// Communities of twelve octets (RFC 8092).
  public static final int LARGE_COMMUNITIES = 32;

  /// The secured path (RFC 8205).
  public static final int BGPSEC_PATH = 33;

  /// The route may go to customers only (RFC 9234).
  public static final int ONLY_TO_CUSTOMER = 35;

  /// The domains an EVPN route has passed, a draft.
  public static final int D_PATH = 36;

  /// The next function of a service chain (RFC 9015).
  public static final int SFP = 37;

  /// The discriminator of a liveness session (RFC 9026).
  public static final int BFD_DISCRIMINATOR = 38;

  /// What the next hop can do, a draft.
  public static final int NEXT_HOP_CAPABILITIES = 39;

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
      case DPA -> "DPA";
      case ADVERTISER -> "ADVERTISER";
      case RCID_PATH -> "RCID_PATH";
      case SAFI_SPECIFIC -> "SAFI_SPECIFIC";
      case CONNECTOR -> "CONNECTOR";
      case AS_PATHLIMIT -> "AS_PATHLIMIT";
      case TRAFFIC_ENGINEERING -> "TRAFFIC_ENGINEERING";
      case PE_DISTINGUISHER_LABELS -> "PE_DISTINGUISHER_LABELS";
      case ENTROPY_LABEL -> "ENTROPY_LABEL";
      case D_PATH -> "D_PATH";
      case SFP -> "SFP";
      case BFD_DISCRIMINATOR -> "BFD_DISCRIMINATOR";
      case NEXT_HOP_CAPABILITIES -> "NEXT_HOP_CAPABILITIES";
      default -> "ATTRIBUTE_" + code;
    };
  }

  /// Returns the optional and transitive bits of a type, see [RawAttribute]; -1 for a type that is
  /// not known, or whose bits nobody checks.
  public static int flags(int code) {
    return switch (code) {
      case ORIGIN, AS_PATH, NEXT_HOP, LOCAL_PREF, ATOMIC_AGGREGATE -> RawAttribute.TRANSITIVE;
      case MULTI_EXIT_DISC,
          ORIGINATOR_ID,
          CLUSTER_LIST,
          ADVERTISER,
          RCID_PATH,
          MP_REACH_NLRI,
          MP_UNREACH_NLRI,
          TRAFFIC_ENGINEERING,
          AIGP,
          BGP_LS,
          BGPSEC_PATH ->
          RawAttribute.OPTIONAL;
      case AGGREGATOR,
          COMMUNITIES,
          DPA,
          EXTENDED_COMMUNITIES,
          AS4_PATH,
          AS4_AGGREGATOR,
          CONNECTOR,
          PMSI_TUNNEL,
          TUNNEL_ENCAPSULATION,
          IPV6_EXTENDED_COMMUNITIES,
          PE_DISTINGUISHER_LABELS,
          ENTROPY_LABEL,
          LARGE_COMMUNITIES,
          ONLY_TO_CUSTOMER,
          D_PATH,
          SFP,
          BFD_DISCRIMINATOR,
          PREFIX_SID,
          ATTR_SET ->
          RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE;
      default -> -1;
    };
  }

  /// Returns whether a type has a meaning, or had one.
  public static boolean isAssigned(int code) {
    return flags(code) >= 0 || !name(code).startsWith("ATTRIBUTE_");
  }

  @Override
  public String toString() {
    return name(code);
  }
}
