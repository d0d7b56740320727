package dev.weir.roto.run;

/// The one value of the type `()`, where a value needs a form.
public enum Unit {
  /// `()`.
  VALUE;

  @Override
  public String toString() {
    return "()";
  }
}
