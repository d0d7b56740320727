package dev.weir.signer.engine;

import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TestKeys;

/// Prints what one engine does from a cold start: when it is ready, and the rate of every thousand
/// signatures. Arguments: engine, base name of a test key, thousands.
final class EngineSpeed {
  private EngineSpeed() {}

  static void main(String[] args) {
    SigningKey key = TestKeys.pair(args[1]);
    long start = System.nanoTime();
    EngineChoice choice = EngineChoice.of(EngineName.parse(args[0]), 1_000_000, System::nanoTime);
    BatchSigner signer = choice.open(key);
    long ready = System.nanoTime();
    System.out.printf("%s ready after %d ms%n", args[0], (ready - start) / 1_000_000);
    byte[] target = new byte[1000 * signer.signatureLength()];
    SigningBatch batch = new SigningBatch();
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < 75; j++) {
        batch.messages().i32(i * j);
      }
      batch.end(target, i * signer.signatureLength());
    }
    int rounds = Integer.parseInt(args[2]);
    for (int round = 0; round < rounds; round++) {
      long from = System.nanoTime();
      signer.sign(batch);
      long spent = System.nanoTime() - from;
      if (Integer.bitCount(round + 1) == 1 || round == rounds - 1) {
        System.out.printf(
            "thousand %d: %d/s, %d ms since the start%n",
            round + 1, 1000L * 1_000_000_000 / spent, (System.nanoTime() - start) / 1_000_000);
      }
    }
  }
}
