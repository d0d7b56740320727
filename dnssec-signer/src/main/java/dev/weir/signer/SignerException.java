package dev.weir.signer;

/// The root of what this room throws.
///
/// Each kind says what happened, to which key, file or zone, and what to do about it.
public abstract sealed class SignerException extends RuntimeException
    permits KeyFault, EngineFault, SigningFault {
  private static final long serialVersionUID = 1L;

  SignerException(String message) {
    super(message);
  }

  SignerException(String message, Throwable cause) {
    super(message, cause);
  }
}
