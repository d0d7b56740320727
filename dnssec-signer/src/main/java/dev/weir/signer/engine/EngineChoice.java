package dev.weir.signer.engine;

import dev.weir.signer.EngineFault;
import dev.weir.signer.keys.PrivateMaterial;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TokenKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Picks the engine for each algorithm, and says why.
///
/// Three costs decide: what an engine takes to start, how fast it is before its code is compiled,
/// and how fast it is in the end. Signatures for P-256 per second of a 3.7 GHz core:
///
/// | engine | start | first thousand | later |
/// |---|---|---|---|
/// | accp | 0.1 to 0.25 s | 46,000 | 61,000 |
/// | bc | 0.2 s | 5,400 | 12,900 |
/// | jdk | 0.1 s | 2,800 | 7,400 |
///
/// So for a hundred signatures Java's own code is the soonest done. From there on the native
/// library pays, and it is measured for a few milliseconds, to say what it does on this machine.
/// Where it does not load or lacks the algorithm, Bouncy Castle signs on elliptic curves and Java's
/// own code the rest; for large tasks both are warmed up and measured.
///
/// Any thread may use a choice; it loads and measures each engine once.
public final class EngineChoice {
  /// Signatures from which the native library is worth the time it takes to load.
  static final long NATIVE_FROM = 100;

  /// Signatures from which warming up and measuring the Java engines is worth half a second.
  static final long MEASURE_FROM = 20_000;

  private static final int NATIVE_MILLISECONDS = 4;
  private static final int JAVA_MILLISECONDS = 250;

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
    if (key.privateMaterial() instanceof PrivateMaterial.Token(TokenKey token)) {
      because(key.publicKey().signing() + ": pkcs11, the key is " + token.label());
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
    if (!reasons.contains(sentence)) {
      reasons.add(sentence);
    }
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
    if (signatures < NATIVE_FROM) {
      because(algorithm + ": jdk, the soonest ready; too few signatures to load another engine");
      return java;
    }
    CorrettoEngine corretto = corretto();
    if (corretto != null && corretto.supports(algorithm.code())) {
      long rate = EngineRate.measure(corretto, key, NATIVE_MILLISECONDS, ticker);
      because(algorithm + ": accp, the native library, at " + rate + " signatures/s on one core");
      return corretto;
    }
    SigningEngine bouncy = new BouncyEngine();
    if (!bouncy.supports(algorithm.code())) {
      because(algorithm + ": jdk, the fastest that is not native");
      return java;
    }
    if (signatures < MEASURE_FROM) {
      because(algorithm + ": bc, the fastest that is not native; too few signatures to measure");
      return bouncy;
    }
    return measured(bouncy, key, algorithm);
  }

  private SigningEngine measured(SigningEngine bouncy, SigningKey key, SigningAlgorithm algorithm) {
    long bouncyRate = EngineRate.measure(bouncy, key, JAVA_MILLISECONDS, ticker);
    long javaRate = EngineRate.measure(java, key, JAVA_MILLISECONDS, ticker);
    SigningEngine engine = bouncyRate >= javaRate ? bouncy : java;
    because(
        algorithm
            + ": "
            + engine.name()
            + ", measured on one core: bc "
            + bouncyRate
            + " signatures/s, jdk "
            + javaRate);
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
    if (signatures < NATIVE_FROM) {
      return java;
    }
    CorrettoEngine corretto = corretto();
    return corretto != null && corretto.verifies(algorithm) ? corretto : new BouncyEngine();
  }
}
