package dev.weir.bgp.rpki;

/// Where a route came from, which says what its path may look like.
public enum AspaDirection {
  /// From a customer or a lateral peer, or at a route server from its client: the path may only go
  /// up (draft-ietf-sidrops-aspa-verification section 6.2).
  UPSTREAM,

  /// From a provider: the path may go up and then down (section 6.3).
  DOWNSTREAM
}
