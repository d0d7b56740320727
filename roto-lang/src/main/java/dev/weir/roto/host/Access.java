package dev.weir.roto.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the host lets the language reach, by its own lookup or because it is public or open.
record Access(MethodHandles.Lookup lookup) {
  MethodHandle method(Method method) throws IllegalAccessException {
    try {
      return lookup.unreflect(method);
    } catch (IllegalAccessException refused) {
      return lookup.unreflect(open(method, refused));
    }
  }

  MethodHandle constructor(Constructor<?> constructor) throws IllegalAccessException {
    try {
      return lookup.unreflectConstructor(constructor);
    } catch (IllegalAccessException refused) {
      return lookup.unreflectConstructor(open(constructor, refused));
    }
  }

  MethodHandle getter(Field field) throws IllegalAccessException {
    try {
      return lookup.unreflectGetter(field);
    } catch (IllegalAccessException refused) {
      return lookup.unreflectGetter(open(field, refused));
    }
  }

  private static <M extends AccessibleObject> M open(M member, IllegalAccessException refused)
      throws IllegalAccessException {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException closed) {
      refused.addSuppressed(closed);
      throw refused;
    }
  }

  /// The one method that an implementation of an interface must have, or null if there is not one.
  static @Nullable Method onlyMethod(Class<?> shape) {
    Method[] found =
        Stream.of(shape.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> !isOfObject(method))
            .filter(method -> !method.isBridge())
            .toArray(Method[]::new);
    return shape.isInterface() && found.length == 1 ? found[0] : null;
  }

  private static boolean isOfObject(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException own) {
      return false;
    }
  }
}
