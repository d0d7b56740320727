package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/// ECDSA by Bouncy Castle, hashed by Java's own digests.
final class BouncyEcdsa implements BatchSigner {
  private final MessageDigest digest;
  private final ECDSASigner signer;
  private final int width;

  BouncyEcdsa(SigningAlgorithm algorithm, byte[] secret) {
    digest = digest(algorithm);
    width = algorithm.secretOctets();
    Digest nonceDigest =
        algorithm == SigningAlgorithm.ECDSAP256SHA256 ? new SHA256Digest() : new SHA384Digest();
    signer = new ECDSASigner(new HMacDSAKCalculator(nonceDigest));
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), curve(algorithm)));
  }

  @Override
  public int signatureLength() {
    return 2 * width;
  }

  @Override
  public void sign(SigningBatch batch) {
    byte[] messages = batch.messages().array();
    for (int i = 0; i < batch.count(); i++) {
      int from = batch.from(i);
      digest.update(messages, from, batch.to(i) - from);
      BigInteger[] pair = signer.generateSignature(digest.digest());
      put(pair[0], batch.target(i), batch.targetAt(i));
      put(pair[1], batch.target(i), batch.targetAt(i) + width);
    }
  }

  /// Writes a number in fixed width, big-endian.
  private void put(BigInteger number, byte[] target, int at) {
    byte[] octets = number.toByteArray();
    int skip = octets.length > width ? octets.length - width : 0;
    int count = octets.length - skip;
    Arrays.fill(target, at, at + width - count, (byte) 0);
    System.arraycopy(octets, skip, target, at + width - count, count);
  }

  private static MessageDigest digest(SigningAlgorithm algorithm) {
    String name = algorithm == SigningAlgorithm.ECDSAP256SHA256 ? "SHA-256" : "SHA-384";
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new EngineFault("this Java runtime has no " + name, e);
    }
  }

  private static ECDomainParameters curve(SigningAlgorithm algorithm) {
    X9ECParameters curve =
        CustomNamedCurves.getByName(
            algorithm == SigningAlgorithm.ECDSAP256SHA256 ? "secp256r1" : "secp384r1");
    return new ECDomainParameters(curve);
  }

  /// Verifies ECDSA signatures of one key.
  static final class Verifier implements SignatureVerifier {
    private final MessageDigest digest;
    private final ECDSASigner signer = new ECDSASigner();
    private final int width;

    Verifier(SigningAlgorithm algorithm, PublicKeyRecord key) {
      digest = digest(algorithm);
      width = algorithm.secretOctets();
      ECDomainParameters curve = curve(algorithm);
      byte[] point = new byte[1 + 2 * width];
      point[0] = 4;
      System.arraycopy(key.key().toBytes(), 0, point, 1, 2 * width);
      try {
        signer.init(false, new ECPublicKeyParameters(curve.getCurve().decodePoint(point), curve));
      } catch (IllegalArgumentException e) {
        throw new KeyFault(
            "the public key with tag " + key.keyTag() + " is no point of its curve", e);
      }
    }

    @Override
    public boolean verify(
        byte[] message, int from, int to, byte[] signature, int sigFrom, int sigLength) {
      if (sigLength != 2 * width) {
        return false;
      }
      digest.update(message, from, to - from);
      BigInteger r = new BigInteger(1, signature, sigFrom, width);
      BigInteger s = new BigInteger(1, signature, sigFrom + width, width);
      return signer.verifySignature(digest.digest(), r, s);
    }
  }
}
