package dev.weir.roto.host;

import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// A conversion to the friendly value that is made when the first value comes: a type that contains
/// itself has no end to its conversions, but its values have.
final class LazyConversion {
  private final Type type;
  private volatile @Nullable MethodHandle handle;

  LazyConversion(Type type) {
    this.type = type;
  }

  Object apply(@Nullable Object boxed) {
    MethodHandle known = handle;
    if (known == null) {
      known = Handles.erased(friendly());
      handle = known;
    }
    return Handles.apply(known, boxed);
  }

  private MethodHandle friendly() {
    MethodHandle found = ToHost.of(type, FriendlyTypes.of(type));
    if (found == null) {
      throw new IllegalArgumentException(type + " has no values for hosts");
    }
    return found;
  }
}
