package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import java.nio.charset.StandardCharsets;

/// Makes segments for tests.
final class Segments {
  private Segments() {}

  static TcpSegment of(
      String source, int sourcePort, String destination, int port, int sequence, String text) {
    return new TcpSegment(
        new Endpoint(IpAddress.parse(source), sourcePort),
        new Endpoint(IpAddress.parse(destination), port),
        sequence,
        0x10,
        Octets.of(text.getBytes(StandardCharsets.US_ASCII)),
        0);
  }

  static TcpSegment data(int sequence, String text) {
    return of("192.0.2.1", 40_000, "192.0.2.2", 179, sequence, text);
  }

  static TcpSegment flagged(int flags, int sequence, String text) {
    TcpSegment plain = data(sequence, text);
    return new TcpSegment(plain.source(), plain.destination(), sequence, flags, plain.payload(), 0);
  }
}
