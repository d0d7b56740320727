package dev.weir.bgp.wire;

/// Codes and subcodes of NOTIFICATION (RFC 4271 section 4.5 and the registries that grew from it).
///
/// @param code the error code, 8 bits
public record NotificationCode(int code) {
  /// Message header error.
  public static final int HEADER = 1;

  /// OPEN message error.
  public static final int OPEN = 2;

  /// UPDATE message error.
  public static final int UPDATE = 3;

  /// Nothing was heard for the hold time.
  public static final int HOLD_TIMER = 4;

  /// A message that does not belong into the state of the session (RFC 6608).
  public static final int STATE_MACHINE = 5;

  /// The session ends without an error of the messages (RFC 4486).
  public static final int CEASE = 6;

  /// ROUTE-REFRESH message error (RFC 7313).
  public static final int ROUTE_REFRESH = 7;

  /// Nothing could be sent for the send hold time (RFC 9687).
  public static final int SEND_HOLD_TIMER = 8;

  /// Loss of link state database synchronization (RFC 9815).
  public static final int LOSS_OF_LSDB = 9;

  /// Of [#HEADER]: the marker is wrong.
  public static final int NOT_SYNCHRONIZED = 1;

  /// Of [#HEADER]: the length cannot be.
  public static final int BAD_MESSAGE_LENGTH = 2;

  /// Of [#HEADER]: there is no such type.
  public static final int BAD_MESSAGE_TYPE = 3;

  /// Of [#OPEN]: a version that is not spoken.
  public static final int UNSUPPORTED_VERSION = 1;

  /// Of [#OPEN]: an AS that is not expected.
  public static final int BAD_PEER_AS = 2;

  /// Of [#OPEN]: an identifier that cannot be.
  public static final int BAD_IDENTIFIER = 3;

  /// Of [#OPEN]: an optional parameter that is not known.
  public static final int UNSUPPORTED_PARAMETER = 4;

  /// Of [#OPEN]: a hold time of one or two seconds, or one that is too short.
  public static final int UNACCEPTABLE_HOLD_TIME = 6;

  /// Of [#OPEN]: a capability that is missing (RFC 5492).
  public static final int UNSUPPORTED_CAPABILITY = 7;

  /// Of [#OPEN]: roles that do not fit together (RFC 9234).
  public static final int ROLE_MISMATCH = 11;

  /// Of [#UPDATE]: the attributes cannot be told apart.
  public static final int MALFORMED_ATTRIBUTE_LIST = 1;

  /// Of [#UPDATE]: an attribute that everybody should know, and nobody does.
  public static final int UNRECOGNIZED_WELL_KNOWN = 2;

  /// Of [#UPDATE]: an optional attribute with a value that cannot be.
  public static final int OPTIONAL_ATTRIBUTE = 9;

  /// Of [#UPDATE]: a prefix that cannot be.
  public static final int INVALID_NETWORK = 10;

  /// Of [#CEASE]: too many prefixes.
  public static final int MAXIMUM_PREFIXES = 1;

  /// Of [#CEASE]: somebody stopped the session (RFC 9003).
  public static final int ADMINISTRATIVE_SHUTDOWN = 2;

  /// Of [#CEASE]: somebody restarts the session (RFC 9003).
  public static final int ADMINISTRATIVE_RESET = 4;

  /// Of [#CEASE]: do not keep my routes (RFC 8538).
  public static final int HARD_RESET = 9;

  /// Of [#ROUTE_REFRESH]: the length cannot be.
  public static final int INVALID_LENGTH = 1;

  /// Returns the name of a code and subcode, such as `Cease/Administrative Shutdown`.
  public static String name(int code, int subcode) {
    String sub = subcodeName(code, subcode);
    return sub.isEmpty() ? codeName(code) : codeName(code) + "/" + sub;
  }

