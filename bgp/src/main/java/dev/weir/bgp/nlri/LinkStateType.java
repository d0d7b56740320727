package dev.weir.bgp.nlri;

/// The types of link-state triplets and their names (RFC 9552 section 5 and the registry it opens),
/// and the protocols a topology comes from.
public final class LinkStateType {
  /// Descriptors of the near node.
  public static final int LOCAL_NODE = 256;

  /// Descriptors of the far node.
  public static final int REMOTE_NODE = 257;

  /// Numbers of a link's two ends.
  public static final int LINK_IDS = 258;

  /// Address of a link's near end.
  public static final int INTERFACE_IPV4 = 259;

  /// Address of a link's far end.
  public static final int NEIGHBOR_IPV4 = 260;

  /// The same of IPv6.
  public static final int INTERFACE_IPV6 = 261;

  /// The same of IPv6.
  public static final int NEIGHBOR_IPV6 = 262;

  /// Identifiers of topologies.
  public static final int MULTI_TOPOLOGY = 263;

  /// How OSPF learned a prefix.
  public static final int OSPF_ROUTE_TYPE = 264;

  /// The prefix.
  public static final int IP_REACHABILITY = 265;

  /// How many segments a node can handle (RFC 8814).
  public static final int NODE_MSD = 266;

  /// How many segments a link can handle (RFC 8814).
  public static final int LINK_MSD = 267;

  /// The node's AS number.
  public static final int AUTONOMOUS_SYSTEM = 512;

  /// BGP-LS identifier (deprecated).
  public static final int LS_IDENTIFIER = 513;

  /// The node's OSPF area.
  public static final int OSPF_AREA = 514;

  /// The node in its protocol.
  public static final int IGP_ROUTER_ID = 515;

  /// The node in BGP (RFC 9086).
  public static final int BGP_ROUTER_ID = 516;

  /// The AS inside a confederation (RFC 9086).
  public static final int MEMBER_AS = 517;

  /// The segment (RFC 9514).
  public static final int SRV6_SID = 518;

  /// Overload, attached, external, border, router, V6.
  public static final int NODE_FLAGS = 1024;

  /// Anything the protocol said of the node.
  public static final int OPAQUE_NODE = 1025;

  /// The node's name.
  public static final int NODE_NAME = 1026;

  /// An IS-IS area of the node.
  public static final int ISIS_AREA = 1027;

  /// TE router identifier of the near node.
  public static final int LOCAL_IPV4_ROUTER_ID = 1028;

  /// The same of IPv6.
  public static final int LOCAL_IPV6_ROUTER_ID = 1029;

  /// TE router identifier of the far node.
  public static final int REMOTE_IPV4_ROUTER_ID = 1030;

  /// The same of IPv6.
  public static final int REMOTE_IPV6_ROUTER_ID = 1031;

  /// Discriminators of seamless BFD (RFC 9247).
  public static final int SBFD_DISCRIMINATORS = 1032;

  /// The global block of labels (RFC 9085).
  public static final int SR_CAPABILITIES = 1034;

  /// Algorithms the node computes (RFC 9085).
  public static final int SR_ALGORITHM = 1035;

  /// The local block of labels (RFC 9085).
  public static final int SR_LOCAL_BLOCK = 1036;

  /// Preference of a mapping server (RFC 9085).
  public static final int SRMS_PREFERENCE = 1037;

  /// What the node does with SRv6 (RFC 9514).
  public static final int SRV6_CAPABILITIES = 1038;

  /// Definition of an algorithm (RFC 9351).
  public static final int FLEX_ALGORITHM = 1039;

  /// Colours of a link, a bit each.
  public static final int ADMIN_GROUP = 1088;

  /// Octets a second.
  public static final int MAX_BANDWIDTH = 1089;

  /// Octets a second.
  public static final int MAX_RESERVABLE = 1090;

  /// Octets a second, for eight priorities.
  public static final int UNRESERVED = 1091;

  /// Metric for traffic engineering.
  public static final int TE_METRIC = 1092;

  /// How the link is protected.
  public static final int PROTECTION = 1093;

  /// LDP, RSVP.
  public static final int MPLS_PROTOCOLS = 1094;

  /// Metric of the protocol, one to three octets.
  public static final int IGP_METRIC = 1095;

  /// Shared risk link groups.
  public static final int SHARED_RISK = 1096;

  /// Anything the protocol said of the link.
  public static final int OPAQUE_LINK = 1097;

  /// The link's name.
  public static final int LINK_NAME = 1098;

  /// Segment of an adjacency (RFC 9085).
  public static final int ADJACENCY_SID = 1099;

  /// The same on a LAN (RFC 9085).
  public static final int LAN_ADJACENCY_SID = 1100;

