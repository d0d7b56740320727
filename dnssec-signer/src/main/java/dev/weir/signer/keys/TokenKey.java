package dev.weir.signer.keys;

/// A private key in a hardware token, or in software that behaves like one.
public interface TokenKey {

  /// Where the key is, for messages: token and object, never the PIN.
  String label();

  /// Begins a session of its own for one thread.
  ///
  /// @throws dev.weir.signer.EngineFault if the token refuses
  Session open();

  /// One thread's conversation with the token.
  interface Session {
    /// Signs `message[from, to)`, hashing included, and writes the signature in the form of RRSIG
    /// records to `target` from `at`.
    ///
    /// @throws dev.weir.signer.EngineFault if the token fails
    void sign(byte[] message, int from, int to, byte[] target, int at);
  }
}
