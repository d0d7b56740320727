package dev.weir.roto.host;

import dev.weir.inet.Asn;
import dev.weir.roto.type.Type.Scalar;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// Numbers between hosts and scripts.
///
/// Of equal width the bits go over as they are; a Java type that is wider than the Roto type is
/// taken too, and its value checked: `int` for `u8`, `i8`, `u16` and `i16`, `long` for `u32` and
/// `Asn`.
final class Numbers {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
  private static final MethodHandle CHECK =
      Handles.find(HERE, "check", int.class, Scalar.class, long.class, long.class, long.class);
  private static final MethodHandle ASN_BITS = Handles.find(HERE, "bits", int.class, Asn.class);
  private static final MethodHandle ASN_OF = Handles.find(HERE, "asn", Asn.class, int.class);
  private static final MethodHandle UNSIGNED_LONG =
      Handles.find(HERE, "unsignedLong", long.class, int.class);

  private Numbers() {}

  /// From a primitive Java type, or `Asn`, to the form of a number.
  static @Nullable MethodHandle toScript(Scalar type, Class<?> raw) {
    if (type == Scalar.ASN && raw == Asn.class) {
      return ASN_BITS;
    }
    if (isSame(type, raw)) {
      return MethodHandles.identity(raw);
    }
    int width = type == Scalar.ASN ? 32 : type.bits();
    if (raw == javaOfWidth(width) && type != Scalar.ASN) {
      return narrow(type, raw, width);
    }
    if ((raw == int.class && width < 32) || (raw == long.class && isUnsigned32(type))) {
      boolean signed = type.isSigned();
      long low = signed ? -(1L << (width - 1)) : 0;
      long high = signed ? (1L << (width - 1)) - 1 : (1L << width) - 1;
      MethodHandle check = MethodHandles.insertArguments(CHECK, 0, type, low, high);
      return check.asType(MethodType.methodType(int.class, raw));
    }
    return null;
  }

  /// From the form of a number to a primitive Java type, or `Asn`.
  static @Nullable MethodHandle toHost(Scalar type, Class<?> raw) {
    if (type == Scalar.ASN && raw == Asn.class) {
      return ASN_OF;
    }
    if (isSame(type, raw)) {
      return MethodHandles.identity(raw);
    }
    int width = type == Scalar.ASN ? 32 : type.bits();
    if (raw == int.class && width < 32) {
      return MethodHandles.identity(int.class);
    }
    if (raw == javaOfWidth(width) && type != Scalar.ASN) {
      return MethodHandles.explicitCastArguments(
          MethodHandles.identity(raw), MethodType.methodType(raw, int.class));
    }
    return raw == long.class && isUnsigned32(type) ? UNSIGNED_LONG : null;
  }

  /// The Java type whose values the form holds as they are.
  private static boolean isSame(Scalar type, Class<?> raw) {
    return switch (type) {
      case I32, U32, ASN -> raw == int.class;
      case I64, U64 -> raw == long.class;
      case F32 -> raw == float.class;
      case F64 -> raw == double.class;
      default -> false;
    };
  }

  private static boolean isUnsigned32(Scalar type) {
    return type == Scalar.U32 || type == Scalar.ASN;
  }

  private static Class<?> javaOfWidth(int width) {
    return switch (width) {
      case 8 -> byte.class;
      case 16 -> short.class;
      case 32 -> int.class;
      default -> long.class;
    };
  }

  /// From `byte` or `short` to an `int` that is zero- or sign-extended.
  private static MethodHandle narrow(Scalar type, Class<?> raw, int width) {
    MethodHandle widened =
        MethodHandles.identity(int.class).asType(MethodType.methodType(int.class, raw));
    if (type.isSigned()) {
      return widened;
    }
    MethodHandle mask =
        MethodHandles.insertArguments(
            Handles.find(HERE, "and", int.class, int.class, int.class), 0, (1 << width) - 1);
    return MethodHandles.filterReturnValue(widened, mask);
  }

  static int and(int mask, int bits) {
    return mask & bits;
  }

  /// The low bits of a number that fits.
  static int check(Scalar type, long low, long high, long value) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          value + " is no " + type + ", which goes from " + low + " to " + high);
    }
    return (int) value;
  }

  static int bits(Asn asn) {
    return asn.bits();
  }

  static Asn asn(int bits) {
    return new Asn(bits);
  }

  static long unsignedLong(int bits) {
    return Integer.toUnsignedLong(bits);
  }
}
