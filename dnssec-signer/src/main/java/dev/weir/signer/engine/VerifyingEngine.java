package dev.weir.signer.engine;

import dev.weir.signer.keys.PublicKeyRecord;

/// A verifier of signatures. Any thread may use it.
interface VerifyingEngine {

  /// The name that `--engine` selects it by.
  String name();

  /// Whether it can verify an algorithm, by its number.
  boolean verifies(int algorithm);

  /// A verifier for one key, to be used by one thread.
  ///
  /// @throws dev.weir.signer.KeyFault if the octets are no key of their algorithm
  SignatureVerifier verifier(PublicKeyRecord key);
}
