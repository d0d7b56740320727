package dev.weir.roto.check;

import dev.weir.roto.source.Span;
import dev.weir.roto.tree.Local;
import dev.weir.roto.type.Type;
import org.jspecify.annotations.Nullable;

/// A parameter, variable or binding while its type may still be open.
final class Slot {
  private final String name;
  private final Type type;
  private final Span span;
  private boolean read;
  private @Nullable Local local;

  Slot(String name, Type type, Span span) {
    this.name = name;
    this.type = type;
    this.span = span;
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  Span span() {
    return span;
  }

  /// Notes that something reads it.
  void use() {
    read = true;
  }

  boolean isRead() {
    return read;
  }

  /// The local of the typed tree; from the first call on its type is settled.
  Local local(Types types) {
    Local made = local;
    if (made == null) {
      made = new Local(name, types.settled(type), span);
      local = made;
    }
    return made;
  }
}
