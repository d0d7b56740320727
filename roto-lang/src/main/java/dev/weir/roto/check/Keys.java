package dev.weir.roto.check;

import dev.weir.roto.library.StandardTypes;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which types can be keys of maps and elements of sets, and which have an order.
///
/// A key must not change after it has been put in, and must equal itself: so no handles, and no
/// floats, for NaN equals nothing.
final class Keys {
  private Keys() {}

  /// Why a type cannot be a key, or null if it can.
  static @Nullable String refusal(Type type) {
    return refusal(type, new HashSet<>());
  }

  private static @Nullable String refusal(Type type, Set<TypeDefinition> seen) {
    return switch (type.head()) {
      case Type.Scalar scalar ->
          scalar.isFloat() ? "`" + scalar + "` has NaN, which does not equal itself" : null;
      case Type.Parameter _, Type.Variable _ -> null;
      case Type.Function function -> "`" + function + "` cannot be compared";
      case Type.Anonymous record -> first(types(record.fields()), seen);
      case Type.Named named -> named(named, seen);
    };
  }

  private static @Nullable String named(Type.Named named, Set<TypeDefinition> seen) {
    TypeDefinition definition = named.definition();
    if (definition == BuiltIn.LIST
        || definition == StandardTypes.MAP
        || definition == StandardTypes.SET
        || definition == StandardTypes.STRING_BUF
        || definition == StandardTypes.PREFIX_SET
        || definition == StandardTypes.ASN_SET) {
      return "`" + named + "` is a handle: what it refers to can change";
    }
    if (!definition.isDefined() || !seen.add(definition)) {
      return null;
    }
    return switch (definition.body()) {
      case TypeDefinition.OpaqueBody _ -> null;
      case TypeDefinition.RecordBody _ -> first(types(definition.fields(named.arguments())), seen);
      case TypeDefinition.EnumBody _ -> {
        String found = null;
        for (TypeDefinition.Variant variant : definition.variants(named.arguments())) {
          found = found == null ? first(variant.payload(), seen) : found;
        }
        yield found;
      }
    };
  }

  private static List<Type> types(List<Type.Field> fields) {
    return fields.stream().map(Type.Field::type).toList();
  }

  private static @Nullable String first(List<Type> types, Set<TypeDefinition> seen) {
    for (Type type : types) {
      String found = refusal(type, seen);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// Whether `<` exists for the type.
  static boolean isOrdered(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar ->
          scalar.isNumber()
              || switch (scalar) {
                case CHAR, STRING, ASN, IP_ADDR, PREFIX -> true;
                default -> false;
              };
      case Type.Variable open ->
          switch (open.kind()) {
            case INTEGER, SIGNED, FLOAT -> true;
            default -> false;
          };
      default -> false;
    };
  }

  /// Whether arithmetic exists for the type.
  static boolean isNumber(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar.isNumber();
      case Type.Variable open ->
          switch (open.kind()) {
            case INTEGER, SIGNED, FLOAT -> true;
            default -> false;
          };
      default -> false;
    };
  }

  /// Whether the type is an integer type.
  static boolean isInteger(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar.isInteger();
      case Type.Variable open ->
          open.kind() == Type.Kind.INTEGER || open.kind() == Type.Kind.SIGNED;
      default -> false;
    };
  }
}
