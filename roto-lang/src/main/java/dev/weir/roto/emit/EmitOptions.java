package dev.weir.roto.emit;

/// How code is made.
///
/// @param fuel whether loops and recursion are counted; without, only depth and memory are limited
public record EmitOptions(boolean fuel) {
  /// With every limit.
  public static final EmitOptions USUAL = new EmitOptions(true);
}
