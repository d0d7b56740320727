package dev.weir.bgp.check;

/// One thing that is wrong with a message.
///
/// @param rule which rule it breaks
/// @param offset where, in octets from the beginning of the message, its header included; for an
///   attribute, where the attribute begins
/// @param detail the particulars
/// @param treatment what follows from it, by itself
public record Finding(Rule rule, int offset, String detail, Treatment treatment) {
  @Override
  public String toString() {
    return "octet " + offset + ": " + detail + ": " + treatment + " (" + rule.section() + ")";
  }
}
