package dev.weir.dns.tsig;

import dev.weir.dns.name.Name;
import java.util.Locale;
import java.util.Optional;

/// A keyed hash that signs messages (RFC 8945 §6).
///
/// The registry's names with a built-in truncation (`hmac-sha256-128` and the like) are not
/// algorithms here; in key texts they mean a shorter signature, as BIND reads them.
public enum TsigAlgorithm {
  /// HMAC-MD5 (RFC 8945 §6: must not be used); verified only where a policy allows it.
  HMAC_MD5("hmac-md5.sig-alg.reg.int.", "HmacMD5", 16),
  /// HMAC-SHA-1; obsolete, kept for old peers.
  HMAC_SHA1("hmac-sha1.", "HmacSHA1", 20),
  /// HMAC-SHA-224.
  HMAC_SHA224("hmac-sha224.", "HmacSHA224", 28),
  /// HMAC-SHA-256, which everybody must have.
  HMAC_SHA256("hmac-sha256.", "HmacSHA256", 32),
  /// HMAC-SHA-384.
  HMAC_SHA384("hmac-sha384.", "HmacSHA384", 48),
  /// HMAC-SHA-512.
  HMAC_SHA512("hmac-sha512.", "HmacSHA512", 64);

  @SuppressWarnings("ImmutableEnumChecker") // a Name does not change
  private final Name wireName;

  private final String engine;
  private final int octets;

  TsigAlgorithm(String wireName, String engine, int octets) {
    this.wireName = Name.parse(wireName);
    this.engine = engine;
    this.octets = octets;
  }

  /// The algorithm of a name on the wire.
  public static Optional<TsigAlgorithm> of(Name wireName) {
    for (TsigAlgorithm algorithm : values()) {
      if (algorithm.wireName.equals(wireName)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /// The algorithm of a mnemonic such as `hmac-sha256`, in any case, with or without a final dot.
  public static Optional<TsigAlgorithm> of(String mnemonic) {
    String text = mnemonic.toLowerCase(Locale.ROOT);
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    for (TsigAlgorithm algorithm : values()) {
      if (algorithm.toString().equals(bare) || algorithm.wireName.toString().equals(bare + ".")) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /// The name on the wire.
  public Name wireName() {
    return wireName;
  }

  /// Octets of a whole signature.
  public int octets() {
    return octets;
  }

  /// Octets of the shortest signature that may be sent at all (RFC 8945 §5.2.2.1).
  public int minimumOctets() {
    return Math.max(10, (octets + 1) / 2);
  }

  /// What the JDK calls it.
  String engine() {
    return engine;
  }

  /// Prints the mnemonic, such as `hmac-sha256`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
