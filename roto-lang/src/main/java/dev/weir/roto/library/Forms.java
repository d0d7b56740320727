package dev.weir.roto.library;

import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.roto.run.BooleanList;
import dev.weir.roto.run.DoubleList;
import dev.weir.roto.run.FloatList;
import dev.weir.roto.run.IntList;
import dev.weir.roto.run.LongList;
import dev.weir.roto.run.RefList;
import dev.weir.roto.run.RotoList;
import dev.weir.roto.run.Unit;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import dev.weir.roto.type.TypeDefinition;
import dev.weir.roto.type.TypeDefinition.EnumBody;
import dev.weir.roto.type.TypeDefinition.OpaqueBody;
import java.lang.reflect.Modifier;

/// The form that a Roto type has in compiled code, as a Java class: the table of
/// `docs/design/roto-values.md`.
///
/// Types given here hold no type parameters and no open variables. What the compiler lays out
/// itself, a script's record or enum with payloads, is `Object` here; [#isShape] tells.
public final class Forms {
  private Forms() {}

  /// The class of a value of the type, a primitive one where there is one.
  public static Class<?> of(Type type) {
    return switch (type.head()) {
      case Type.Scalar scalar -> scalar(scalar);
      case Type.Anonymous _ -> Object.class;
      case Type.Named named -> named(named);
      case Type.Function _, Type.Parameter _, Type.Variable _ ->
          throw new IllegalArgumentException(type + " has no form in compiled code");
    };
  }

  /// The class of the result of a function: `void` for `()` and `!`, otherwise as [#of].
  public static Class<?> ofResult(Type type) {
    return isEmpty(type) ? void.class : of(type);
  }

  /// The class of a value of the type where it is boxed.
  public static Class<?> boxed(Type type) {
    return java.lang.invoke.MethodType.methodType(of(type)).wrap().returnType();
  }

  /// The class of a list with elements of the type.
  public static Class<? extends RotoList> list(Type element) {
    Class<?> form = of(element);
    if (form == int.class) {
      return IntList.class;
    }
    if (form == boolean.class) {
      return BooleanList.class;
    }
    if (form == long.class) {
      return LongList.class;
    }
    if (form == float.class) {
      return FloatList.class;
    }
    return form == double.class ? DoubleList.class : RefList.class;
  }

  /// Whether the type has the one value `()` or none: nothing to keep.
  public static boolean isEmpty(Type type) {
    Type head = type.head();
    return head == Type.Scalar.UNIT || head == Type.Scalar.NEVER;
  }

  /// Whether the type is an enum that is an `int`, the index of the variant: none has a payload
  /// other than `()`, and no host's class stands behind it.
  public static boolean isTag(Type type) {
    return type.head() instanceof Type.Named named
        && named.definition() != BuiltIn.OPTION
        && named.definition().javaClass() == null
        && named.definition().body() instanceof EnumBody
        && named.definition().variants(named.arguments()).stream()
            .allMatch(variant -> variant.payload().stream().allMatch(Forms::isEmpty));
  }

  /// Whether the compiler lays out values of the type as objects: records, and enums with payloads,
  /// of scripts and of the language; not `Option`, and nothing that a host's class stands behind.
  public static boolean isShape(Type type) {
    return switch (type.head()) {
      case Type.Anonymous _ -> true;
      case Type.Named named ->
          named.definition() != BuiltIn.OPTION
              && named.definition().javaClass() == null
              && !(named.definition().body() instanceof OpaqueBody)
              && !isTag(named);
      default -> false;
    };
  }

  /// Whether a boxed value of the type can be null, so that `Some` of it may need [run.Some
  /// ](dev.weir.roto.run.Some): the options.
  public static boolean isNullable(Type type) {
    return BuiltIn.is(type, BuiltIn.OPTION);
  }

  private static Class<?> scalar(Type.Scalar scalar) {
    return switch (scalar) {
      case UNIT, NEVER -> Unit.class;
      case BOOL -> boolean.class;
      case CHAR, U8, U16, U32, I8, I16, I32, ASN -> int.class;
      case U64, I64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case STRING -> String.class;
      case IP_ADDR -> IpAddress.class;
      case PREFIX -> Prefix.class;
    };
  }

  /// Whether compiled code, which lives beside this class, may write the name of a class: it is
  /// public and of the platform, or of this module and this loader.
  private static boolean canBeNamed(Class<?> javaClass) {
    ClassLoader loader = javaClass.getClassLoader();
    Module module = javaClass.getModule();
    return Modifier.isPublic(javaClass.getModifiers())
        && (module == Object.class.getModule()
            || (module == Forms.class.getModule() && loader == Forms.class.getClassLoader()));
  }

  private static Class<?> named(Type.Named type) {
    TypeDefinition definition = type.definition();
    Class<?> javaClass = definition.javaClass();
    if (javaClass != null) {
      return canBeNamed(javaClass) ? javaClass : Object.class;
    }
    if (definition == BuiltIn.LIST) {
      return list(type.arguments().getFirst());
    }
    if (definition == BuiltIn.OPTION) {
      Type inner = type.arguments().getFirst();
      return isNullable(inner) || of(inner).isPrimitive() ? Object.class : of(inner);
    }
    return isTag(type) ? int.class : Object.class;
  }
}
