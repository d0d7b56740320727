package dev.weir.roto.host;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/// A Java type as far as it matters to scripts.
///
/// @param raw the class
/// @param arguments of a generic class; empty where they are not known
/// @param unsigned whether `@Unsigned` stands before it
/// @param nullable whether an annotation named `Nullable` stands before it
record JavaType(Class<?> raw, List<JavaType> arguments, boolean unsigned, boolean nullable) {
  JavaType {
    arguments = List.copyOf(arguments);
  }

  static JavaType of(Class<?> raw, JavaType... arguments) {
    return new JavaType(raw, List.of(arguments), false, false);
  }

  static JavaType of(AnnotatedType type) {
    return switch (type) {
      case AnnotatedParameterizedType generic ->
          new JavaType(
              raw(type.getType()),
              Stream.of(generic.getAnnotatedActualTypeArguments()).map(JavaType::of).toList(),
              false,
              isNullable(type));
      case AnnotatedWildcardType wildcard -> of(wildcard.getAnnotatedUpperBounds()[0]);
      case AnnotatedTypeVariable _ -> of(Object.class);
      default ->
          new JavaType(
              raw(type.getType()),
              List.of(),
              type.isAnnotationPresent(Unsigned.class),
              isNullable(type));
    };
  }

  private static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> known -> known;
      case ParameterizedType generic -> raw(generic.getRawType());
      case GenericArrayType _ -> Object[].class;
      default -> Object.class;
    };
  }

  private static boolean isNullable(AnnotatedElement element) {
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /// A type argument, or `Object` where it is not known.
  JavaType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : of(Object.class);
  }

  /// The same without `@Nullable`.
  JavaType present() {
    return new JavaType(raw, arguments, unsigned, false);
  }

  @Override
  public String toString() {
    String marks = (unsigned ? "@Unsigned " : "") + (nullable ? "@Nullable " : "");
    String list =
        arguments.isEmpty()
            ? ""
            : "<" + String.join(", ", arguments.stream().map(JavaType::toString).toList()) + ">";
    return marks + raw.getSimpleName() + list;
  }
}
