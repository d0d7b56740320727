package dev.weir.inet;

/// A set of AS numbers.
public final class AsnSet {
  /// Makes every later change an error.
  public void freeze() {}
}
