package dev.weir.bgp.bmp;

/// The tables of a router that are monitored (RFC 7854, RFC 8671, RFC 9069).
public enum RibKind {
  /// Routes as the peer sent them.
  ADJ_RIB_IN_PRE("adj-rib-in-pre"),
  /// Routes of the peer as the policy let them in.
  ADJ_RIB_IN_POST("adj-rib-in-post"),
  /// Routes for the peer before the policy.
  ADJ_RIB_OUT_PRE("adj-rib-out-pre"),
  /// Routes as they were sent to the peer.
  ADJ_RIB_OUT_POST("adj-rib-out-post"),
  /// The routes that the router chose.
  LOC_RIB("loc-rib");

  private final String text;

  RibKind(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
