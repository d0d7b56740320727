package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;

/// What happens in a captured stream of messages.
public sealed interface StreamEvent {
  /// Returns the stream it happens in.
  StreamKey stream();

  /// Returns when the packet was captured that completed it, nanoseconds since 1970.
  long nanos();

  /// A message.
  ///
  /// @param stream the stream it was sent in
  /// @param nanos when its last octet was captured
  /// @param offset where it begins in the stream, in captured octets
  /// @param octets the whole message
  record Message(StreamKey stream, long nanos, long offset, Octets octets) implements StreamEvent {}

  /// Octets that belong to no message: damage, or the rest of a message that was not captured
  /// whole.
  ///
  /// @param stream the stream they were sent in
  /// @param nanos when the search behind them ended
  /// @param offset where they begin in the stream, in captured octets
  /// @param octets how many they are
  record Skipped(StreamKey stream, long nanos, long offset, int octets) implements StreamEvent {}

  /// Octets that were not captured.
  ///
  /// @param stream the stream they were sent in
  /// @param nanos when the packet behind them was captured
  /// @param octets how many they are
  record Gap(StreamKey stream, long nanos, long octets) implements StreamEvent {}
}
