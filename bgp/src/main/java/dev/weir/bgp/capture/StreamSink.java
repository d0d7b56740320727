package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;

/// Who takes the streams that [TcpReassembly] puts together.
public interface StreamSink {
  /// Takes the next octets of a stream.
  ///
  /// @param nanos when the packet was captured that brought them, nanoseconds since 1970
  void data(StreamKey stream, long nanos, Octets octets);

  /// Takes note that octets of a stream were not captured.
  ///
  /// @param nanos when the packet behind the gap was captured
  /// @param octets how many are missing
  void gap(StreamKey stream, long nanos, long octets);

  /// Takes note that a stream is over: closed, reset, replaced by another between the same
  /// endpoints, or the capture ended.
  void end(StreamKey stream);
}
