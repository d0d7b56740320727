package dev.weir.bgp.rtr;

/// Octets that are no message, with the error that is to be reported for them.
public final class RtrFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RtrError error;

  RtrFault(RtrError error, String problem) {
    super(problem, null, false, false);
    this.error = error;
  }

  /// Returns what to report.
  public RtrError error() {
    return error;
  }
}
