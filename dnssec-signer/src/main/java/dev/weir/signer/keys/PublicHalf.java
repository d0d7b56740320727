package dev.weir.signer.keys;

/// Computes public keys from private ones, where a file has only those.
@FunctionalInterface
public interface PublicHalf {

  /// The public key, in the form of DNSKEY records, that belongs to a scalar or seed.
  ///
  /// @param algorithm one of ECDSA or the Edwards curves
  /// @param secret as long as [SigningAlgorithm#secretOctets] says
  /// @throws dev.weir.signer.KeyFault if the secret is no private key of the curve
  byte[] of(SigningAlgorithm algorithm, byte[] secret);
}
