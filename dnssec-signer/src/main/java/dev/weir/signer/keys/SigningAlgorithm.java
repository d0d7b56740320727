package dev.weir.signer.keys;

import dev.weir.dns.type.Algorithm;
import dev.weir.signer.KeyFault;
import org.jspecify.annotations.Nullable;

/// What is known about the signing algorithms that Weir can compute.
///
/// [Algorithm] is the open registry; this is the closed part of it with arithmetic behind it.
/// Signatures are in the form of RRSIG records: RSA as PKCS #1 v1.5 (RFC 3110, RFC 5702), ECDSA as
/// `r | s` of fixed width (RFC 6605), Edwards curves (RFC 8080) and ML-DSA raw.
public enum SigningAlgorithm {
  /// RSA with SHA-1 (RFC 3110); verified, never signed (RFC 9905).
  RSASHA1(5, Family.RSA, "SHA1withRSA", 0, 0),
  /// The same under the number that announces NSEC3 (RFC 5155 §2); verified, never signed.
  RSASHA1_NSEC3_SHA1(7, Family.RSA, "SHA1withRSA", 0, 0),
  /// RSA with SHA-256 (RFC 5702).
  RSASHA256(8, Family.RSA, "SHA256withRSA", 0, 0),
  /// RSA with SHA-512 (RFC 5702).
  RSASHA512(10, Family.RSA, "SHA512withRSA", 0, 0),
  /// ECDSA on P-256 with SHA-256 (RFC 6605).
  ECDSAP256SHA256(13, Family.ECDSA, "SHA256withECDSAinP1363Format", 64, 64),
  /// ECDSA on P-384 with SHA-384 (RFC 6605).
  ECDSAP384SHA384(14, Family.ECDSA, "SHA384withECDSAinP1363Format", 96, 96),
  /// Ed25519 (RFC 8080).
  ED25519(15, Family.EDWARDS, "Ed25519", 32, 64),
  /// Ed448 (RFC 8080).
  ED448(16, Family.EDWARDS, "Ed448", 57, 114),
  /// ML-DSA-44 (FIPS 204); an experiment, for no validator knows it yet.
  MLDSA44(18, Family.ML_DSA, "ML-DSA", 1312, 2420);

  /// The kinds of arithmetic, each with one form of keys.
  public enum Family {
    /// RSA: exponent and modulus (RFC 3110 §2).
    RSA,
    /// Points of the NIST curves, both coordinates without a leading 04 (RFC 6605 §4).
    ECDSA,
    /// Compressed points of the Edwards curves, little-endian (RFC 8080 §3).
    EDWARDS,
    /// Lattice keys (FIPS 204).
    ML_DSA
  }

  /// The smallest RSA modulus that is generated or used for signing, in bits.
  public static final int MIN_RSA_BITS = 1024;

  /// The largest RSA modulus that DNSSEC has room for, in bits (RFC 3110 §2).
  public static final int MAX_RSA_BITS = 4096;

  /// The RSA modulus that is generated when nothing else is asked for, in bits.
  public static final int USUAL_RSA_BITS = 2048;

  private final int code;
  private final Family family;
  private final String signatureName;
  private final int keyOctets;
  private final int signatureOctets;

  SigningAlgorithm(
      int code, Family family, String signatureName, int keyOctets, int signatureOctets) {
    this.code = code;
    this.family = family;
    this.signatureName = signatureName;
    this.keyOctets = keyOctets;
    this.signatureOctets = signatureOctets;
  }

  /// The algorithm with a number, or null if Weir cannot compute it.
  public static @Nullable SigningAlgorithm find(int code) {
    for (SigningAlgorithm algorithm : values()) {
      if (algorithm.code == code) {
        return algorithm;
      }
    }
    return null;
  }

  /// The algorithm with a number.
  ///
  /// @throws KeyFault if Weir cannot compute it
  public static SigningAlgorithm of(int code) {
    SigningAlgorithm found = find(code);
    if (found == null) {
      throw new KeyFault(
          "algorithm "
              + (code >= 0 && code < 256
                  ? new Algorithm(code).toString() + " (" + code + ")"
                  : code)
              + " is not known here; known are 8, 10, 13, 14, 15, 16 and 18, and 5 and 7 to"
              + " verify");
    }
    return found;
  }

  /// The number, as in DNSKEY and RRSIG records.
  public int code() {
    return code;
  }

  /// The kind of arithmetic.
  public Family family() {
    return family;
  }

  /// Whether new signatures may be made with it; SHA-1 is for old zones only (RFC 9905).
  public boolean signs() {
    return this != RSASHA1 && this != RSASHA1_NSEC3_SHA1;
  }

  /// The Java name of the signature, in the fixed-width form for ECDSA.
  public String signatureName() {
    return signatureName;
  }

  /// The Java name of the key factory.
  public String keyName() {
    return switch (family) {
      case RSA -> "RSA";
      case ECDSA -> "EC";
      case EDWARDS -> signatureName;
      case ML_DSA -> "ML-DSA-44";
    };
  }

  /// Octets of a public key, or 0 for RSA, where the modulus decides.
  public int keyOctets() {
    return keyOctets;
  }

  /// Octets of a signature, or 0 for RSA, where it is as long as the modulus.
  public int signatureOctets() {
    return signatureOctets;
  }

  /// Octets of the private scalar or seed; 0 for RSA and ML-DSA.
  public int secretOctets() {
    return switch (this) {
      case ECDSAP256SHA256, ED25519 -> 32;
      case ECDSAP384SHA384 -> 48;
      case ED448 -> 57;
      case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512, MLDSA44 -> 0;
    };
  }

  /// The number as a value of the registry.
  public Algorithm algorithm() {
    return new Algorithm(code);
  }

  /// Prints the registry's mnemonic.
  @Override
  public String toString() {
    return algorithm().toString();
  }
}
