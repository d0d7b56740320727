package dev.weir.bgp.mrt;

import org.jspecify.annotations.Nullable;

/// What stands before the prefix in the lines of a table, for each of its peers: printed when a
/// peer first has a route, and again when the second or the table of peers changes.
final class PeerHeads {
  private @Nullable PeerIndexTable peers;
  private long seconds = -1;
  private boolean pathIds;
  private byte[][] texts = {};
  private int[] lengths = {};
  private int length;

  /// Returns the head of the lines of a route's peer.
  byte[] find(RouteCursor route) {
    if (route.peers() != peers || route.seconds() != seconds || route.hasPathId() != pathIds) {
      peers = route.peers();
      seconds = route.seconds();
      pathIds = route.hasPathId();
      texts = new byte[route.peers().size()][];
      lengths = new int[texts.length];
    }
    int peer = route.peerIndex();
    byte[] text = texts[peer];
    if (text == null) {
      text = new byte[128];
      lengths[peer] = LineHead.print(text, route, 'B');
      texts[peer] = text;
    }
    length = lengths[peer];
    return text;
  }

  /// Returns how many octets the head has that was found last.
  int length() {
    return length;
  }
}
