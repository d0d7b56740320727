package dev.weir.signer.engine;

import dev.weir.signer.keys.SigningKey;

/// A maker of signatures. Any thread may use it.
public interface SigningEngine {

  /// The name that `--engine` selects it by, such as `accp`.
  String name();

  /// Whether it can sign with an algorithm, by its number.
  boolean supports(int algorithm);

  /// A signer for one key, to be used by one thread. Called once for each thread and key.
  ///
  /// The signer has made and verified a signature when this returns, so that a private key that
  /// does not belong to the published one is found before anything is signed.
  ///
  /// @throws dev.weir.signer.KeyFault if the halves of the key do not belong together
  /// @throws dev.weir.signer.EngineFault if the engine does not know the algorithm or fails
  BatchSigner open(SigningKey key);
}
