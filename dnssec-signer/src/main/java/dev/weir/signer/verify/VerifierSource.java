package dev.weir.signer.verify;

import dev.weir.signer.engine.SignatureVerifier;
import dev.weir.signer.keys.PublicKeyRecord;

/// Where verifiers come from: `Engines::verifier`, or a test's own.
@FunctionalInterface
public interface VerifierSource {
  /// A verifier of one key's signatures, for one thread.
  ///
  /// @throws dev.weir.signer.SignerException if the key cannot be used
  SignatureVerifier verifier(PublicKeyRecord key);
}
