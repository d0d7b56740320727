package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.KeyFault;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The proof that a private key belongs to the published one: a signature that verifies.
///
/// Zones have gone dark because a signer held another key pair with the same tag. So no signer is
/// handed out before it has signed something and the public record has confirmed it.
final class KeyProof {
  private KeyProof() {}

  /// Returns `signer` once a signature of its verifies with `verifier`.
  ///
  /// @throws KeyFault if it does not
  static BatchSigner checked(BatchSigner signer, SigningKey key, SignatureVerifier verifier) {
    byte[] message =
        ("the halves of " + key.baseName() + " belong together").getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[signer.signatureLength()];
    SigningBatch batch = new SigningBatch(message.length);
    batch.messages().bytes(message);
    batch.end(signature, 0);
    try {
      signer.sign(batch);
    } catch (EngineFault e) {
      throw key.privateMaterial() instanceof PrivateMaterial.Token ? e : foreign(key, e);
    }
    if (!verifier.verify(message, 0, message.length, signature, 0, signature.length)) {
      throw foreign(key, null);
    }
    return signer;
  }

  private static KeyFault foreign(SigningKey key, @Nullable EngineFault cause) {
    String message =
        "the private key of "
            + key.baseName()
            + " does not belong to its DNSKEY record: what it signs does not verify; put the"
            + " private half beside the public one it was made with";
    return cause == null ? new KeyFault(message) : new KeyFault(message, cause);
  }
}
