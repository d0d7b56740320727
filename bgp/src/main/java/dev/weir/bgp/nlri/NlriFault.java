package dev.weir.bgp.nlri;

/// Where in a field a route breaks a rule.
///
/// @param offset octets from the beginning of the field
/// @param rule what it breaks
public record NlriFault(int offset, NlriRule rule) {

  /// Returns the place, then the rule.
  @Override
  public String toString() {
    return "octet " + offset + ": " + rule;
  }
}