  /// Segment of a BGP peer (RFC 9086).
  public static final int PEER_NODE_SID = 1101;

  /// Segment of a link to it (RFC 9086).
  public static final int PEER_ADJACENCY_SID = 1102;

  /// Segment of a set of peers (RFC 9086).
  public static final int PEER_SET_SID = 1103;

  /// SRv6 segment of an adjacency (RFC 9514).
  public static final int END_X = 1106;

  /// The same on a LAN of IS-IS (RFC 9514).
  public static final int ISIS_LAN_END_X = 1107;

  /// The same on a LAN of OSPFv3 (RFC 9514).
  public static final int OSPF_LAN_END_X = 1108;

  /// Microseconds (RFC 8571).
  public static final int LINK_DELAY = 1114;

  /// Microseconds (RFC 8571).
  public static final int LINK_DELAY_RANGE = 1115;

  /// Microseconds (RFC 8571).
  public static final int DELAY_VARIATION = 1116;

  /// Millionths of three percent (RFC 8571).
  public static final int LINK_LOSS = 1117;

  /// Octets a second (RFC 8571).
  public static final int RESIDUAL_BANDWIDTH = 1118;

  /// Octets a second (RFC 8571).
  public static final int AVAILABLE_BANDWIDTH = 1119;

  /// Octets a second (RFC 8571).
  public static final int UTILIZED_BANDWIDTH = 1120;

  /// Attributes for some applications (RFC 9294).
  public static final int APPLICATION_SPECIFIC = 1122;

  /// Down, no unicast, local address, propagate NSSA.
  public static final int IGP_FLAGS = 1152;

  /// Tags of a prefix.
  public static final int ROUTE_TAG = 1153;

  /// Tags of eight octets.
  public static final int EXTENDED_TAG = 1154;

  /// Metric of a prefix.
  public static final int PREFIX_METRIC = 1155;

  /// Where OSPF sends packets for the prefix.
  public static final int OSPF_FORWARDING = 1156;

  /// Anything the protocol said of the prefix.
  public static final int OPAQUE_PREFIX = 1157;

  /// Segment of a prefix (RFC 9085).
  public static final int PREFIX_SID = 1158;

  /// Segments of many prefixes (RFC 9085).
  public static final int SID_RANGE = 1159;

  /// A label or an index (RFC 9085).
  public static final int SID_LABEL = 1161;

  /// The prefix holds SRv6 segments (RFC 9514).
  public static final int SRV6_LOCATOR = 1162;

  /// Attribute flags of a prefix (RFC 9085).
  public static final int PREFIX_FLAGS = 1170;

  /// Who the prefix came from (RFC 9085).
  public static final int SOURCE_ROUTER_ID = 1171;

  /// Attributes of a link in a bundle (RFC 9085).
  public static final int BUNDLE_MEMBER = 1172;

  /// Colours of a link, more than 32 (RFC 9104).
  public static final int EXTENDED_ADMIN_GROUP = 1173;

  /// Who the prefix came from in OSPF (RFC 9085).
  public static final int SOURCE_OSPF_ROUTER_ID = 1174;

  /// What a segment does (RFC 9514).
  public static final int ENDPOINT_BEHAVIOR = 1250;

  /// SRv6 segment of a BGP peer (RFC 9514).
  public static final int SRV6_PEER_NODE = 1251;

  /// How a segment is divided (RFC 9514).
  public static final int SID_STRUCTURE = 1252;

  private LinkStateType() {}

  /// Returns the name of a type, or `tlv` and its number.
  public static String name(int type) {
    if (type < NODE_FLAGS) {
      return descriptor(type);
    }
    return type < ADMIN_GROUP ? node(type) : type < IGP_FLAGS ? link(type) : prefix(type);
  }

  private static String descriptor(int type) {
    return switch (type) {
      case LOCAL_NODE -> "local-node";
      case REMOTE_NODE -> "remote-node";
      case LINK_IDS -> "link-ids";
      case INTERFACE_IPV4 -> "interface-ipv4";
      case NEIGHBOR_IPV4 -> "neighbor-ipv4";
      case INTERFACE_IPV6 -> "interface-ipv6";
      case NEIGHBOR_IPV6 -> "neighbor-ipv6";
      case MULTI_TOPOLOGY -> "multi-topology";
      case OSPF_ROUTE_TYPE -> "ospf-route-type";
      case IP_REACHABILITY -> "ip-reachability";
      case NODE_MSD -> "node-msd";
      case LINK_MSD -> "link-msd";
      case AUTONOMOUS_SYSTEM -> "as";
      case LS_IDENTIFIER -> "ls-id";
      case OSPF_AREA -> "area";
      case IGP_ROUTER_ID -> "router-id";
      case BGP_ROUTER_ID -> "bgp-router-id";
      case MEMBER_AS -> "member-as";
      case SRV6_SID -> "srv6-sid";
      default -> "tlv" + type;
    };
  }

