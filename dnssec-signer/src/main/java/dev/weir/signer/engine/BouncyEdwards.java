package dev.weir.signer.engine;

import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/// Ed25519 and Ed448 by Bouncy Castle, straight from array to array.
final class BouncyEdwards implements BatchSigner {
  private static final byte[] NO_CONTEXT = {};

  private final boolean large;
  private final byte[] seed;
  private final byte[] publicKey;

  BouncyEdwards(SigningAlgorithm algorithm, byte[] seed, byte[] publicKey) {
    this.large = algorithm == SigningAlgorithm.ED448;
    this.seed = seed;
    this.publicKey = publicKey;
  }

  @Override
  public int signatureLength() {
    return large ? Ed448.SIGNATURE_SIZE : Ed25519.SIGNATURE_SIZE;
  }

  @Override
  public void sign(SigningBatch batch) {
    byte[] messages = batch.messages().array();
    for (int i = 0; i < batch.count(); i++) {
      int from = batch.from(i);
      int length = batch.to(i) - from;
      byte[] target = batch.target(i);
      int at = batch.targetAt(i);
      if (large) {
        Ed448.sign(seed, 0, publicKey, 0, NO_CONTEXT, messages, from, length, target, at);
      } else {
        Ed25519.sign(seed, 0, publicKey, 0, messages, from, length, target, at);
      }
    }
  }

  /// Verifies the signatures of one key.
  static final class Verifier implements SignatureVerifier {
    private final boolean large;
    private final byte[] publicKey;

    Verifier(SigningAlgorithm algorithm, PublicKeyRecord key) {
      large = algorithm == SigningAlgorithm.ED448;
      publicKey = key.key().toBytes();
    }

    @Override
    public boolean verify(
        byte[] message, int from, int to, byte[] signature, int sigFrom, int sigLength) {
      if (large) {
        return sigLength == Ed448.SIGNATURE_SIZE
            && Ed448.verify(signature, sigFrom, publicKey, 0, NO_CONTEXT, message, from, to - from);
      }
      return sigLength == Ed25519.SIGNATURE_SIZE
          && Ed25519.verify(signature, sigFrom, publicKey, 0, message, from, to - from);
    }
  }
}
