package dev.weir.signer.sign;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.keys.SigningKey;

/// What all RRSIG records by one key have in common (RFC 4034 §3.1).
///
/// @param algorithm the number of the key's algorithm
/// @param keyTag the tag of the key
/// @param signer the signer's name in wire form with small letters
/// @param inception seconds since 1970, the low 32 bits
/// @param expiration seconds since 1970, the low 32 bits
/// @param signatureLength octets of each signature
record SignatureTemplate(
    int algorithm, int keyTag, byte[] signer, int inception, int expiration, int signatureLength) {
  private static final int FIXED_OCTETS = 18;

  static SignatureTemplate of(Zone zone, SigningKey key, SigningPolicy policy, int length) {
    return new SignatureTemplate(
        key.algorithm(),
        key.keyTag(),
        zone.canonicalApex().toBytes(),
        (int) policy.validity().inception().getEpochSecond(),
        (int) policy.validity().expiration().getEpochSecond(),
        length);
  }

  /// Octets of the record data before the signature.
  int prefixLength() {
    return FIXED_OCTETS + signer.length;
  }

  /// Octets of the whole record data.
  int length() {
    return prefixLength() + signatureLength;
  }

  /// Appends the record data before the signature.
  ///
  /// @param covered the type of the set
  /// @param labels labels of the owner, without root and leading asterisk (RFC 4034 §3.1.3)
  /// @param ttl the TTL of the set in seconds
  /// @param earlier seconds by which this signature expires before the others
  void prefix(int covered, int labels, int ttl, int earlier, OctetBuffer out) {
    out.u16(covered).u8(algorithm).u8(labels).i32(ttl);
    out.i32(expiration - earlier).i32(inception).u16(keyTag);
    out.bytes(signer);
  }
}
