package dev.weir.signer.engine;

import dev.weir.signer.keys.PublicHalf;
import dev.weir.signer.keys.PublicKeyRecord;

/// For those who have few signatures and no wishes.
public final class Engines {
  private Engines() {}

  /// A verifier of one key's signatures by Java's own providers, for one thread. Whoever verifies
  /// many asks an [EngineChoice].
  ///
  /// @throws dev.weir.signer.KeyFault if the algorithm is not known or the octets are no key
  public static SignatureVerifier verifier(PublicKeyRecord key) {
    return new JavaEngine().verifier(key);
  }

  /// What computes the public half of a key of which only the private one is there.
  public static PublicHalf publicHalf() {
    return new BouncyPublicHalf();
  }
}
