package dev.weir.bgp.filter;

import dev.weir.roto.host.Doc;

/// Which table of a router a route was seen in (RFC 7854, RFC 8671, RFC 9069).
@Doc("Which table of a router a route was seen in.")
public enum RibType {
  /// What a peer announced, before the import policy; also what a session or archive gives.
  ADJ_RIB_IN_PRE("adj-rib-in-pre"),
  /// What is left of it behind the import policy.
  ADJ_RIB_IN_POST("adj-rib-in-post"),
  /// What is to be announced to a peer, before the export policy.
  ADJ_RIB_OUT_PRE("adj-rib-out-pre"),
  /// What is announced to a peer, behind the export policy.
  ADJ_RIB_OUT_POST("adj-rib-out-post"),
  /// What the router chose.
  LOC_RIB("loc-rib");

  private final String text;

  RibType(String text) {
    this.text = text;
  }

  /// Returns the name in lower case with hyphens.
  @Override
  public String toString() {
    return text;
  }
}
