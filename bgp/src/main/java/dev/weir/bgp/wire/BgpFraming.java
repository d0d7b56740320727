package dev.weir.bgp.wire;

import dev.weir.bgp.octets.Framing;
import dev.weir.bgp.octets.Octets;

/// How BGP messages lie in a stream: sixteen octets of ones, a length of two octets that counts the
/// header, and a type (RFC 4271 section 4.1, RFC 8654). The marker makes the beginning of a message
/// easy to find.
public final class BgpFraming implements Framing {
  private static final int HEADER = 19;
  private static final int MARKER = 16;
  private static final int LAST_TYPE = 5;

  /// Creates the framing; it has no state.
  public BgpFraming() {}

  @Override
  public int measure(Octets arrived) {
    int seen = Math.min(arrived.length(), MARKER);
    for (int i = 0; i < seen; i++) {
      if (arrived.u8(i) != 0xff) {
        return NONE;
      }
    }
    if (arrived.length() < HEADER) {
      return MORE;
    }
    int length = arrived.u16(MARKER);
    int type = arrived.u8(MARKER + 2);
    return length < HEADER || type == 0 || type > LAST_TYPE ? NONE : length;
  }
}
