package dev.weir.roto.host;

import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.Type.Scalar;
import dev.weir.roto.type.TypeDefinition;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The Roto types of Java types.
final class HostTypes {
  private static final Map<Class<?>, Scalar> SCALARS =
      Map.ofEntries(
          Map.entry(void.class, Scalar.UNIT),
          Map.entry(Unit.class, Scalar.UNIT),
          Map.entry(boolean.class, Scalar.BOOL),
          Map.entry(byte.class, Scalar.I8),
          Map.entry(short.class, Scalar.I16),
          Map.entry(int.class, Scalar.I32),
          Map.entry(long.class, Scalar.I64),
          Map.entry(float.class, Scalar.F32),
          Map.entry(double.class, Scalar.F64),
          Map.entry(String.class, Scalar.STRING),
          Map.entry(Asn.class, Scalar.ASN),
          Map.entry(IpAddress.class, Scalar.IP_ADDR),
          Map.entry(Prefix.class, Scalar.PREFIX));

  private final Map<Class<?>, TypeDefinition> definitions = new HashMap<>();

  HostTypes() {
    for (TypeDefinition standard : StandardTypes.ALL) {
      Class<?> javaClass = standard.javaClass();
      if (javaClass != null && standard.parameters().isEmpty()) {
        definitions.put(javaClass, standard);
      }
    }
  }

  /// Makes a class known.
  void add(Class<?> javaClass, TypeDefinition definition) {
    definitions.put(javaClass, definition);
  }

  /// The declared type of a class, or null.
  @Nullable TypeDefinition definition(Class<?> javaClass) {
    return definitions.get(javaClass);
  }

  /// The Roto type of a Java type.
  ///
  /// @throws IllegalArgumentException that says which Java type has none
  Type of(JavaType java) {
    if (java.nullable()) {
      return BuiltIn.option(of(java.present()));
    }
    Class<?> raw = java.raw();
    Scalar scalar = SCALARS.get(MethodType.methodType(raw).unwrap().returnType());
    if (scalar != null) {
      return java.unsigned() ? unsigned(scalar) : scalar;
    }
    if (raw == Optional.class || raw == List.class) {
      Type inner = of(java.argument(0));
      return raw == List.class ? BuiltIn.list(inner) : BuiltIn.option(inner);
    }
    if (raw == Map.class) {
      return StandardTypes.MAP.of(of(java.argument(0)), of(java.argument(1)));
    }
    if (raw == Set.class) {
      return StandardTypes.SET.of(of(java.argument(0)));
    }
    if (raw == Verdict.class || raw == Result.class) {
      TypeDefinition definition = raw == Verdict.class ? BuiltIn.VERDICT : BuiltIn.RESULT;
      return definition.of(of(java.argument(0)), of(java.argument(1)));
    }
    TypeDefinition definition = definitions.get(raw);
    if (definition == null) {
      throw new IllegalArgumentException(
          raw == Object.class || raw == char.class || raw == Character.class
              ? raw.getSimpleName() + " could be many types: give the signature as text"
              : raw.getName()
                  + " is not registered: add it with type("
                  + raw.getSimpleName()
                  + ".class)");
    }
    return definition.of();
  }

  private static Scalar unsigned(Scalar signed) {
    return switch (signed) {
      case I8 -> Scalar.U8;
      case I16 -> Scalar.U16;
      case I32 -> Scalar.U32;
      case I64 -> Scalar.U64;
      default -> throw new IllegalArgumentException(signed + " has no unsigned form");
    };
  }
}
