package dev.weir.signer.engine;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.security.Provider;

/// The Amazon Corretto Crypto Provider: AWS-LC as a native library inside a jar.
///
/// It exists for Linux and macOS on x86-64 and AArch64. It is not registered among Java's providers
/// but asked directly, so that hashing stays with Java's own digests, which are faster. It has no
/// Ed448. Its key factory for Ed25519 is off unless a system property asks for it; that does not
/// matter here, because its signatures accept the keys of Java's own factory.
///
/// Loading costs 0.1 s, and 0.3 s more where the library has to be unpacked and the jar's signature
/// checked; so this class is touched only when the engine is wanted.
final class CorrettoEngine implements SigningEngine, VerifyingEngine {
  static final String NAME = "accp";

  private final Provider provider;

  private CorrettoEngine(Provider provider) {
    this.provider = provider;
  }

  /// Loads the native library.
  ///
  /// @throws EngineFault if the jar is missing or the library does not load on this machine
  static CorrettoEngine load() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      Throwable error = provider.getLoadingError();
      if (error != null) {
        throw new EngineFault("the engine accp does not load here: " + error.getMessage(), error);
      }
      return new CorrettoEngine(provider);
    } catch (LinkageError e) {
      throw new EngineFault("the engine accp is not installed: " + e, e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean supports(int algorithm) {
    SigningAlgorithm known = SigningAlgorithm.find(algorithm);
    return known != null && known.signs() && verifies(algorithm);
  }

  @Override
  public boolean verifies(int algorithm) {
    SigningAlgorithm known = SigningAlgorithm.find(algorithm);
    return known != null && provider.getService("Signature", known.signatureName()) != null;
  }

  @Override
  public BatchSigner open(SigningKey key) {
    return JavaSigner.open(NAME, key, provider);
  }

  @Override
  public SignatureVerifier verifier(PublicKeyRecord key) {
    return JavaVerifier.open(key, provider);
  }
}
