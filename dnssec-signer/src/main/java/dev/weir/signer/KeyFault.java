package dev.weir.signer;

/// A key that cannot be used: unreadable, of a foreign zone, incomplete, or two halves that do not
/// belong together.
public final class KeyFault extends SignerException {
  private static final long serialVersionUID = 1L;

  /// A fault in a key.
  ///
  /// @param message which key, what is wrong, and what would be right
  public KeyFault(String message) {
    super(message);
  }

  /// A fault in a key that something else reported first.
  ///
  /// @param message which key, what is wrong, and what would be right
  /// @param cause the first report
  public KeyFault(String message, Throwable cause) {
    super(message, cause);
  }
}
