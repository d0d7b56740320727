package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;

/// A TCP segment of a captured packet (RFC 9293 section 3.1).
///
/// @param source who sent it
/// @param destination whom it was sent to
/// @param sequence the number of its first octet, or of its SYN
/// @param flags the flags of the header, see the constants
/// @param payload what was captured of its octets
/// @param cut how many octets of the payload were not captured
public record TcpSegment(
    Endpoint source, Endpoint destination, int sequence, int flags, Octets payload, int cut) {
  /// The sender sends no more.
  public static final int FIN = 1;

  /// The numbers begin here.
  public static final int SYN = 2;

  /// The connection is over.
  public static final int RST = 4;

  /// Returns whether a flag is set.
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
