package dev.weir.bgp.rib;

/// Names the prefixes whose routes a cursor goes over.
interface NodeSource {
  /// Returns the next node, or 0 if there is none.
  int next();

  /// All prefixes with routes in their order.
  static NodeSource ordered(PrefixWalk walk) {
    return () -> walk.next() ? walk.node() : 0;
  }

  /// All prefixes in the order in which they are stored, which is the fastest.
  static NodeSource stored(int from, int limit) {
    return new NodeSource() {
      private int node = Math.max(from, 1) - 1;

      @Override
      public int next() {
        return ++node < limit ? node : 0;
      }
    };
  }

  /// These.
  static NodeSource of(int... nodes) {
    return new NodeSource() {
      private int at;

      @Override
      public int next() {
        return at < nodes.length ? nodes[at++] : 0;
      }
    };
  }
}
