package dev.weir.bgp.capture;

/// One direction of one TCP connection in a capture.
///
/// @param source who sent the stream
/// @param destination whom it was sent to
/// @param ordinal tells apart streams between the same two endpoints: 0 for the first stream of the
///   capture, and so on
/// @param fromStart whether the capture saw the connection begin, so that the first octet is the
///   first that was sent
public record StreamKey(Endpoint source, Endpoint destination, int ordinal, boolean fromStart) {
  /// Returns `source > destination`.
  @Override
  public String toString() {
    return source + " > " + destination;
  }
}
