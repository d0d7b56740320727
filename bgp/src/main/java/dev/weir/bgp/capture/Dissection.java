package dev.weir.bgp.capture;

import dev.weir.inet.IpAddress;

/// What stands in a captured packet.
public sealed interface Dissection {
  /// A TCP segment.
  ///
  /// @param segment the segment
  record Tcp(TcpSegment segment) implements Dissection {}

  /// A piece of a fragmented IP packet. Pieces are not put together: BGP and BMP speakers find the
  /// size that the path takes.
  ///
  /// @param source who sent the packet
  /// @param destination whom it was sent to
  /// @param protocol what the packet carries: 6 for TCP
  /// @param offset where the piece lies in the packet, in octets
  record Fragment(IpAddress source, IpAddress destination, int protocol, int offset)
      implements Dissection {}

  /// Something else, with a word why it was not read further.
  ///
  /// @param reason `not IP`, `not TCP`, or what is wrong
  record Other(String reason) implements Dissection {}
}
