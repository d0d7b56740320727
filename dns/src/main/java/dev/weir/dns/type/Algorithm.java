package dev.weir.dns.type;

import dev.weir.dns.MalformedText;

/// A DNSSEC signing algorithm (IANA registry "DNS Security Algorithm Numbers", RFC 9904): 0 to 255.
///
/// @param code the number, as on the wire
public record Algorithm(int code) {
  /// DELETE.
  public static final Algorithm DELETE = new Algorithm(0);

  /// RSAMD5.
  public static final Algorithm RSAMD5 = new Algorithm(1);

  /// DH.
  public static final Algorithm DH = new Algorithm(2);

  /// DSA.
  public static final Algorithm DSA = new Algorithm(3);

  /// RSASHA1.
  public static final Algorithm RSASHA1 = new Algorithm(5);

  /// DSA-NSEC3-SHA1.
  public static final Algorithm DSA_NSEC3_SHA1 = new Algorithm(6);

  /// RSASHA1-NSEC3-SHA1.
  public static final Algorithm RSASHA1_NSEC3_SHA1 = new Algorithm(7);

  /// RSASHA256.
  public static final Algorithm RSASHA256 = new Algorithm(8);

  /// RSASHA512.
  public static final Algorithm RSASHA512 = new Algorithm(10);

  /// ECC-GOST.
  public static final Algorithm ECC_GOST = new Algorithm(12);

  /// ECDSAP256SHA256.
  public static final Algorithm ECDSAP256SHA256 = new Algorithm(13);

  /// ECDSAP384SHA384.
  public static final Algorithm ECDSAP384SHA384 = new Algorithm(14);

  /// ED25519.
  public static final Algorithm ED25519 = new Algorithm(15);

  /// ED448.
  public static final Algorithm ED448 = new Algorithm(16);

  /// SM2SM3.
  public static final Algorithm SM2SM3 = new Algorithm(17);

  /// MLDSA44.
  public static final Algorithm MLDSA44 = new Algorithm(18);

  /// ECC-GOST12.
  public static final Algorithm ECC_GOST12 = new Algorithm(23);

  /// INDIRECT.
  public static final Algorithm INDIRECT = new Algorithm(252);

  /// PRIVATEDNS.
  public static final Algorithm PRIVATEDNS = new Algorithm(253);

  /// PRIVATEOID.
  public static final Algorithm PRIVATEOID = new Algorithm(254);

  private static final Mnemonics NAMES =
      new Mnemonics(
          """
          0 DELETE
          1 RSAMD5
          2 DH
          3 DSA
          5 RSASHA1
          6 DSA-NSEC3-SHA1 NSEC3DSA
          7 RSASHA1-NSEC3-SHA1 NSEC3RSASHA1
          8 RSASHA256
          10 RSASHA512
          12 ECC-GOST ECCGOST
          13 ECDSAP256SHA256 ECDSA256
          14 ECDSAP384SHA384 ECDSA384
          15 ED25519
          16 ED448
          17 SM2SM3
          18 MLDSA44 ML-DSA-44
          23 ECC-GOST12
          252 INDIRECT
          253 PRIVATEDNS
          254 PRIVATEOID
          """);

  /// Checks the range.
  public Algorithm {
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("a signing algorithm is 0 to 255, not " + code);
    }
  }

  /// Reads a mnemonic in any case, or `a decimal number`.
  ///
  /// @throws MalformedText if it is neither
  public static Algorithm parse(String text) {
    int code = NAMES.number(text, "", 255);
    if (code < 0) {
      throw new MalformedText("'" + text + "' is not a signing algorithm");
    }
    return new Algorithm(code);
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
