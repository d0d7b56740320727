package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import java.util.List;

/// What one side of a TCP connection sent, as far as it was captured.
///
/// @param key who sent it to whom
/// @param pieces its octets in order
public record CapturedStream(StreamKey key, List<Piece> pieces) {
  /// Keeps a copy of the list.
  public CapturedStream {
    pieces = List.copyOf(pieces);
  }

  /// Octets that arrived together.
  ///
  /// @param nanos when they were captured, nanoseconds since 1970
  /// @param missing how many octets before them were not captured
  /// @param octets a view of the file
  public record Piece(long nanos, long missing, Octets octets) {}

  /// Returns how many octets were captured.
  public long length() {
    return pieces.stream().mapToLong(piece -> piece.octets().length()).sum();
  }

  /// Returns how many octets are known to be missing.
  public long missing() {
    return pieces.stream().mapToLong(Piece::missing).sum();
  }
}
