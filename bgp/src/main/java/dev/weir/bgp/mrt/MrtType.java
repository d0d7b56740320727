package dev.weir.bgp.mrt;

/// The type of an MRT record (RFC 6396 section 4 and appendix B), an open registry.
///
/// @param code 16 bits
public record MrtType(int code) {
  /// Nothing (obsolete).
  public static final int NULL = 0;

  /// A collector has begun to write (obsolete).
  public static final int START = 1;

  /// A collector has ended (obsolete).
  public static final int DIE = 2;

  /// A collector died (obsolete).
  public static final int I_AM_DEAD = 3;

  /// A peer of the collector went away (obsolete).
  public static final int PEER_DOWN = 4;

  /// Messages of BGP sessions over IPv4 (obsolete).
  public static final int BGP = 5;

  /// Messages of RIP (obsolete).
  public static final int RIP = 6;

  /// Messages of IDRP (obsolete).
  public static final int IDRP = 7;

  /// Messages of RIPng (obsolete).
  public static final int RIPNG = 8;

  /// Messages of BGP sessions over IPv6 (obsolete).
  public static final int BGP4PLUS = 9;

  /// The same, second try (obsolete).
  public static final int BGP4PLUS_01 = 10;

  /// Messages of OSPF version 2.
  public static final int OSPFV2 = 11;

  /// A route of a table, in one record.
  public static final int TABLE_DUMP = 12;

  /// A prefix of a table, with all its routes.
  public static final int TABLE_DUMP_V2 = 13;

  /// A message or a change of state of a BGP session.
  public static final int BGP4MP = 16;

  /// The same, with microseconds.
  public static final int BGP4MP_ET = 17;

  /// Messages of IS-IS.
  public static final int ISIS = 32;

  /// The same, with microseconds.
  public static final int ISIS_ET = 33;

  /// Messages of OSPF version 3.
  public static final int OSPFV3 = 48;

  /// The same, with microseconds.
  public static final int OSPFV3_ET = 49;

  /// Checks the size of the number.
  ///
  /// @throws IllegalArgumentException if it has more than 16 bits
  public MrtType {
    if (code >>> 16 != 0) {
      throw new IllegalArgumentException("no MRT type: " + code);
    }
  }

  /// Returns whether records of a type begin with microseconds, counted in their length (RFC 6396
  /// section 3).
  public static boolean hasMicroseconds(int code) {
    return code == BGP4MP_ET || code == ISIS_ET || code == OSPFV3_ET;
  }

  /// Returns whether the registry knows a type.
  public static boolean isKnown(int code) {
    return code >= NULL && code <= TABLE_DUMP_V2
        || code == BGP4MP
        || code == BGP4MP_ET
        || code == ISIS
        || code == ISIS_ET
        || code == OSPFV3
        || code == OSPFV3_ET;
  }

  /// Returns the name of a type as the RFC writes it, or `TYPE_n`.
  public static String name(int code) {
    return switch (code) {
      case NULL -> "NULL";
      case START -> "START";
      case DIE -> "DIE";
      case I_AM_DEAD -> "I_AM_DEAD";
      case PEER_DOWN -> "PEER_DOWN";
      case BGP -> "BGP";
      case RIP -> "RIP";
      case IDRP -> "IDRP";
      case RIPNG -> "RIPNG";
      case BGP4PLUS -> "BGP4PLUS";
      case BGP4PLUS_01 -> "BGP4PLUS_01";
      case OSPFV2 -> "OSPFv2";
      case TABLE_DUMP -> "TABLE_DUMP";
      case TABLE_DUMP_V2 -> "TABLE_DUMP_V2";
      case BGP4MP -> "BGP4MP";
      case BGP4MP_ET -> "BGP4MP_ET";
      case ISIS -> "ISIS";
      case ISIS_ET -> "ISIS_ET";
      case OSPFV3 -> "OSPFv3";
      case OSPFV3_ET -> "OSPFv3_ET";
      default -> "TYPE_" + code;
    };
  }

  @Override
  public String toString() {
    return name(code);
  }
}
