package dev.weir.bgp.wire;

/// The code of a capability (RFC 5492 and the registry that grew from it).
///
/// @param code 8 bits
public record CapabilityCode(int code) {
  /// Routes of a family (RFC 4760).
  public static final int MULTIPROTOCOL = 1;

  /// ROUTE-REFRESH (RFC 2918).
  public static final int ROUTE_REFRESH = 2;

  /// Filters that the receiver asks the sender to apply (RFC 5291).
  public static final int OUTBOUND_ROUTE_FILTERING = 3;

  /// Next hops of another address family (RFC 8950).
  public static final int EXTENDED_NEXT_HOP = 5;

  /// Messages of up to 65,535 octets (RFC 8654).
  public static final int EXTENDED_MESSAGE = 6;

  /// Secured paths (RFC 8205).
  public static final int BGPSEC = 7;

  /// Several labels for a prefix (RFC 8277).
  public static final int MULTIPLE_LABELS = 8;

  /// What the speaker is to its neighbour (RFC 9234).
  public static final int ROLE = 9;

  /// Routes are kept while a speaker restarts (RFC 4724).
  public static final int GRACEFUL_RESTART = 64;

  /// AS numbers of four octets (RFC 6793).
  public static final int FOUR_OCTET_ASN = 65;

  /// Capabilities that change in a session, an old draft.
  public static final int DYNAMIC_OLD = 66;

  /// Capabilities that change in a session, a draft.
  public static final int DYNAMIC = 67;

  /// Several sessions between two speakers, a draft.
  public static final int MULTISESSION = 68;

  /// Path identifiers (RFC 7911).
  public static final int ADD_PATH = 69;

  /// Marks around the routes that were asked for again (RFC 7313).
  public static final int ENHANCED_ROUTE_REFRESH = 70;

  /// Routes are kept for long while a speaker restarts (RFC 9494).
  public static final int LONG_LIVED_GRACEFUL_RESTART = 71;

  /// The name of the speaker, a draft.
  public static final int FQDN = 73;

  /// What program speaks, a draft.
  public static final int SOFTWARE_VERSION = 75;

  /// How many paths for a prefix are taken, a draft.
  public static final int PATHS_LIMIT = 76;

  /// Link-local addresses as only next hop, a draft.
  public static final int LINK_LOCAL_NEXT_HOP = 77;

  /// ROUTE-REFRESH before RFC 2918.
  public static final int ROUTE_REFRESH_OLD = 128;

  /// Checks the size of the number.
  ///
  /// @throws IllegalArgumentException if it has more than 8 bits
  public CapabilityCode {
    if (code >>> 8 != 0) {
      throw new IllegalArgumentException("no capability: " + code);
    }
  }

  /// Returns a short name, or `capability-n`.
  public static String name(int code) {
    return switch (code) {
      case MULTIPROTOCOL -> "multiprotocol";
      case ROUTE_REFRESH -> "route-refresh";
      case OUTBOUND_ROUTE_FILTERING -> "outbound-route-filtering";
      case 4 -> "multiple-routes";
      case EXTENDED_NEXT_HOP -> "extended-next-hop";
      case EXTENDED_MESSAGE -> "extended-message";
      case BGPSEC -> "bgpsec";
      case MULTIPLE_LABELS -> "multiple-labels";
      case ROLE -> "role";
      case GRACEFUL_RESTART -> "graceful-restart";
      case FOUR_OCTET_ASN -> "four-octet-asn";
      case DYNAMIC_OLD -> "dynamic-capability-old";
      case DYNAMIC -> "dynamic-capability";
      case MULTISESSION -> "multisession";
      case ADD_PATH -> "add-path";
      case ENHANCED_ROUTE_REFRESH -> "enhanced-route-refresh";
      case LONG_LIVED_GRACEFUL_RESTART -> "long-lived-graceful-restart";
      case 72 -> "routing-policy-distribution";
      case FQDN -> "fqdn";
      case 74 -> "bfd";
      case SOFTWARE_VERSION -> "software-version";
      case PATHS_LIMIT -> "paths-limit";
      case LINK_LOCAL_NEXT_HOP -> "link-local-next-hop";
      case ROUTE_REFRESH_OLD -> "route-refresh-old";
      case 129 -> "routing-policy-distribution-old";
      case 130 -> "outbound-route-filtering-old";
      case 131 -> "multisession-old";
      case 184 -> "fqdn-old";
      case 185 -> "operational";
      default -> "capability-" + code;
    };
  }

  @Override
  public String toString() {
    return name(code);
  }
}
