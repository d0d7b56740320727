package dev.weir.bgp.bmp;

/// The type of a message (RFC 7854 section 4.1).
///
/// @param code 8 bits
public record BmpType(int code) {
  /// Routes of a peer: an UPDATE.
  public static final int ROUTE_MONITORING = 0;

  /// Counters of a peer.
  public static final int STATISTICS_REPORT = 1;

  /// The session with a peer is gone.
  public static final int PEER_DOWN = 2;

  /// The session with a peer is there.
  public static final int PEER_UP = 3;

  /// The first message: who the router is.
  public static final int INITIATION = 4;

  /// The last message: why the router closes.
  public static final int TERMINATION = 5;

  /// Messages as they came from a peer.
  public static final int ROUTE_MIRRORING = 6;

  /// Returns whether messages of a type have a per-peer header.
  public static boolean hasPeer(int code) {
    return code <= PEER_UP || code == ROUTE_MIRRORING;
  }

  /// Returns the name of a type as RFC 7854 writes it, or `Type n`.
  public static String name(int code) {
    return switch (code) {
      case ROUTE_MONITORING -> "Route Monitoring";
      case STATISTICS_REPORT -> "Statistics Report";
      case PEER_DOWN -> "Peer Down";
      case PEER_UP -> "Peer Up";
      case INITIATION -> "Initiation";
      case TERMINATION -> "Termination";
      case ROUTE_MIRRORING -> "Route Mirroring";
      default -> "Type " + code;
    };
  }

  @Override
  public String toString() {
    return name(code);
  }
}
