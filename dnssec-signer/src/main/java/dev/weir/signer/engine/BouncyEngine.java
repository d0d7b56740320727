package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;

/// Bouncy Castle without its provider: pure Java, the same on every machine, and well ahead of
/// Java's own providers on elliptic curves. ECDSA nonces are those of RFC 6979, so that its
/// signatures can be reproduced.
///
/// RSA and ML-DSA are left to others: Java's own are as fast or faster.
final class BouncyEngine implements SigningEngine, VerifyingEngine {
  static final String NAME = "bc";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean supports(int algorithm) {
    SigningAlgorithm known = SigningAlgorithm.find(algorithm);
    return known != null
        && switch (known.family()) {
          case ECDSA, EDWARDS -> true;
          case RSA, ML_DSA -> false;
        };
  }

  @Override
  public boolean verifies(int algorithm) {
    return supports(algorithm);
  }

  @Override
  public BatchSigner open(SigningKey key) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    if (!(key.privateMaterial() instanceof PrivateMaterial.Scalar(byte[] secret))
        || !supports(algorithm.code())) {
      throw new EngineFault("the engine bc cannot sign with " + key + " (" + algorithm + ")");
    }
    BatchSigner signer =
        algorithm.family() == SigningAlgorithm.Family.ECDSA
            ? new BouncyEcdsa(algorithm, secret)
            : new BouncyEdwards(algorithm, secret, key.publicKey().key().toBytes());
    return KeyProof.checked(signer, key, verifier(key.publicKey()));
  }

  @Override
  public SignatureVerifier verifier(PublicKeyRecord key) {
    SigningAlgorithm algorithm = key.signing();
    return switch (algorithm.family()) {
      case ECDSA -> new BouncyEcdsa.Verifier(algorithm, key);
      case EDWARDS -> new BouncyEdwards.Verifier(algorithm, key);
      case RSA, ML_DSA ->
          throw new EngineFault("the engine bc does not verify " + algorithm + "; jdk does");
    };
  }
}
