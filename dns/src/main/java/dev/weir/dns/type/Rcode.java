package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A response code, with the upper bits of EDNS (RFC 6895 §2.3): 0 to 65535.
///
/// @param code the number, as on the wire
public record Rcode(int code) {
  /// NOERROR.
  public static final Rcode NOERROR = new Rcode(0);

  /// FORMERR.
  public static final Rcode FORMERR = new Rcode(1);

  /// SERVFAIL.
  public static final Rcode SERVFAIL = new Rcode(2);

  /// NXDOMAIN.
  public static final Rcode NXDOMAIN = new Rcode(3);

  /// NOTIMP.
  public static final Rcode NOTIMP = new Rcode(4);

  /// REFUSED.
  public static final Rcode REFUSED = new Rcode(5);

  /// YXDOMAIN.
  public static final Rcode YXDOMAIN = new Rcode(6);

  /// YXRRSET.
  public static final Rcode YXRRSET = new Rcode(7);

  /// NXRRSET.
  public static final Rcode NXRRSET = new Rcode(8);

  /// NOTAUTH.
  public static final Rcode NOTAUTH = new Rcode(9);

  /// NOTZONE.
  public static final Rcode NOTZONE = new Rcode(10);

  /// DSOTYPENI.
  public static final Rcode DSOTYPENI = new Rcode(11);

  /// BADVERS.
  public static final Rcode BADVERS = new Rcode(16);

  /// BADSIG: in a TSIG record, what 16 means there (RFC 8945 §3); it prints as BADVERS.
  public static final Rcode BADSIG = new Rcode(16);

  /// BADKEY.
  public static final Rcode BADKEY = new Rcode(17);

  /// BADTIME.
  public static final Rcode BADTIME = new Rcode(18);

  /// BADMODE.
  public static final Rcode BADMODE = new Rcode(19);

  /// BADNAME.
  public static final Rcode BADNAME = new Rcode(20);

  /// BADALG.
  public static final Rcode BADALG = new Rcode(21);

  /// BADTRUNC.
  public static final Rcode BADTRUNC = new Rcode(22);

  /// BADCOOKIE.
  public static final Rcode BADCOOKIE = new Rcode(23);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          0 NOERROR
          1 FORMERR
          2 SERVFAIL
          3 NXDOMAIN
          4 NOTIMP
          5 REFUSED
          6 YXDOMAIN
          7 YXRRSET
          8 NXRRSET
          9 NOTAUTH
          10 NOTZONE
          11 DSOTYPENI
          16 BADVERS BADSIG
          17 BADKEY
          18 BADTIME
          19 BADMODE
          20 BADNAME
          21 BADALG
          22 BADTRUNC
          23 BADCOOKIE
          """);

  /// Checks the range.
  public Rcode {
    if (code < 0 || code > 65535) {
      throw new IllegalArgumentException("a response code is 0 to 65535, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `RCODE` and a decimal number.
  ///
  /// @throws MalformedText if it is neither
  public static Rcode parse(String text) {
    int code = NAMES.number(text, "RCODE", 65535);
    if (code < 0) {
      throw new MalformedText("'" + text + "' is not a response code");
    }
    return new Rcode(code);
  }

  /// Whether `text` would [#parse].
  public static boolean parseable(String text) {
    return NAMES.number(text, "RCODE", 65535) >= 0;
  }

  /// Prints the mnemonic, or `RCODE` and the number.
  @Override
  public String toString() {
    return NAMES.name(code, "RCODE");
  }
}
