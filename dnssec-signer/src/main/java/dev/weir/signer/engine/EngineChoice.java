package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Picks the engine for each algorithm, and says why.
///
/// Three costs decide: what an engine takes to start, how fast it is at first, and how fast it is
/// in the end. Figures of a 3.7 GHz core, in signatures per second for P-256:
///
/// | engine | start | first thousands | later |
/// |---|---|---|---|
/// | accp | 0.1 to 0.4 s | 50,000 | 59,000 |
/// | bc | 0.1 s | 2,000 | 11,000 |
/// | jdk | 0.05 s | 2,000 | 7,000 |
///
/// So the native library is worth its loading from about a thousand signatures; below that, and
/// where it does not load, Java code signs. Between Bouncy Castle and Java's own code the algorithm
/// decides, unless the task is so large that measuring both pays.
///
/// Any thread may use a choice; it loads and measures each engine once.
public final class EngineChoice {
  /// Signatures from which the native library is worth the time it takes to load.
  static final long NATIVE_FROM = 1_000;

  /// Signatures from which measuring the Java engines is worth a tenth of a second.
  static final long MEASURE_FROM = 50_000;

  private static final int MEASURE_MILLISECONDS = 60;

  private final EngineName wanted;
  private final long signatures;
  private final EngineRate.Ticker ticker;
  private final JavaEngine java = new JavaEngine();
  private final ConcurrentHashMap<Integer, SigningEngine> chosen = new ConcurrentHashMap<>();
  private final List<String> reasons = new ArrayList<>();
  private boolean nativeTried;
  private @Nullable CorrettoEngine nativeEngine;

  private EngineChoice(EngineName wanted, long signatures, EngineRate.Ticker ticker) {
    this.wanted = wanted;
    this.signatures = signatures;
    this.ticker = ticker;
  }

  /// A choice for a task of about so many signatures, made or verified.
  ///
  /// @param wanted the engine that the user asked for, or [EngineName#AUTO]
  /// @param signatures a guess is enough; it decides whether loading and measuring pay
  /// @param ticker the clock that measuring reads
  public static EngineChoice of(EngineName wanted, long signatures, EngineRate.Ticker ticker) {
    return new EngineChoice(wanted, signatures, ticker);
  }

  /// The engine that signs with a key; keys of a token go to the token in any case.
  ///
  /// @throws EngineFault if the engine asked for does not load or does not know the algorithm
  public SigningEngine engine(SigningKey key) {
    if (key.privateMaterial() instanceof PrivateMaterial.Token) {
      return new TokenEngine(verifying(key.algorithm()));
    }
    return chosen.computeIfAbsent(key.algorithm(), _ -> choose(key));
  }

  /// A signer for one thread and key, of the engine that was chosen for its algorithm.
  ///
  /// @throws dev.weir.signer.KeyFault if the halves of the key do not belong together
  /// @throws EngineFault if the engine asked for does not load or does not know the algorithm
  public BatchSigner open(SigningKey key) {
    return engine(key).open(key);
  }

  /// A verifier of a key's signatures for one thread.
  ///
  /// @throws dev.weir.signer.KeyFault if the algorithm is not known or the octets are no key
  public SignatureVerifier verifier(PublicKeyRecord key) {
    return verifying(key.signing().code()).verifier(key);
  }

  /// The sentences that explain the choices made so far, for `--verbose`.
  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }

  private synchronized void because(String sentence) {
    reasons.add(sentence);
  }

  private SigningEngine choose(SigningKey key) {
    SigningAlgorithm algorithm = key.publicKey().signing();
    SigningEngine engine =
        switch (wanted) {
          case AUTO -> best(key, algorithm);
          case ACCP -> CorrettoEngine.load();
          case BC -> new BouncyEngine();
          case JDK -> java;
          case PKCS11 -> new TokenEngine(java);
        };
    if (!engine.supports(algorithm.code())) {
      throw new EngineFault(
          "the engine "
              + engine.name()
              + " cannot sign with "
              + algorithm
              + "; leave --engine away, or take jdk");
    }
    if (wanted != EngineName.AUTO) {
      because(algorithm + ": " + engine.name() + ", as asked for");
    }
    return engine;
  }

  private SigningEngine best(SigningKey key, SigningAlgorithm algorithm) {
    CorrettoEngine corretto = signatures >= NATIVE_FROM ? corretto() : null;
    if (corretto != null && corretto.supports(algorithm.code())) {
      because(algorithm + ": accp, the native library");
      return corretto;
    }
    SigningEngine bouncy = new BouncyEngine();
    if (!bouncy.supports(algorithm.code())) {
      because(algorithm + ": jdk, the fastest without a native library");
      return java;
    }
    if (signatures < MEASURE_FROM) {
      SigningEngine engine = signatures < NATIVE_FROM / 4 ? java : bouncy;
      because(algorithm + ": " + engine.name() + ", too few signatures to load or measure others");
      return engine;
    }
    long bouncyRate = EngineRate.measure(bouncy, key, MEASURE_MILLISECONDS, ticker);
    long javaRate = EngineRate.measure(java, key, MEASURE_MILLISECONDS, ticker);
    SigningEngine engine = bouncyRate >= javaRate ? bouncy : java;
    because(
        algorithm
            + ": "
            + engine.name()
            + ", measured: bc "
            + bouncyRate
            + "/s, jdk "
            + javaRate
            + "/s before compilation");
    return engine;
  }

  private synchronized @Nullable CorrettoEngine corretto() {
    if (!nativeTried) {
      nativeTried = true;
      try {
        nativeEngine = CorrettoEngine.load();
      } catch (EngineFault e) {
        because(String.valueOf(e.getMessage()));
      }
    }
    return nativeEngine;
  }

  private VerifyingEngine verifying(int algorithm) {
    VerifyingEngine engine =
        switch (wanted) {
          case AUTO, PKCS11 -> bestVerifier(algorithm);
          case ACCP -> CorrettoEngine.load();
          case BC -> new BouncyEngine();
          case JDK -> java;
        };
    return engine.verifies(algorithm) ? engine : java;
  }

  private VerifyingEngine bestVerifier(int algorithm) {
    CorrettoEngine corretto = signatures >= NATIVE_FROM ? corretto() : null;
    if (corretto != null && corretto.verifies(algorithm)) {
      return corretto;
    }
    return signatures < NATIVE_FROM / 4 ? java : new BouncyEngine();
  }
}
