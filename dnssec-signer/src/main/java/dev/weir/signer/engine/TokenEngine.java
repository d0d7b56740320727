package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TokenKey;

/// Signs with keys that stay in a token; which arithmetic that is, the token knows.
final class TokenEngine implements SigningEngine {
  static final String NAME = "pkcs11";

  private final VerifyingEngine verifying;

  /// An engine whose proof of possession is verified by `verifying`.
  TokenEngine(VerifyingEngine verifying) {
    this.verifying = verifying;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean supports(int algorithm) {
    SigningAlgorithm known = SigningAlgorithm.find(algorithm);
    return known != null && known.signs() && known.family() != SigningAlgorithm.Family.ML_DSA;
  }

  @Override
  public BatchSigner open(SigningKey key) {
    if (!(key.privateMaterial() instanceof PrivateMaterial.Token(TokenKey token))) {
      throw new EngineFault(
          "the engine pkcs11 signs with keys of a token, and "
              + key
              + " is none; give the key as"
              + " a pkcs11: URI");
    }
    BatchSigner signer = new TokenSigner(token.open(), key.publicKey().signatureLength());
    return KeyProof.checked(signer, key, verifying.verifier(key.publicKey()));
  }

  /// One session of the token.
  private record TokenSigner(TokenKey.Session session, int signatureLength) implements BatchSigner {
    @Override
    public void sign(SigningBatch batch) {
      byte[] messages = batch.messages().array();
      for (int i = 0; i < batch.count(); i++) {
        session.sign(messages, batch.from(i), batch.to(i), batch.target(i), batch.targetAt(i));
      }
    }
  }
}
