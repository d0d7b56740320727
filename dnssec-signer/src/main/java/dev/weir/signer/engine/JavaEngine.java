package dev.weir.signer.engine;

import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;

/// Java's own providers: always there, every algorithm, and slow on elliptic curves.
final class JavaEngine implements SigningEngine, VerifyingEngine {
  static final String NAME = "jdk";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean supports(int algorithm) {
    SigningAlgorithm known = SigningAlgorithm.find(algorithm);
    return known != null && known.signs();
  }

  @Override
  public boolean verifies(int algorithm) {
    return SigningAlgorithm.find(algorithm) != null;
  }

  @Override
  public BatchSigner open(SigningKey key) {
    return JavaSigner.open(NAME, key, null);
  }

  @Override
  public SignatureVerifier verifier(PublicKeyRecord key) {
    return JavaVerifier.open(key, null);
  }
}
