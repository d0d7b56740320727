package dev.weir.signer.engine;

/// Verifies signatures against one public key, for one thread.
public interface SignatureVerifier {

  /// Whether `signature[sigFrom, sigFrom + sigLength)` is the key's signature of `message[from,
  /// to)`. A signature of the wrong length is not.
  boolean verify(byte[] message, int from, int to, byte[] signature, int sigFrom, int sigLength);
}
