package dev.weir.signer.engine;

import dev.weir.signer.keys.SigningKey;

/// Measures an engine: signatures per second with one key in one thread.
///
/// A native library shows its rate within milliseconds. Java code is slow until it is compiled, and
/// the fastest in the end can be the slowest at first; so an engine is given time to warm up, and
/// only the last quarter of it counts.
public final class EngineRate {
  private static final int MESSAGE_OCTETS = 300;
  private static final int ROUND = 8;

  private EngineRate() {}

  /// Where the time comes from: nanoseconds from any fixed point.
  public interface Ticker {
    /// The time now, in nanoseconds.
    long nanos();
  }

  /// Signs messages of 300 octets for `milliseconds` at least, two rounds in any case.
  ///
  /// @return signatures per second in the last quarter of that time
  public static long measure(
      SigningEngine engine, SigningKey key, int milliseconds, Ticker ticker) {
    BatchSigner signer = engine.open(key);
    SigningBatch batch = batch(signer);
    long limit = milliseconds * 1_000_000L;
    long start = ticker.nanos();
    do {
      signer.sign(batch);
    } while (ticker.nanos() - start < limit / 4 * 3);
    long late = ticker.nanos();
    long signatures = 0;
    long now;
    do {
      signer.sign(batch);
      signatures += ROUND;
      now = ticker.nanos();
    } while (now - start < limit);
    return signatures * 1_000_000_000L / Math.max(now - late, 1);
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
