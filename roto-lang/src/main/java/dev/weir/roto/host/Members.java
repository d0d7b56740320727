package dev.weir.roto.host;

import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition.Variant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fields and variants of a script's types, and what hosts have for them.
final class Members {
  private Members() {}

  /// The fields of a record type, named or not.
  static List<Type.Field> fields(Type type) {
    return switch (type.head()) {
      case Type.Anonymous record -> record.fields();
      case Type.Named named -> named.definition().fields(named.arguments());
      default -> throw new IllegalArgumentException(type + " is no record");
    };
  }

  /// The path of a named type, and nothing for another.
  static String path(Type type) {
    return type.head() instanceof Type.Named named ? named.definition().path() : "";
  }

  /// The host's class for an enum of the language or of a script.
  static Class<?> friendlyClass(Type.Named type) {
    if (type.definition() == BuiltIn.VERDICT) {
      return Verdict.class;
    }
    return type.definition() == BuiltIn.RESULT ? Result.class : EnumValue.class;
  }

  /// The host's value of a variant.
  static Object friendly(Type.Named type, String variant, List<Object> payload) {
    boolean isFirst =
        variant.equals(type.definition().variants(type.arguments()).getFirst().name());
    if (type.definition() == BuiltIn.VERDICT) {
      Object value = payload.getFirst();
      return isFirst ? new Verdict.Accept<>(value) : new Verdict.Reject<>(value);
    }
    if (type.definition() == BuiltIn.RESULT) {
      Object value = payload.getFirst();
      return isFirst ? new Result.Ok<>(value) : new Result.Err<>(value);
    }
    return new EnumValue(type.definition().path(), variant, payload);
  }

  /// The constants of a Java enum in the order of the variants, or null if the names differ.
  static Object @Nullable [] constants(Class<?> javaEnum, List<Variant> variants) {
    Object[] all = javaEnum.getEnumConstants();
    if (all == null || all.length != variants.size()) {
      return null;
    }
    Object[] constants = new Object[all.length];
    for (int i = 0; i < constants.length; i++) {
      String wanted = plain(variants.get(i).name());
      for (Object constant : all) {
        if (plain(((Enum<?>) constant).name()).equals(wanted)) {
          constants[i] = constant;
        }
      }
      if (constants[i] == null) {
        return null;
      }
    }
    return constants;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
