package dev.weir.dns.text;

import dev.weir.dns.name.Name;
import java.util.Arrays;

/// What a line of a zone file inherits from the lines before it.
///
/// @param origin the origin that relative names stand under
/// @param defaultTtl the TTL that `$TTL` set, in seconds; -1 if there was none
/// @param lastTtl the TTL that the last record stated; -1 if there was none
/// @param owner the owner of the last record in wire form; empty if there was none
record ReadState(Name origin, int defaultTtl, int lastTtl, byte[] owner) {
  private static final byte[] NO_OWNER = {};

  /// The state before the first line of a file.
  static ReadState atStart(Name origin) {
    return new ReadState(origin, -1, -1, NO_OWNER);
  }

  /// This state with the origin and owner of another: what holds behind an included file.
  ReadState withNamesOf(ReadState other) {
    return new ReadState(other.origin, defaultTtl, lastTtl, other.owner);
  }

  /// This state under another origin.
  ReadState under(Name newOrigin) {
    return new ReadState(newOrigin, defaultTtl, lastTtl, owner);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadState that
        && sameNames(that)
        && defaultTtl == that.defaultTtl
        && lastTtl == that.lastTtl
        && Arrays.equals(owner, that.owner);
  }

  /// Whether the origin is the same, in its spelling too.
  boolean sameNames(ReadState that) {
    return origin.wire().equals(that.origin.wire());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * origin.hashCode() + defaultTtl) + lastTtl;
  }
}
