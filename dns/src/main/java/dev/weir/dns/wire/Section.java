package dev.weir.dns.wire;

/// A part of a message that holds records (RFC 1035 §4.1); in an UPDATE the same three places are
/// prerequisite, update and additional (RFC 2136 §2.2).
public enum Section {
  /// Records that answer the question; in an UPDATE, what must hold.
  ANSWER,
  /// Records that point to an authority; in an UPDATE, what to change.
  AUTHORITY,
  /// Records that may help, and the pseudo records OPT and TSIG.
  ADDITIONAL
}
