package dev.weir.roto.host;

import dev.weir.roto.library.Forms;
import dev.weir.roto.run.Unit;
import dev.weir.roto.run.Values;
import dev.weir.roto.type.BuiltIn;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values whose Java type is seen only when they come: what a tool or a test passes.
final class Dynamic {
  private Dynamic() {}

  /// The boxed form of a value of any Java class that goes with the type. Integers may come as any
  /// `Number` without a fraction that the type can hold, a character also as a text.
  static @Nullable Object toScript(Type type, @Nullable Object value) {
    if (BuiltIn.is(type, BuiltIn.OPTION)) {
      return option(((Type.Named) type.head()).arguments().getFirst(), value);
    }
    if (value == null) {
      throw mismatch(type, "null");
    }
    if (type.head() instanceof Type.Scalar scalar) {
      return scalar(scalar, value);
    }
    Class<?> raw = value instanceof java.util.List ? java.util.List.class : value.getClass();
    if (value instanceof Verdict) {
      raw = Verdict.class;
    } else if (value instanceof Result) {
      raw = Result.class;
    }
    MethodHandle handle = ToScript.of(type, JavaType.of(raw));
    if (handle == null) {
      throw mismatch(type, value);
    }
    return Handles.apply(Handles.erased(handle), value);
  }

  /// The value that hosts have for a boxed value of the type.
  static Object toHost(Type type, @Nullable Object boxed) {
    if (Forms.isEmpty(type)) {
      return Unit.VALUE;
    }
    MethodHandle handle = ToHost.of(type, JavaType.of(Object.class));
    if (handle == null) {
      throw new IllegalArgumentException(type + " has no values for hosts");
    }
    return Handles.apply(Handles.erased(handle), boxed);
  }

  private static @Nullable Object option(Type inner, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional ->
          optional.isEmpty() ? null : Values.some(toScript(inner, optional.get()));
      default -> Values.some(toScript(inner, value));
    };
  }

  private static Object scalar(Type.Scalar scalar, Object value) {
    switch (scalar) {
      case UNIT, NEVER -> {
        return Unit.VALUE;
      }
      case CHAR -> {
        if (value instanceof CharSequence text
            && text.length() > 0
            && Character.codePointCount(text, 0, text.length()) == 1) {
          return Character.codePointAt(text, 0);
        }
      }
      case F32 -> {
        if (value instanceof Number number) {
          return number.floatValue();
        }
      }
      case F64 -> {
        if (value instanceof Number number) {
          return number.doubleValue();
        }
      }
      default -> {
        if (value instanceof Number number && scalar.isInteger()) {
          return integer(scalar, number);
        }
      }
    }
    MethodHandle handle = ToScript.of(scalar, JavaType.of(value.getClass()));
    if (handle == null) {
      throw mismatch(scalar, value);
    }
    return Handles.apply(Handles.erased(handle), value);
  }

  private static Object integer(Type.Scalar scalar, Number number) {
    java.math.BigInteger exact;
    try {
      exact = new java.math.BigDecimal(number.toString()).toBigIntegerExact();
    } catch (ArithmeticException | NumberFormatException fraction) {
      throw mismatch(scalar, number);
    }
    int width = scalar.bits();
    java.math.BigInteger high =
        java.math.BigInteger.TWO
            .pow(scalar.isSigned() ? width - 1 : width)
            .subtract(java.math.BigInteger.ONE);
    java.math.BigInteger low = scalar.isSigned() ? high.not() : java.math.BigInteger.ZERO;
    if (exact.compareTo(low) < 0 || exact.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          exact + " is no " + scalar + ", which goes from " + low + " to " + high);
    }
    return Forms.of(scalar) == long.class ? (Object) exact.longValue() : (Object) exact.intValue();
  }

  static IllegalArgumentException mismatch(Type type, Object value) {
    return new IllegalArgumentException(
        value
            + " of "
            + value.getClass()
            + " is no "
            + type
            + ", which is "
            + FriendlyTypes.choices(type)
            + " in Java");
  }
}
