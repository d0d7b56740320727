package dev.weir.signer.engine;

import dev.weir.signer.keys.PublicKeyRecord;

/// Where verifiers come from.
public final class Engines {
  private Engines() {}

  /// A verifier of one key's signatures, for one thread.
  ///
  /// @throws dev.weir.signer.KeyFault if the algorithm is not known or the octets are no key
  public static SignatureVerifier verifier(PublicKeyRecord key) {
    return JavaVerifier.open(key, null);
  }
}
