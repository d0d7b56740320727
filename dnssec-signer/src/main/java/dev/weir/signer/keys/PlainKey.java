package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import dev.weir.signer.KeyFault;
import org.jspecify.annotations.Nullable;

/// A private key as PKCS #8 and PEM hold it: the arithmetic, without owner, flags or, for RSA, the
/// hash.
///
/// @param algorithm the algorithm; for RSA, [SigningAlgorithm#RSASHA256]
/// @param material the private half
/// @param publicOctets the public key in the form of DNSKEY records, or null if the wrapping does
///   not hold it
public record PlainKey(
    SigningAlgorithm algorithm, PrivateMaterial material, byte @Nullable [] publicOctets) {

  /// The key of a zone, by itself.
  ///
  /// @param flags of the DNSKEY record: 256 or 257
  /// @param publicHalf computes the public key if the wrapping did not hold it
  /// @throws KeyFault if the public half can neither be found nor computed
  public SigningKey of(Name zone, int flags, PublicHalf publicHalf) {
    byte[] octets = publicOctets;
    if (octets == null) {
      if (!(material instanceof PrivateMaterial.Scalar(byte[] secret))) {
        throw new KeyFault(
            "a private key of "
                + algorithm
                + " does not tell its public half; put its .key file"
                + " beside it");
      }
      octets = publicHalf.of(algorithm, secret);
    }
    return new SigningKey(zone, PublicKeyRecord.of(flags, algorithm.algorithm(), octets), material);
  }

  /// The key of a zone whose DNSKEY record is known.
  ///
  /// @throws KeyFault if the record is of another kind, or evidently another key's
  public SigningKey of(Name zone, PublicKeyRecord record) {
    SigningAlgorithm other = record.signing();
    if (other.family() != algorithm.family()
        || (other != algorithm && other.family() != SigningAlgorithm.Family.RSA)) {
      throw new KeyFault(
          "the private key is one of " + algorithm + ", but the .key file has " + other);
    }
    if (publicOctets != null && !record.key().equals(dev.weir.dns.octets.Octets.of(publicOctets))) {
      throw new KeyFault(
          "the private key is not that of the .key file; the halves do not belong together");
    }
    return new SigningKey(zone, record, material);
  }

  /// Prints the kind, no secret.
  @Override
  public String toString() {
    return algorithm + " private key";
  }
}