  /// Returns the name of a code, or `Error n`.
  public static String codeName(int code) {
    return switch (code) {
      case HEADER -> "Message Header Error";
      case OPEN -> "OPEN Message Error";
      case UPDATE -> "UPDATE Message Error";
      case HOLD_TIMER -> "Hold Timer Expired";
      case STATE_MACHINE -> "Finite State Machine Error";
      case CEASE -> "Cease";
      case ROUTE_REFRESH -> "ROUTE-REFRESH Message Error";
      case SEND_HOLD_TIMER -> "Send Hold Timer Expired";
      case LOSS_OF_LSDB -> "Loss of LSDB Synchronization";
      default -> "Error " + code;
    };
  }

  /// Returns the name of a subcode; empty for 0, `subcode n` for one without a name.
  public static String subcodeName(int code, int subcode) {
    String name =
        switch (code) {
          case HEADER -> header(subcode);
          case OPEN -> open(subcode);
          case UPDATE -> update(subcode);
          case STATE_MACHINE -> stateMachine(subcode);
          case CEASE -> cease(subcode);
          case ROUTE_REFRESH -> subcode == INVALID_LENGTH ? "Invalid Message Length" : "";
          default -> "";
        };
    return name.isEmpty() && subcode != 0 ? "subcode " + subcode : name;
  }

  private static String header(int subcode) {
    return switch (subcode) {
      case NOT_SYNCHRONIZED -> "Connection Not Synchronized";
      case BAD_MESSAGE_LENGTH -> "Bad Message Length";
      case BAD_MESSAGE_TYPE -> "Bad Message Type";
      default -> "";
    };
  }

  private static String open(int subcode) {
    return switch (subcode) {
      case UNSUPPORTED_VERSION -> "Unsupported Version Number";
      case BAD_PEER_AS -> "Bad Peer AS";
      case BAD_IDENTIFIER -> "Bad BGP Identifier";
      case UNSUPPORTED_PARAMETER -> "Unsupported Optional Parameter";
      case 5 -> "Authentication Failure";
      case UNACCEPTABLE_HOLD_TIME -> "Unacceptable Hold Time";
      case UNSUPPORTED_CAPABILITY -> "Unsupported Capability";
      case ROLE_MISMATCH -> "Role Mismatch";
      default -> "";
    };
  }

  private static String update(int subcode) {
    return switch (subcode) {
      case MALFORMED_ATTRIBUTE_LIST -> "Malformed Attribute List";
      case UNRECOGNIZED_WELL_KNOWN -> "Unrecognized Well-known Attribute";
      case 3 -> "Missing Well-known Attribute";
      case 4 -> "Attribute Flags Error";
      case 5 -> "Attribute Length Error";
      case 6 -> "Invalid ORIGIN Attribute";
      case 7 -> "AS Routing Loop";
      case 8 -> "Invalid NEXT_HOP Attribute";
      case OPTIONAL_ATTRIBUTE -> "Optional Attribute Error";
      case INVALID_NETWORK -> "Invalid Network Field";
      case 11 -> "Malformed AS_PATH";
      default -> "";
    };
  }

  private static String stateMachine(int subcode) {
    return switch (subcode) {
      case 1 -> "Receive Unexpected Message in OpenSent State";
      case 2 -> "Receive Unexpected Message in OpenConfirm State";
      case 3 -> "Receive Unexpected Message in Established State";
      default -> "";
    };
  }

  private static String cease(int subcode) {
    return switch (subcode) {
      case MAXIMUM_PREFIXES -> "Maximum Number of Prefixes Reached";
      case ADMINISTRATIVE_SHUTDOWN -> "Administrative Shutdown";
      case 3 -> "Peer De-configured";
      case ADMINISTRATIVE_RESET -> "Administrative Reset";
      case 5 -> "Connection Rejected";
      case 6 -> "Other Configuration Change";
      case 7 -> "Connection Collision Resolution";
      case 8 -> "Out of Resources";
      case HARD_RESET -> "Hard Reset";
      case 10 -> "BFD Down";
      default -> "";
    };
  }

  @Override
  public String toString() {
    return codeName(code);
  }
}
