package dev.weir.roto.source;

/// A part of a source, from `start` (inclusive) to `end` (exclusive), counted in `char`s.
///
/// A span does not name its source: a syntax tree belongs to one source, which its owner keeps.
///
/// @param start the first `char`
/// @param end the `char` after the last, at least `start`
public record Span(int start, int end) {
  /// Checks the order of the ends.
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span from " + start + " to " + end);
    }
  }

  /// The smallest span that covers both.
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /// The number of `char`s.
  public int length() {
    return end - start;
  }
}
