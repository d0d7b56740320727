package dev.weir.dns.edns;

/// The code of an EDNS option (IANA registry "DNS EDNS0 Option Codes (OPT)"): 0 to 65535.
///
/// @param code the number, as on the wire
public record OptionCode(int code) {
  /// Name server identifier (RFC 5001).
  public static final OptionCode NSID = new OptionCode(3);

  /// DNSSEC algorithms understood (RFC 6975).
  public static final OptionCode DAU = new OptionCode(5);

  /// DS hash algorithms understood (RFC 6975).
  public static final OptionCode DHU = new OptionCode(6);

  /// NSEC3 hash algorithms understood (RFC 6975).
  public static final OptionCode N3U = new OptionCode(7);

  /// Client subnet (RFC 7871).
  public static final OptionCode ECS = new OptionCode(8);

  /// How long a secondary may serve a zone (RFC 7314).
  public static final OptionCode EXPIRE = new OptionCode(9);

  /// Cookies (RFC 7873, RFC 9018).
  public static final OptionCode COOKIE = new OptionCode(10);

  /// How long a TCP connection stays open (RFC 7828).
  public static final OptionCode KEEPALIVE = new OptionCode(11);

  /// Padding (RFC 7830).
  public static final OptionCode PADDING = new OptionCode(12);

  /// Extended errors (RFC 8914).
  public static final OptionCode EDE = new OptionCode(15);

  /// Where to report errors (RFC 9567).
  public static final OptionCode REPORT_CHANNEL = new OptionCode(18);

  /// The version of the zone that answered (RFC 9660).
  public static final OptionCode ZONEVERSION = new OptionCode(19);

  /// Checks the range.
  public OptionCode {
    if (code < 0 || code > 0xffff) {
      throw new IllegalArgumentException("an option code is 0 to 65535, not " + code);
    }
  }

  /// Prints the mnemonic, or `OPT` and the number.
  @Override
  public String toString() {
    return switch (code) {
      case 3 -> "NSID";
      case 5 -> "DAU";
      case 6 -> "DHU";
      case 7 -> "N3U";
      case 8 -> "ECS";
      case 9 -> "EXPIRE";
      case 10 -> "COOKIE";
      case 11 -> "KEEPALIVE";
      case 12 -> "PADDING";
      case 15 -> "EDE";
      case 18 -> "REPORT-CHANNEL";
      case 19 -> "ZONEVERSION";
      default -> "OPT" + code;
    };
  }
}
