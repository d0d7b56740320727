package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.KeyInfo;
import dev.weir.signer.keys.PublicKeyRecord;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import org.jspecify.annotations.Nullable;

/// A verifier over one [Signature] object, which is used again and again.
final class JavaVerifier implements SignatureVerifier {
  private final Signature signature;
  private final int signatureLength;

  private JavaVerifier(Signature signature, int signatureLength) {
    this.signature = signature;
    this.signatureLength = signatureLength;
  }

  /// A verifier of `provider`, or of the first provider that knows the algorithm.
  static JavaVerifier open(PublicKeyRecord key, @Nullable Provider provider) {
    String name = key.signing().signatureName();
    try {
      Signature signature =
          provider == null ? Signature.getInstance(name) : Signature.getInstance(name, provider);
      signature.initVerify(KeyInfo.publicKey(key, provider));
      return new JavaVerifier(signature, key.signatureLength());
    } catch (GeneralSecurityException e) {
      throw new EngineFault("no provider verifies " + key.signing() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean verify(
      byte[] message, int from, int to, byte[] bytes, int sigFrom, int sigLength) {
    if (sigLength != signatureLength) {
      return false;
    }
    try {
      signature.update(message, from, to - from);
      return signature.verify(bytes, sigFrom, sigLength);
    } catch (SignatureException e) {
      return false;
    }
  }
}
