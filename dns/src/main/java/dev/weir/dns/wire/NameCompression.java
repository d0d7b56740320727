package dev.weir.dns.wire;

/// Which names a writer replaces by pointers to earlier ones (RFC 1035 §4.1.4).
public enum NameCompression {
  /// None at all: every name is written in full.
  NONE,
  /// Names that are equal octet by octet, so that every name keeps the case it was given; what a
  /// zone transfer should use (RFC 5936 §3.4, RFC 4343 §4.1).
  EXACT,
  /// Names that are equal but for the case of ASCII letters: smallest, for answers; a name takes
  /// the case of its first occurrence, that of the question for one.
  IGNORING_CASE
}
