package dev.weir.bgp.rtr;

/// A code of an Error Report (RFC 8210 section 12 and its registry).
///
/// @param code 16 bits
public record RtrError(int code) {
  /// What was received cannot be.
  public static final RtrError CORRUPT_DATA = new RtrError(0);

  /// The sender has failed in itself.
  public static final RtrError INTERNAL = new RtrError(1);

  /// The cache has nothing yet; the only one that does not end the session.
  public static final RtrError NO_DATA = new RtrError(2);

  /// Not what one may ask.
  public static final RtrError INVALID_REQUEST = new RtrError(3);

  /// The cache does not speak the version.
  public static final RtrError UNSUPPORTED_VERSION = new RtrError(4);

  /// There is no such message, or not in this version.
  public static final RtrError UNSUPPORTED_TYPE = new RtrError(5);

  /// A payload was withdrawn that was never announced.
  public static final RtrError UNKNOWN_WITHDRAWAL = new RtrError(6);

  /// A payload was announced twice.
  public static final RtrError DUPLICATE_ANNOUNCEMENT = new RtrError(7);

  /// The version changed in the middle (RFC 8210).
  public static final RtrError UNEXPECTED_VERSION = new RtrError(8);

  /// An ASPA lists no providers, or more than it may (draft-ietf-sidrops-8210bis).
  public static final RtrError ASPA_PROVIDERS = new RtrError(9);

  /// Returns the name of the registry, or the number.
  @Override
  public String toString() {
    return switch (code) {
      case 0 -> "Corrupt Data";
      case 1 -> "Internal Error";
      case 2 -> "No Data Available";
      case 3 -> "Invalid Request";
      case 4 -> "Unsupported Protocol Version";
      case 5 -> "Unsupported PDU Type";
      case 6 -> "Withdrawal of Unknown Record";
      case 7 -> "Duplicate Announcement Received";
      case 8 -> "Unexpected Protocol Version";
      case 9 -> "ASPA Provider List Error";
      default -> "Error " + code;
    };
  }
}
