package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// Functions of options that need not know what is inside.
public final class Options {
  private Options() {}

  /// The first that is not `None`.
  public static @Nullable Object or(@Nullable Object option, @Nullable Object other) {
    return option == null ? other : option;
  }
}
