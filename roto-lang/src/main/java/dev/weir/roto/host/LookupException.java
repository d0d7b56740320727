package dev.weir.roto.host;

/// A function was asked for that the package does not have, or not with those types. The message
/// says what differs.
public final class LookupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LookupException(String message) {
    super(message);
  }
}
