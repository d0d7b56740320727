package dev.weir.bgp.rib;

/// What an announcement did to a table.
public enum Announced {
  /// The route was not there.
  ADDED,

  /// The route was there with other attributes or another next hop.
  CHANGED,

  /// The route was there and said the same.
  REPEATED
}
