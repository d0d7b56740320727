package dev.weir.bgp.rib;

/// By what the answer to a query is sorted; what is equal stays in the order of prefixes.
public enum SortKey {
  /// By family, address, length, peer and path identifier: the order of the table.
  PREFIX("prefix"),

  /// By the address of the peer.
  PEER("peer"),

  /// By origin AS.
  ORIGIN("origin"),

  /// By the length of the prefix.
  LENGTH("length"),

  /// By when the route was announced last.
  TIME("time"),

  /// By the length of the AS path, as the decision process counts.
  HOPS("hops");

  private final String word;

  SortKey(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
