package dev.weir.bgp.rpki;

/// The outcome of the verification of a path (draft-ietf-sidrops-aspa-verification section 6).
public enum AspaState {
  /// Some hops have no attestation, and the others do not rule the path out.
  UNKNOWN("unknown"),

  /// Every hop is attested, as far as it must be.
  VALID("valid"),

  /// The attestations rule the path out: it is a leak, or forged.
  INVALID("invalid");

  private static final AspaState[] STATES = values();

  private final String text;

  AspaState(String text) {
    this.text = text;
  }

  /// Returns the state of a code: 0 unknown, 1 valid, 2 invalid.
  public static AspaState of(int code) {
    return STATES[code];
  }

  /// Returns the code, see [#of].
  public int code() {
    return ordinal();
  }

  /// Returns the name that is written: `unknown`, `valid`, `invalid`.
  @Override
  public String toString() {
    return text;
  }
}
