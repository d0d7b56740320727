package dev.weir.signer.engine;

import dev.weir.signer.keys.SigningKey;

/// Measures an engine: signatures per second with one key in one thread.
///
/// A few milliseconds are enough to tell a native library from Java code, and too few for Java code
/// to show what it can do once it is compiled; so the figure is a lower bound for Java engines.
public final class EngineRate {
  private static final int MESSAGE_OCTETS = 300;
  private static final int ROUND = 8;

  private EngineRate() {}

  /// Where the time comes from: nanoseconds from any fixed point.
  public interface Ticker {
    /// The time now, in nanoseconds.
    long nanos();
  }

  /// Signs messages of 300 octets for `milliseconds` at least, and one round in any case.
  ///
  /// @return signatures per second
  public static long measure(
      SigningEngine engine, SigningKey key, int milliseconds, Ticker ticker) {
    BatchSigner signer = engine.open(key);
    SigningBatch batch = batch(signer);
    signer.sign(batch);
    long start = ticker.nanos();
    long limit = milliseconds * 1_000_000L;
    long signatures = 0;
    long spent;
    do {
      signer.sign(batch);
      signatures += ROUND;
      spent = ticker.nanos() - start;
    } while (spent < limit);
    return signatures * 1_000_000_000L / Math.max(spent, 1);
  }

  private static SigningBatch batch(BatchSigner signer) {
    SigningBatch batch = new SigningBatch(ROUND * MESSAGE_OCTETS);
    int length = signer.signatureLength();
    byte[] target = new byte[ROUND * length];
    for (int i = 0; i < ROUND; i++) {
      for (int j = 0; j < MESSAGE_OCTETS; j++) {
        batch.messages().u8(i * 31 + j);
      }
      batch.end(target, i * length);
    }
    return batch;
  }
}
