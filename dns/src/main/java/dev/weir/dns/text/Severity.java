package dev.weir.dns.text;

/// How bad a [Diagnostic] is.
public enum Severity {
  /// The zone file cannot be loaded.
  ERROR,
  /// The zone file can be loaded, but its author should look.
  WARNING;

  /// Prints the word in small letters.
  @Override
  public String toString() {
    return this == ERROR ? "error" : "warning";
  }
}
