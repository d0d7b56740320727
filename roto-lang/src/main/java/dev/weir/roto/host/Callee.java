package dev.weir.roto.host;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Java code that scripts can call, with what is known of its types.
///
/// @param source makes the handle
/// @param names of the parameters, in Roto's fashion
/// @param parameters their Java types
/// @param result its Java type
record Callee(Source source, List<String> names, List<JavaType> parameters, JavaType result) {
  /// Makes the handle when the host's access is known.
  @FunctionalInterface
  interface Source {
    MethodHandle handle(Access access) throws IllegalAccessException;
  }

  /// A handle, whose types are all that is known.
  static Callee of(MethodHandle handle) {
    List<JavaType> types =
        handle.type().parameterList().stream().map(raw -> JavaType.of(raw)).toList();
    return new Callee(
        access -> handle, letters(types.size()), types, JavaType.of(handle.type().returnType()));
  }

  /// An object with a functional interface.
  static Callee of(Class<?> shape, Object function) {
    Method method = Access.onlyMethod(shape);
    if (method == null) {
      throw new RegistrationException(shape + " is no interface with one method");
    }
    return of(method, access -> access.method(method).bindTo(function), false);
  }

  /// A method; the receiver, if it has one, is the first parameter.
  static Callee of(Method method) {
    return of(method, access -> access.method(method), !Modifier.isStatic(method.getModifiers()));
  }

  private static Callee of(Method method, Source source, boolean receiver) {
    List<String> names = new ArrayList<>();
    List<JavaType> types = new ArrayList<>();
    if (receiver) {
      names.add("self");
      types.add(JavaType.of(method.getDeclaringClass()));
    }
    List<String> letters = letters(method.getParameterCount());
    for (Parameter parameter : method.getParameters()) {
      String plain =
          parameter.isNamePresent()
              ? Names.snake(parameter.getName())
              : letters.get(types.size() - (receiver ? 1 : 0));
      names.add(Names.of(parameter, plain));
      types.add(JavaType.of(parameter.getAnnotatedType()));
    }
    AnnotatedType result = method.getAnnotatedReturnType();
    return new Callee(source, names, types, JavaType.of(result));
  }

  private static List<String> letters(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> i < 26 ? String.valueOf((char) ('a' + i)) : "a" + i)
        .toList();
  }
}
