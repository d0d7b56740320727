package dev.weir.signer.engine;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.KeyInfo;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import org.jspecify.annotations.Nullable;

/// A signer over one [Signature] object, which is used again and again.
final class JavaSigner implements BatchSigner {
  private final String engine;
  private final Signature signature;
  private final int signatureLength;

  private JavaSigner(String engine, Signature signature, int signatureLength) {
    this.engine = engine;
    this.signature = signature;
    this.signatureLength = signatureLength;
  }

  /// A signer of `provider`, or of the first provider that knows the algorithm.
  static BatchSigner open(String engine, SigningKey key, @Nullable Provider provider) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    String name = algorithm.signatureName();
    try {
      Signature signature =
          provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
      signature.initSign(KeyInfo.privateKey(key, provider));
      BatchSigner signer = new JavaSigner(engine, signature, key.publicKey().signatureLength());
      return KeyProof.checked(signer, key, JavaVerifier.open(key.publicKey(), provider));
    } catch (GeneralSecurityException e) {
      throw new EngineFault(
          "the engine " + engine + " cannot sign with " + algorithm + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int signatureLength() {
    return signatureLength;
  }

  @Override
  public void sign(SigningBatch batch) {
    OctetBuffer messages = batch.messages();
    byte[] array = messages.array();
    try {
      for (int i = 0; i < batch.count(); i++) {
        int from = batch.from(i);
        signature.update(array, from, batch.to(i) - from);
        int octets = signature.sign(batch.target(i), batch.targetAt(i), signatureLength);
        if (octets != signatureLength) {
          throw new EngineFault(
              "the engine "
                  + engine
                  + " made a signature of "
                  + octets
                  + " octets, not "
                  + signatureLength);
        }
      }
    } catch (SignatureException e) {
      throw new EngineFault("the engine " + engine + " failed to sign: " + e.getMessage(), e);
    }
  }
}
