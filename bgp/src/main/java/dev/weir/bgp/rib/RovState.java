package dev.weir.bgp.rib;

/// What origin validation says of a route (RFC 6811 section 2).
public enum RovState {
  /// Nobody has looked.
  NOT_CHECKED("not-checked"),

  /// No authorization covers the prefix.
  NOT_FOUND("not-found"),

  /// An authorization covers the prefix, and allows its length and its origin.
  VALID("valid"),

  /// Authorizations cover the prefix, and none allows both.
  INVALID("invalid");

  private final String word;

  RovState(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
