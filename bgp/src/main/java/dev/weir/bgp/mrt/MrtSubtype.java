package dev.weir.bgp.mrt;

/// The subtype of an MRT record, which means something only together with its type: what one
/// archive record is.
///
/// @param type the type, see [MrtType]
/// @param code the subtype, 16 bits
public record MrtSubtype(int type, int code) {
  /// TABLE_DUMP of IPv4 routes (RFC 6396 section 4.2).
  public static final int DUMP_IPV4 = 1;

  /// TABLE_DUMP of IPv6 routes.
  public static final int DUMP_IPV6 = 2;

  /// TABLE_DUMP of IPv4 routes with AS numbers of four octets, as some collectors wrote it.
  public static final int DUMP_IPV4_AS4 = 3;

  /// TABLE_DUMP of IPv6 routes with AS numbers of four octets.
  public static final int DUMP_IPV6_AS4 = 4;

  /// TABLE_DUMP_V2: the peers that later records refer to (section 4.3.1).
  public static final int PEER_INDEX_TABLE = 1;

  /// TABLE_DUMP_V2: routes of an IPv4 prefix (section 4.3.2).
  public static final int RIB_IPV4_UNICAST = 2;

  /// TABLE_DUMP_V2: multicast routes of an IPv4 prefix.
  public static final int RIB_IPV4_MULTICAST = 3;

  /// TABLE_DUMP_V2: routes of an IPv6 prefix.
  public static final int RIB_IPV6_UNICAST = 4;

  /// TABLE_DUMP_V2: multicast routes of an IPv6 prefix.
  public static final int RIB_IPV6_MULTICAST = 5;

  /// TABLE_DUMP_V2: routes of any family (section 4.3.3).
  public static final int RIB_GENERIC = 6;

  /// TABLE_DUMP_V2: where the collector and its peers are (RFC 6397).
  public static final int GEO_PEER_TABLE = 7;

  /// TABLE_DUMP_V2: routes of an IPv4 prefix with path identifiers (RFC 8050).
  public static final int RIB_IPV4_UNICAST_ADDPATH = 8;

  /// TABLE_DUMP_V2: multicast routes of an IPv4 prefix with path identifiers.
  public static final int RIB_IPV4_MULTICAST_ADDPATH = 9;

  /// TABLE_DUMP_V2: routes of an IPv6 prefix with path identifiers.
  public static final int RIB_IPV6_UNICAST_ADDPATH = 10;

  /// TABLE_DUMP_V2: multicast routes of an IPv6 prefix with path identifiers.
  public static final int RIB_IPV6_MULTICAST_ADDPATH = 11;

  /// TABLE_DUMP_V2: routes of any family with path identifiers.
  public static final int RIB_GENERIC_ADDPATH = 12;

  /// BGP4MP: a session changed its state, AS numbers of two octets (RFC 6396 section 4.4.1).
  public static final int STATE_CHANGE = 0;

  /// BGP4MP: a message, AS numbers of two octets (section 4.4.2).
  public static final int MESSAGE = 1;

  /// BGP4MP: a route of a table (obsolete, appendix B.2.4).
  public static final int ENTRY = 2;

  /// BGP4MP: the name of a file with a table (obsolete).
  public static final int SNAPSHOT = 3;

  /// BGP4MP: a message, AS numbers of four octets (section 4.4.3).
  public static final int MESSAGE_AS4 = 4;

  /// BGP4MP: a session changed its state, AS numbers of four octets (section 4.4.4).
  public static final int STATE_CHANGE_AS4 = 5;

  /// BGP4MP: a message sent by the collector (section 4.4.5).
  public static final int MESSAGE_LOCAL = 6;

  /// BGP4MP: the same with AS numbers of four octets (section 4.4.6).
  public static final int MESSAGE_AS4_LOCAL = 7;

  /// BGP4MP: a message whose routes have path identifiers (RFC 8050 section 3).
  public static final int MESSAGE_ADDPATH = 8;

  /// BGP4MP: the same with AS numbers of four octets.
  public static final int MESSAGE_AS4_ADDPATH = 9;

  /// BGP4MP: a message with path identifiers sent by the collector.
  public static final int MESSAGE_LOCAL_ADDPATH = 10;

