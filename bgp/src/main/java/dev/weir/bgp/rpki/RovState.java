package dev.weir.bgp.rpki;

/// The validation state of a route's origin (RFC 6811 section 2).
public enum RovState {
  /// No payload covers the prefix.
  NOT_FOUND("not-found"),

  /// A payload covers the prefix and matches it.
  VALID("valid"),

  /// Payloads cover the prefix and none matches.
  INVALID("invalid");

  private static final RovState[] STATES = values();

  private final String text;

  RovState(String text) {
    this.text = text;
  }

  /// Returns the state of a code.
  ///
  /// @param code 0 not found, 1 valid, 2 invalid, as [VrpSet#validate4] returns it
  public static RovState of(int code) {
    return STATES[code];
  }

  /// Returns the code, see [#of].
  public int code() {
    return ordinal();
  }

  /// Returns the name that is written: `not-found`, `valid`, `invalid`.
  @Override
  public String toString() {
    return text;
  }
}
