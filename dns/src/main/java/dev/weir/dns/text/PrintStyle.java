package dev.weir.dns.text;

/// How a zone is written as text.
public enum PrintStyle {
  /// One record a line, every name absolute, fields parted by tabs; every program can read it.
  ABSOLUTE,
  /// As [#ABSOLUTE], with `$ORIGIN` and `$TTL` at the top, owners relative to the origin and left
  /// out where they repeat.
  RELATIVE,
  /// As [#RELATIVE], with long records over several lines and comments, for people.
  PRETTY
}
