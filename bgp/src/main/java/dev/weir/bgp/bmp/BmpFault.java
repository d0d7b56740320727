package dev.weir.bgp.bmp;

/// What is wrong with a message.
///
/// @param rule the rule that it breaks
/// @param offset where, in octets from the beginning of the message
public record BmpFault(Rule rule, int offset) {
  /// What messages must keep to.
  public enum Rule {
    /// A message has a header of six octets.
    HEADER("the header is cut"),
    /// The version is one that is known.
    VERSION("the version is neither 3 nor 4"),
    /// The length in the header is the length of the message.
    LENGTH("the length in the header is not that of the message"),
    /// A message about a peer has its header of 42 octets.
    PEER_HEADER("the per-peer header is cut"),
    /// A message has the fields of its type.
    FIELDS("the message ends before its fields do"),
    /// TLVs fill their message.
    TLV("a TLV is longer than the rest of the message"),
    /// A BGP message begins with its marker.
    BGP_MARKER("a BGP message does not begin with its marker"),
    /// A BGP message ends inside the message that carries it, and, where nothing may follow, with
    /// it.
    BGP_LENGTH("the length of a BGP message does not fit the message around it"),
    /// A Peer Up carries two OPEN messages.
    OPEN("a BGP message is no OPEN"),
    /// A Peer Down carries a NOTIFICATION where its reason says so.
    NOTIFICATION("a BGP message is no NOTIFICATION"),
    /// A report has as many statistics as it says.
    COUNT("the number of statistics is not what the message says");

    private final String sentence;

    Rule(String sentence) {
      this.sentence = sentence;
    }

    /// Returns what is wrong where the rule is broken, a sentence without a full stop.
    public String sentence() {
      return sentence;
    }
  }

  @Override
  public String toString() {
    return "octet " + offset + ": " + rule.sentence;
  }
}
