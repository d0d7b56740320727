package dev.weir.roto.tree;

import dev.weir.roto.source.Span;
import dev.weir.roto.type.Type;

/// A parameter, variable or binding. Compared by identity.
public final class Local {
  private final String name;
  private final Type type;
  private final Span span;

  /// Declares one.
  public Local(String name, Type type, Span span) {
    this.name = name;
    this.type = type;
    this.span = span;
  }

  /// As written.
  public String name() {
    return name;
  }

  /// Its type.
  public Type type() {
    return type;
  }

  /// Where it is declared.
  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
