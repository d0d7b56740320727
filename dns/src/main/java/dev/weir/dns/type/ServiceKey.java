package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A key of a service parameter (IANA registry "Service Parameter Keys", RFC 9460 §14.3): 0 to
/// 65535.
///
/// @param code the number, as on the wire
public record ServiceKey(int code) {
  /// mandatory (RFC 9460 §8).
  public static final ServiceKey MANDATORY = new ServiceKey(0);

  /// alpn (RFC 9460 §7.1).
  public static final ServiceKey ALPN = new ServiceKey(1);

  /// no-default-alpn (RFC 9460 §7.1).
  public static final ServiceKey NO_DEFAULT_ALPN = new ServiceKey(2);

  /// port (RFC 9460 §7.2).
  public static final ServiceKey PORT = new ServiceKey(3);

  /// ipv4hint (RFC 9460 §7.3).
  public static final ServiceKey IPV4HINT = new ServiceKey(4);

  /// ech (RFC 9848).
  public static final ServiceKey ECH = new ServiceKey(5);

  /// ipv6hint (RFC 9460 §7.3).
  public static final ServiceKey IPV6HINT = new ServiceKey(6);

  /// dohpath (RFC 9461 §5).
  public static final ServiceKey DOHPATH = new ServiceKey(7);

  /// ohttp (RFC 9540 §4).
  public static final ServiceKey OHTTP = new ServiceKey(8);

  /// tls-supported-groups.
  public static final ServiceKey TLS_SUPPORTED_GROUPS = new ServiceKey(9);

  /// docpath (RFC 9953).
  public static final ServiceKey DOCPATH = new ServiceKey(10);

  /// pvd.
  public static final ServiceKey PVD = new ServiceKey(11);

  /// oots.
  public static final ServiceKey OOTS = new ServiceKey(12);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          0 mandatory
          1 alpn
          2 no-default-alpn
          3 port
          4 ipv4hint
          5 ech
          6 ipv6hint
          7 dohpath
          8 ohttp
          9 tls-supported-groups
          10 docpath
          11 pvd
          12 oots
          """);

  /// Checks the range.
  public ServiceKey {
    if (code < 0 || code > 65535) {
      throw new IllegalArgumentException("a service key is 0 to 65535, not " + code);
    }
  }

  /// Reads a name, or `key` and a decimal number without leading zeros.
  ///
  /// @throws MalformedText if it is neither
  public static ServiceKey parse(String text) {
    int code = NAMES.number(text, "KEY", 65535);
    boolean padded = generic(text) && text.charAt(3) == '0' && text.length() > 4;
    if (code < 0 || padded) {
      throw new MalformedText(
          "'" + text + "' is no service key; unknown ones are written key12345");
    }
    return new ServiceKey(code);
  }

  /// Whether `text`, which would [#parse], is of the form `key12345`, so that its value is octets
  /// and not the text form of that key (RFC 9460 §2.1).
  public static boolean generic(String text) {
    return text.length() > 3 && text.regionMatches(true, 0, "key", 0, 3);
  }

  /// Prints the name, or `key` and the number.
  @Override
  public String toString() {
    return NAMES.name(code, "key");
  }
}
