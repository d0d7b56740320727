package dev.weir.signer;

/// A signing engine that cannot be loaded, does not know an algorithm, or failed to sign.
public final class EngineFault extends SignerException {
  private static final long serialVersionUID = 1L;

  /// A fault of an engine.
  ///
  /// @param message which engine, what happened, and what to do
  public EngineFault(String message) {
    super(message);
  }

  /// A fault of an engine that a library reported first.
  ///
  /// @param message which engine, what happened, and what to do
  /// @param cause the library's report
  public EngineFault(String message, Throwable cause) {
    super(message, cause);
  }
}
