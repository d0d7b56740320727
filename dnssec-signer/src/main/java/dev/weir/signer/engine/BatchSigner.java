package dev.weir.signer.engine;

/// Signs batches with one key, for one thread.
public interface BatchSigner {

  /// Octets of every signature.
  int signatureLength();

  /// Signs every message of a batch and writes each signature to its target. The batch is left as
  /// it was; its owner clears it.
  ///
  /// @throws dev.weir.signer.EngineFault if the engine fails
  void sign(SigningBatch batch);
}
