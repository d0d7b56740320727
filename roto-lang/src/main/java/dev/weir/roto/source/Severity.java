package dev.weir.roto.source;

/// How bad a finding is.
public enum Severity {
  /// The script does not compile.
  ERROR,
  /// The script compiles, and probably does not do what its author meant.
  WARNING
}
