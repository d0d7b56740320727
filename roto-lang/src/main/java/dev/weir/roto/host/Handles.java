package dev.weir.roto.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// Method handles by name, and what is done with them again and again.
final class Handles {
  private static final MethodType ERASED = MethodType.methodType(Object.class, Object.class);

  private Handles() {}

  /// A static method of the class that asks.
  static MethodHandle find(
      MethodHandles.Lookup lookup, String name, Class<?> result, Class<?>... parameters) {
    try {
      return lookup.findStatic(
          lookup.lookupClass(), name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError(name, missing);
    }
  }

  /// From boxed to boxed, of a handle with one parameter.
  static MethodHandle erased(MethodHandle handle) {
    return handle.asType(ERASED);
  }

  /// Calls a handle of the type `(Object)Object`. Null is `None`, on both sides.
  static Object apply(MethodHandle erased, @Nullable Object value) {
    try {
      return (Object) erased.invokeExact(value);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /// Calls a handle with boxed values.
  static Object call(MethodHandle handle, @Nullable Object... arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /// What was thrown, where no checked exception can have been.
  static RuntimeException unchecked(Throwable failed) {
    if (failed instanceof RuntimeException known) {
      return known;
    }
    if (failed instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(failed);
  }
}
