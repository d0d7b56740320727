package dev.weir.bgp.nlri;

/// Ends the decoding of one route; the cursor turns it into a value. It has no stack trace and does
/// not leave the package.
final class BrokenRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final NlriRule rule;

  /// @param at octets from the beginning of the route
  BrokenRule(int at, NlriRule rule) {
    super(rule.text(), null, false, false);
    this.at = at;
    this.rule = rule;
  }

  int at() {
    return at;
  }

  NlriRule rule() {
    return rule;
  }
}
