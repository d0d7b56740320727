package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import java.security.PrivateKey;

/// A key pair of a zone: what the zone publishes, and what signs.
///
/// @param zone the owner of the DNSKEY record
/// @param publicKey the data of the DNSKEY record
/// @param privateMaterial the private half
public record SigningKey(Name zone, PublicKeyRecord publicKey, PrivateMaterial privateMaterial) {

  /// The algorithm's number.
  public int algorithm() {
    return publicKey.algorithm().code();
  }

  /// The flags of the DNSKEY record.
  public int flags() {
    return publicKey.flags();
  }

  /// The key tag.
  public int keyTag() {
    return publicKey.keyTag();
  }

  /// The base name of the key's files: `K`, the zone, the algorithm and the tag.
  public String baseName() {
    return KeyFileText.baseName(zone, publicKey);
  }

  /// The private key for Java's own providers.
  ///
  /// @throws dev.weir.signer.KeyFault if the key stays in a token, or its numbers are no key
  public PrivateKey toPrivateKey() {
    return KeyInfo.privateKey(this, null);
  }

  /// Prints the base name and where the private half is, no secret.
  @Override
  public String toString() {
    return baseName();
  }
}
