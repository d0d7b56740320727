package dev.weir.roto.host;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Java type that a Roto type has where the host says no more than `Object`, and the Java types
/// that it may have.
final class FriendlyTypes {
  private FriendlyTypes() {}

  /// The Java type for `Object`.
  static JavaType of(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> JavaType.of(scalar(scalar));
      case Type.Anonymous _ -> JavaType.of(RecordValue.class);
      case Type.Named named -> named(named);
      case Type.Function _, Type.Parameter _, Type.Variable _ ->
          throw new IllegalArgumentException(type + " has no values");
    };
  }

  private static Class<?> scalar(Type.Scalar scalar) {
    return switch (scalar) {
      case UNIT, NEVER -> Unit.class;
      case BOOL -> boolean.class;
      case CHAR, U8, U16, I8, I16, I32 -> int.class;
      case U32, U64, I64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case STRING -> String.class;
      case ASN -> Asn.class;
      case IP_ADDR -> IpAddress.class;
      case PREFIX -> Prefix.class;
    };
  }

  private static JavaType named(Type.Named type) {
    TypeDefinition definition = type.definition();
    Class<?> javaClass = containerOf(definition);
    if (javaClass == null) {
      javaClass = definition.javaClass();
    }
    if (javaClass == null) {
      javaClass =
          definition.body() instanceof TypeDefinition.RecordBody
              ? RecordValue.class
              : EnumValue.class;
    }
    JavaType[] arguments =
        Stream.generate(() -> JavaType.of(Object.class))
            .limit(type.arguments().size())
            .toArray(JavaType[]::new);
    return JavaType.of(javaClass, arguments);
  }

  private static @Nullable Class<?> containerOf(TypeDefinition definition) {
    if (definition == BuiltIn.OPTION) {
      return Optional.class;
    }
    if (definition == BuiltIn.LIST) {
      return List.class;
    }
    if (definition == BuiltIn.VERDICT) {
      return Verdict.class;
    }
    if (definition == BuiltIn.RESULT) {
      return Result.class;
    }
    if (definition == StandardTypes.MAP) {
      return Map.class;
    }
    return definition == StandardTypes.SET ? Set.class : null;
  }

  /// The Java types that a Roto type goes with, for messages: `int or long`.
  static String choices(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> choices(scalar);
      case Type.Anonymous _ -> "RecordValue";
      case Type.Named named -> choices(named);
      case Type.Function _, Type.Parameter _, Type.Variable _ -> "nothing in Java";
    };
  }

  private static String choices(Type.Scalar scalar) {
    return switch (scalar) {
      case UNIT, NEVER -> "void or Unit";
      case BOOL -> "boolean";
      case CHAR -> "int, the code point";
      case U8 -> "int, short or byte";
      case I8 -> "int or byte";
      case U16, I16 -> "int or short";
      case I32 -> "int";
      case U32 -> "long or int";
      case U64, I64 -> "long";
      case F32 -> "float";
      case F64 -> "double";
      case STRING -> "String";
      case ASN -> "Asn, long or int";
      case IP_ADDR -> "IpAddress";
      case PREFIX -> "Prefix";
    };
  }

  private static String choices(Type.Named named) {
    if (named.definition() == BuiltIn.OPTION) {
      return "Optional, or @Nullable " + choices(named.arguments().getFirst());
    }
    if (named.definition() == BuiltIn.VERDICT
        && named.arguments().stream().allMatch(Type.Scalar.UNIT::equals)) {
      return "boolean, Verdict, or a Java enum with the constants ACCEPT and REJECT";
    }
    boolean ofScript = named.definition().javaClass() == null;
    boolean isEnum = named.definition().body() instanceof TypeDefinition.EnumBody;
    JavaType friendly = of(named);
    return ofScript && isEnum && friendly.raw() == EnumValue.class
        ? "EnumValue, or a Java enum with the same constants"
        : plain(friendly, named);
  }

  /// `List<T>` with the choices for `T` in its place.
  private static String plain(JavaType friendly, Type.Named type) {
    String list =
        String.join(", ", type.arguments().stream().map(part -> boxed(choices(part))).toList());
    return friendly.raw().getSimpleName() + (list.isEmpty() ? "" : "<" + list + ">");
  }

  private static String boxed(String choices) {
    return choices
        .replace("boolean", "Boolean")
        .replace("int", "Integer")
        .replace("long", "Long")
        .replace("float", "Float")
        .replace("double", "Double");
  }
}
