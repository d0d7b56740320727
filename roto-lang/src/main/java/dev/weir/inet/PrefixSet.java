package dev.weir.inet;

/// A set of prefixes, each with bounds for the lengths of what it covers.
public final class PrefixSet {
  /// Makes every later change an error.
  public void freeze() {}
}