  /// BGP4MP: the same with AS numbers of four octets.
  public static final int MESSAGE_AS4_LOCAL_ADDPATH = 11;

  /// BGP: an UPDATE (RFC 6396 appendix B.2.2).
  public static final int BGP_UPDATE = 1;

  /// BGP: a session changed its state.
  public static final int BGP_STATE_CHANGE = 3;

  private static final String[] TABLE_NAMES = {
    "0",
    "PEER_INDEX_TABLE",
    "RIB_IPV4_UNICAST",
    "RIB_IPV4_MULTICAST",
    "RIB_IPV6_UNICAST",
    "RIB_IPV6_MULTICAST",
    "RIB_GENERIC",
    "GEO_PEER_TABLE",
    "RIB_IPV4_UNICAST_ADDPATH",
    "RIB_IPV4_MULTICAST_ADDPATH",
    "RIB_IPV6_UNICAST_ADDPATH",
    "RIB_IPV6_MULTICAST_ADDPATH",
    "RIB_GENERIC_ADDPATH"
  };

  private static final String[] SESSION_NAMES = {
    "STATE_CHANGE",
    "MESSAGE",
    "ENTRY",
    "SNAPSHOT",
    "MESSAGE_AS4",
    "STATE_CHANGE_AS4",
    "MESSAGE_LOCAL",
    "MESSAGE_AS4_LOCAL",
    "MESSAGE_ADDPATH",
    "MESSAGE_AS4_ADDPATH",
    "MESSAGE_LOCAL_ADDPATH",
    "MESSAGE_AS4_LOCAL_ADDPATH"
  };

  private static final String[] BGP_NAMES = {
    "NULL", "UPDATE", "PREF_UPDATE", "STATE_CHANGE", "SYNC", "OPEN", "NOTIFY", "KEEPALIVE"
  };

  private static final String[] DUMP_NAMES = {"0", "IPv4", "IPv6", "IPv4_AS4", "IPv6_AS4"};

  /// Returns whether AS numbers in the head of a BGP4MP record and in its message have four octets.
  public static boolean isFourOctet(int code) {
    return switch (code) {
      case MESSAGE_AS4,
          STATE_CHANGE_AS4,
          MESSAGE_AS4_LOCAL,
          MESSAGE_AS4_ADDPATH,
          MESSAGE_AS4_LOCAL_ADDPATH ->
          true;
      default -> false;
    };
  }

  /// Returns whether a BGP4MP record holds a message sent by the collector.
  public static boolean isLocal(int code) {
    return code == MESSAGE_LOCAL
        || code == MESSAGE_AS4_LOCAL
        || code == MESSAGE_LOCAL_ADDPATH
        || code == MESSAGE_AS4_LOCAL_ADDPATH;
  }

  /// Returns whether a BGP4MP record holds a message.
  public static boolean isMessage(int code) {
    return code == MESSAGE
        || code == MESSAGE_AS4
        || code >= MESSAGE_LOCAL && code <= MESSAGE_AS4_LOCAL_ADDPATH;
  }

  /// Returns whether the routes of a BGP4MP message have path identifiers.
  public static boolean hasPathIds(int code) {
    return code >= MESSAGE_ADDPATH && code <= MESSAGE_AS4_LOCAL_ADDPATH;
  }

  /// Returns the name of the subtype as the RFCs write it, or its number.
  public String name() {
    return switch (type) {
      case MrtType.BGP, MrtType.BGP4PLUS, MrtType.BGP4PLUS_01 -> name(BGP_NAMES);
      case MrtType.TABLE_DUMP -> name(DUMP_NAMES);
      case MrtType.TABLE_DUMP_V2 -> name(TABLE_NAMES);
      case MrtType.BGP4MP, MrtType.BGP4MP_ET -> name(SESSION_NAMES);
      default -> Integer.toString(code);
    };
  }

  private String name(String[] names) {
    return code < names.length ? names[code] : Integer.toString(code);
  }

  /// Returns type and subtype, such as `BGP4MP/MESSAGE_AS4`.
  @Override
  public String toString() {
    return MrtType.name(type) + "/" + name();
  }
}
