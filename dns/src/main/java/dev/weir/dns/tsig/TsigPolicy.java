package dev.weir.dns.tsig;

/// What a verifier takes beyond what RFC 8945 asks.
///
/// @param md5 whether HMAC-MD5 counts as an algorithm at all
/// @param sha1 whether HMAC-SHA-1 does
public record TsigPolicy(boolean md5, boolean sha1) {
  /// No MD5; SHA-1 for old peers.
  public static final TsigPolicy USUAL = new TsigPolicy(false, true);

  /// Whether an algorithm may be used.
  public boolean allows(TsigAlgorithm algorithm) {
    return switch (algorithm) {
      case HMAC_MD5 -> md5;
      case HMAC_SHA1 -> sha1;
      case HMAC_SHA224, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512 -> true;
    };
  }
}
