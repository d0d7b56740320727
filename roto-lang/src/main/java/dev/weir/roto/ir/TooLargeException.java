package dev.weir.roto.ir;

import dev.weir.roto.tree.Function;

/// A program that cannot be compiled because something in it has no end or is beyond the format of
/// the machine.
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The function that it is about.
  private final transient Function function;

  TooLargeException(Function function, String message) {
    super(function.path() + ": " + message);
    this.function = function;
  }

  /// The function that it is about.
  public Function function() {
    return function;
  }
}
