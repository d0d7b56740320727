package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A digest of DS and CDS records (IANA registry "DS RR Type Digest Algorithms"): 0 to 255.
///
/// @param code the number, as on the wire
public record DigestType(int code) {
  /// SHA-1.
  public static final DigestType SHA_1 = new DigestType(1);

  /// SHA-256.
  public static final DigestType SHA_256 = new DigestType(2);

  /// GOST.
  public static final DigestType GOST = new DigestType(3);

  /// SHA-384.
  public static final DigestType SHA_384 = new DigestType(4);

  /// GOST12.
  public static final DigestType GOST12 = new DigestType(5);

  /// SM3.
  public static final DigestType SM3 = new DigestType(6);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          1 SHA-1 SHA1
          2 SHA-256 SHA256
          3 GOST
          4 SHA-384 SHA384
          5 GOST12
          6 SM3
          """);

  /// Checks the range.
  public DigestType {
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("a digest type is 0 to 255, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `a decimal number`.
  ///
  /// @throws MalformedText if it is neither
  public static DigestType parse(String text) {
    int code = NAMES.number(text, "", 255);
    if (code < 0) {
      throw new MalformedText("'" + text + "' is not a digest type");
    }
    return new DigestType(code);
  }

  /// Whether `text` would [#parse].
  public static boolean parseable(String text) {
    return NAMES.number(text, "", 255) >= 0;
  }

  /// Prints the mnemonic, or `` and the number.
  @Override
  public String toString() {
    return NAMES.name(code, "");
  }
}
