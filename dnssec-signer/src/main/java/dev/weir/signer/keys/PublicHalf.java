package dev.weir.signer.keys;

import dev.weir.signer.KeyFault;
import java.math.BigInteger;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/// Computes public keys from private ones, where a file or a generator has only those.
final class PublicHalf {
  private PublicHalf() {}

  /// The public key, in the form of DNSKEY records, that belongs to a scalar or seed.
  ///
  /// @throws KeyFault if the scalar is zero or not below the order of the curve
  static byte[] of(SigningAlgorithm algorithm, byte[] secret) {
    return switch (algorithm) {
      case ECDSAP256SHA256 -> point("secp256r1", secret);
      case ECDSAP384SHA384 -> point("secp384r1", secret);
      case ED25519 -> {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, key, 0);
        yield key;
      }
      case ED448 -> {
        byte[] key = new byte[Ed448.PUBLIC_KEY_SIZE];
        Ed448.generatePublicKey(secret, 0, key, 0);
        yield key;
      }
      case RSASHA1, RSASHA1_NSEC3_SHA1, RSASHA256, RSASHA512, MLDSA44 ->
          throw new IllegalArgumentException(algorithm + " keys are not made of one secret");
    };
  }

  /// Whether a number is a private key of the curve: 1 up to its order, exclusive.
  static boolean scalar(SigningAlgorithm algorithm, byte[] secret) {
    String name = algorithm == SigningAlgorithm.ECDSAP256SHA256 ? "secp256r1" : "secp384r1";
    BigInteger value = new BigInteger(1, secret);
    return value.signum() > 0 && value.compareTo(SECNamedCurves.getByName(name).getN()) < 0;
  }

  private static byte[] point(String curveName, byte[] secret) {
    X9ECParameters curve = SECNamedCurves.getByName(curveName);
    BigInteger value = new BigInteger(1, secret);
    if (value.signum() == 0 || value.compareTo(curve.getN()) >= 0) {
      throw new KeyFault("the private key is no number of its curve");
    }
    byte[] encoded =
        new FixedPointCombMultiplier().multiply(curve.getG(), value).normalize().getEncoded(false);
    return java.util.Arrays.copyOfRange(encoded, 1, encoded.length);
  }
}
