package dev.weir.bgp.rib;

/// A step of the decision process, in the order in which they are taken.
public enum DecisionStep {
  /// The path must not contain the own AS (RFC 4271 section 9.1.2).
  LOOP("own AS on the path"),

  /// Routes that are stale for long come after all others (RFC 9494 section 4.3).
  LONG_STALE("stale for long"),

  /// The higher local preference (RFC 4271 section 9.1.1).
  LOCAL_PREFERENCE("local preference"),

  /// The shorter AS path (section 9.1.2.2 a).
  PATH_LENGTH("AS path length"),

  /// The lower origin code (section 9.1.2.2 b).
  ORIGIN("origin"),

  /// The lower multi-exit discriminator, among routes of one neighbouring AS unless the rules say
  /// otherwise (section 9.1.2.2 c).
  MED("MED"),

  /// External before internal (section 9.1.2.2 d).
  EXTERNAL("external"),

  /// The lower interior cost to the next hop, where it is known (section 9.1.2.2 e).
  INTERIOR_COST("interior cost"),

  /// The external route that is there longest, if the rules say so (RFC 5004).
  OLDEST("age"),

  /// The lower BGP identifier of the peer, or of the originator if the route was reflected (RFC
  /// 4271 section 9.1.2.2 f, RFC 4456 section 9).
  ROUTER_ID("router id"),

  /// The shorter cluster list (RFC 4456 section 9).
  CLUSTER_LIST("cluster list length"),

  /// The lower address of the peer (RFC 4271 section 9.1.2.2 g).
  PEER_ADDRESS("peer address"),

  /// The lower path identifier, of routes from one peer (RFC 7911).
  PATH_ID("path identifier");

  private final String words;

  DecisionStep(String words) {
    this.words = words;
  }

  /// Returns what the step compares, in words.
  @Override
  public String toString() {
    return words;
  }
}
