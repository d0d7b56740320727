package dev.weir.dns.zone;

/// What a page or a subtree holds, in numbers.
///
/// @param nodes owner names
/// @param records records of every type
/// @param earliestExpiry the earliest signature expiration in seconds since 1970, unsigned 32 bits
///   read as a number, or [#NO_EXPIRY] where nothing is signed
public record Summary(long nodes, long records, long earliestExpiry) {
  /// The expiry of what holds no signature.
  public static final long NO_EXPIRY = Long.MAX_VALUE;

  /// The summary of nothing.
  public static final Summary EMPTY = new Summary(0, 0, NO_EXPIRY);

  /// The summary of both.
  public Summary plus(Summary other) {
    return new Summary(
        nodes + other.nodes,
        records + other.records,
        Math.min(earliestExpiry, other.earliestExpiry));
  }
}
