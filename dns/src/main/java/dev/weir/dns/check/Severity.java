package dev.weir.dns.check;

/// How bad a finding is.
public enum Severity {
  /// The zone must not be published: it is refused, or does not validate.
  ERROR,
  /// The zone works, but not as its owner may think.
  WARNING,
  /// Worth knowing, and nothing to do.
  NOTE;

  /// The word in small letters, as it is printed.
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