  private static String node(int type) {
    return switch (type) {
      case NODE_FLAGS -> "node-flags";
      case OPAQUE_NODE -> "opaque-node";
      case NODE_NAME -> "node-name";
      case ISIS_AREA -> "isis-area";
      case LOCAL_IPV4_ROUTER_ID -> "local-router-id-ipv4";
      case LOCAL_IPV6_ROUTER_ID -> "local-router-id-ipv6";
      case REMOTE_IPV4_ROUTER_ID -> "remote-router-id-ipv4";
      case REMOTE_IPV6_ROUTER_ID -> "remote-router-id-ipv6";
      case SBFD_DISCRIMINATORS -> "sbfd-discriminators";
      case SR_CAPABILITIES -> "sr-capabilities";
      case SR_ALGORITHM -> "sr-algorithm";
      case SR_LOCAL_BLOCK -> "sr-local-block";
      case SRMS_PREFERENCE -> "srms-preference";
      case SRV6_CAPABILITIES -> "srv6-capabilities";
      case FLEX_ALGORITHM -> "flex-algorithm";
      default -> "tlv" + type;
    };
  }

  private static String link(int type) {
    return switch (type) {
      case ADMIN_GROUP -> "admin-group";
      case MAX_BANDWIDTH -> "max-bandwidth";
      case MAX_RESERVABLE -> "max-reservable-bandwidth";
      case UNRESERVED -> "unreserved-bandwidth";
      case TE_METRIC -> "te-metric";
      case PROTECTION -> "protection";
      case MPLS_PROTOCOLS -> "mpls-protocols";
      case IGP_METRIC -> "igp-metric";
      case SHARED_RISK -> "srlg";
      case OPAQUE_LINK -> "opaque-link";
      case LINK_NAME -> "link-name";
      case ADJACENCY_SID -> "adj-sid";
      case LAN_ADJACENCY_SID -> "lan-adj-sid";
      case PEER_NODE_SID -> "peer-node-sid";
      case PEER_ADJACENCY_SID -> "peer-adj-sid";
      case PEER_SET_SID -> "peer-set-sid";
      case END_X -> "srv6-end-x";
      case ISIS_LAN_END_X -> "srv6-lan-end-x";
      case OSPF_LAN_END_X -> "srv6-ospf-lan-end-x";
      case LINK_DELAY -> "delay";
      case LINK_DELAY_RANGE -> "delay-min-max";
      case DELAY_VARIATION -> "delay-variation";
      case LINK_LOSS -> "loss";
      case RESIDUAL_BANDWIDTH -> "residual-bandwidth";
      case AVAILABLE_BANDWIDTH -> "available-bandwidth";
      case UTILIZED_BANDWIDTH -> "utilized-bandwidth";
      case APPLICATION_SPECIFIC -> "application-specific";
      default -> "tlv" + type;
    };
  }

  private static String prefix(int type) {
    return switch (type) {
      case IGP_FLAGS -> "igp-flags";
      case ROUTE_TAG -> "route-tag";
      case EXTENDED_TAG -> "extended-tag";
      case PREFIX_METRIC -> "prefix-metric";
      case OSPF_FORWARDING -> "ospf-forwarding-address";
      case OPAQUE_PREFIX -> "opaque-prefix";
      case PREFIX_SID -> "prefix-sid";
      case SID_RANGE -> "range";
      case SID_LABEL -> "sid-label";
      case SRV6_LOCATOR -> "srv6-locator";
      case PREFIX_FLAGS -> "prefix-flags";
      case SOURCE_ROUTER_ID -> "source-router-id";
      case BUNDLE_MEMBER -> "bundle-member";
      case EXTENDED_ADMIN_GROUP -> "extended-admin-group";
      case SOURCE_OSPF_ROUTER_ID -> "source-ospf-router-id";
      case ENDPOINT_BEHAVIOR -> "endpoint-behavior";
      case SRV6_PEER_NODE -> "srv6-peer-node";
      case SID_STRUCTURE -> "sid-structure";
      default -> "tlv" + type;
    };
  }

  /// Returns the name of the protocol that a topology was learned from (RFC 9552 section 5.2, RFC
  /// 9086), or its number.
  public static String protocol(int number) {
    return switch (number) {
      case 1 -> "isis-l1";
      case 2 -> "isis-l2";
      case 3 -> "ospfv2";
      case 4 -> "direct";
      case 5 -> "static";
      case 6 -> "ospfv3";
      case 7 -> "bgp";
      default -> "protocol" + number;
    };
  }
}
