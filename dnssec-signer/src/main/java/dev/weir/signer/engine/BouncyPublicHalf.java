package dev.weir.signer.engine;

import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.PublicHalf;
import dev.weir.signer.keys.SigningAlgorithm;
import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/// Computes public keys from private ones, which Java's own providers do not.
final class BouncyPublicHalf implements PublicHalf {

  @Override
  public byte[] of(SigningAlgorithm algorithm, byte[] secret) {
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

  private static byte[] point(String curveName, byte[] secret) {
    X9ECParameters curve = CustomNamedCurves.getByName(curveName);
    BigInteger value = new BigInteger(1, secret);
    if (value.signum() == 0 || value.compareTo(curve.getN()) >= 0) {
      throw new KeyFault("the private key is no number of its curve");
    }
    byte[] encoded =
        new FixedPointCombMultiplier().multiply(curve.getG(), value).normalize().getEncoded(false);
    return java.util.Arrays.copyOfRange(encoded, 1, encoded.length);
  }
}
