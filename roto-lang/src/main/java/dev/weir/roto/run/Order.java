package dev.weir.roto.run;

/// How elements of a list are put in order; which one follows from their type.
public enum Order {
  /// Signed integers.
  SIGNED,
  /// Unsigned integers, characters, AS numbers, enums without payload, booleans (`false` first).
  UNSIGNED,
  /// Floats: `-0.0` before `0.0`, `NaN` last.
  FLOAT,
  /// Texts, by code points.
  TEXT,
  /// Objects that compare themselves: addresses and prefixes.
  COMPARABLE
}
