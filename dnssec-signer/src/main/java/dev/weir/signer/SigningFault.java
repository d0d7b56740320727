package dev.weir.signer;

/// A zone, a policy and keys that do not go together; nothing was signed.
public final class SigningFault extends SignerException {
  private static final long serialVersionUID = 1L;

  /// A fault; the message says what is wrong and what to do.
  public SigningFault(String message) {
    super(message);
  }
}
