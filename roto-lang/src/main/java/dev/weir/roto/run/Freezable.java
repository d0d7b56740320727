package dev.weir.roto.run;

/// What can change, or can reach what can change, and can be made to stay as it is.
public interface Freezable {
  /// Makes every later change of it, and of all that it reaches, a fault. Cheap when repeated.
  void freeze();
}
