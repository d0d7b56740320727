package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A record class (RFC 1035 §3.2.4, RFC 6895 §3.2): 0 to 65535.
///
/// @param code the number, as on the wire
public record RecordClass(int code) {
  /// IN.
  public static final RecordClass IN = new RecordClass(1);

  /// CH.
  public static final RecordClass CH = new RecordClass(3);

  /// HS.
  public static final RecordClass HS = new RecordClass(4);

  /// NONE.
  public static final RecordClass NONE = new RecordClass(254);

  /// ANY.
  public static final RecordClass ANY = new RecordClass(255);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          1 IN
          3 CH CHAOS
          4 HS HESIOD
          254 NONE
          255 ANY
          """);

  /// Checks the range.
  public RecordClass {
    if (code < 0 || code > 65535) {
      throw new IllegalArgumentException("a record class is 0 to 65535, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `CLASS` and a decimal number.
  ///
  /// @throws MalformedText if it is neither
  public static RecordClass parse(String text) {
    int code = NAMES.number(text, "CLASS", 65535);
    if (code < 0) {
      throw new MalformedText("'" + text + "' is not a record class");
    }
    return new RecordClass(code);
  }

  /// Whether `text` would [#parse].
  public static boolean parseable(String text) {
    return NAMES.number(text, "CLASS", 65535) >= 0;
  }

  /// Prints the mnemonic, or `CLASS` and the number.
  @Override
  public String toString() {
    return NAMES.name(code, "CLASS");
  }
}
