package dev.weir.roto.host;

/// Something that a host gives to its scripts cannot be given. The message says what, why, and
/// where in the host it was registered.
public final class RegistrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RegistrationException(String message) {
    super(message);
  }
}
