package dev.weir.roto.host;

import dev.weir.roto.library.HostLayout;
import dev.weir.roto.type.Type;

/// How the records and enums that the compiler lays out are made and taken apart.
final class Layouts {
  private Layouts() {}

  /// The layout of a shape.
  static HostLayout of(Type type) {
    throw new IllegalStateException("the layout of " + type + " is not known");
  }
}
