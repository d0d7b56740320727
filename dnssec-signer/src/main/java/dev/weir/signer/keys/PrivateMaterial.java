package dev.weir.signer.keys;

import java.math.BigInteger;

/// The private half of a key: numbers, or a key that stays in its token.
///
/// Nothing here prints a secret.
public sealed interface PrivateMaterial {

  /// An RSA private key with its Chinese remainder parts (RFC 8017 §3.2); the modulus and the
  /// public exponent are in the public record.
  ///
  /// @param exponent the private exponent d
  /// @param prime1 p
  /// @param prime2 q
  /// @param exponent1 d mod (p - 1)
  /// @param exponent2 d mod (q - 1)
  /// @param coefficient the inverse of q mod p
  record Rsa(
      BigInteger exponent,
      BigInteger prime1,
      BigInteger prime2,
      BigInteger exponent1,
      BigInteger exponent2,
      BigInteger coefficient)
      implements PrivateMaterial {
    @Override
    public String toString() {
      return "RSA private key";
    }
  }

  /// A secret of fixed length: the scalar of ECDSA (big-endian), or the seed of an Edwards curve
  /// (RFC 8032 §5.1.5).
  ///
  /// @param octets as many as [SigningAlgorithm#secretOctets] says; not to be changed
  record Scalar(byte[] octets) implements PrivateMaterial {
    @Override
    public String toString() {
      return "private key of " + octets.length + " octets";
    }
  }

  /// An ML-DSA private key in its expanded form (FIPS 204, `skEncode`).
  ///
  /// @param expanded 2,560 octets; not to be changed
  record MlDsa(byte[] expanded) implements PrivateMaterial {
    @Override
    public String toString() {
      return "ML-DSA private key";
    }
  }

  /// A key that a token signs with and does not give away.
  ///
  /// @param key the handle
  record Token(TokenKey key) implements PrivateMaterial {}
}
