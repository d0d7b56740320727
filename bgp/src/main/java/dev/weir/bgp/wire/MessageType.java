package dev.weir.bgp.wire;

/// The type octet of a message (RFC 4271 section 4.1, RFC 2918).
///
/// @param code 8 bits
public record MessageType(int code) {
  /// The first message of a session.
  public static final int OPEN = 1;

  /// Routes.
  public static final int UPDATE = 2;

  /// The last message of a session: an error, or good-bye.
  public static final int NOTIFICATION = 3;

  /// A sign of life.
  public static final int KEEPALIVE = 4;

  /// Asks for all routes again (RFC 2918).
  public static final int ROUTE_REFRESH = 5;

  /// Checks the size of the number.
  ///
  /// @throws IllegalArgumentException if it has more than 8 bits
  public MessageType {
    if (code >>> 8 != 0) {
      throw new IllegalArgumentException("no message type: " + code);
    }
  }

  /// Returns the name of a code as the RFCs write it, or `MESSAGE_n`.
  public static String name(int code) {
    return switch (code) {
      case OPEN -> "OPEN";
      case UPDATE -> "UPDATE";
      case NOTIFICATION -> "NOTIFICATION";
      case KEEPALIVE -> "KEEPALIVE";
      case ROUTE_REFRESH -> "ROUTE-REFRESH";
      default -> "MESSAGE_" + code;
    };
  }

  /// Returns the fewest octets a message of a type has, header included (RFC 4271 section 6.1).
  public static int leastOctets(int code) {
    return switch (code) {
      case OPEN -> 29;
      case UPDATE, ROUTE_REFRESH -> 23;
      case NOTIFICATION -> 21;
      default -> MessageCursor.HEADER;
    };
  }

  @Override
  public String toString() {
    return name(code);
  }
}
