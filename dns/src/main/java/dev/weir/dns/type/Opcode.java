package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A kind of query (RFC 6895 §2.2): 0 to 15.
///
/// @param code the number, as on the wire
public record Opcode(int code) {
  /// QUERY.
  public static final Opcode QUERY = new Opcode(0);

  /// IQUERY.
  public static final Opcode IQUERY = new Opcode(1);

  /// STATUS.
  public static final Opcode STATUS = new Opcode(2);

  /// NOTIFY.
  public static final Opcode NOTIFY = new Opcode(4);

  /// UPDATE.
  public static final Opcode UPDATE = new Opcode(5);

  /// DSO.
  public static final Opcode DSO = new Opcode(6);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          0 QUERY
          1 IQUERY
          2 STATUS
          4 NOTIFY
          5 UPDATE
          6 DSO
          """);

  /// Checks the range.
  public Opcode {
    if (code < 0 || code > 15) {
      throw new IllegalArgumentException("an opcode is 0 to 15, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `OPCODE` and a decimal number.
  ///
  /// @throws MalformedText if it is neither
  public static Opcode parse(String text) {
    int code = NAMES.number(text, "OPCODE", 15);
    if (code < 0) {
      throw new MalformedText("'" + text + "' is not an opcode");
    }
    return new Opcode(code);
  }

  /// Whether `text` would [#parse].
  public static boolean parseable(String text) {
    return NAMES.number(text, "OPCODE", 15) >= 0;
  }

  /// Prints the mnemonic, or `OPCODE` and the number.
  @Override
  public String toString() {
    return NAMES.name(code, "OPCODE");
  }
}
