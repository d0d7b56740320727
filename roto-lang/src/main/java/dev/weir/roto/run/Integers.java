package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// What scripts do with the eight integer types.
///
/// Each method is there twice, for the types that are an `int` in compiled code and for those that
/// are a `long`, and takes the type as its last parameter, the *kind*: the width in bits, negative
/// for a signed type. `u16` is 16, `i64` is -64. The compiler writes the kind as a constant, so
/// that HotSpot, which inlines these methods, leaves nothing of the choice between kinds.
///
/// Values come and go as compiled code holds them: narrow types extended to an `int`, `u32` as its
/// bits. Inside, a value of up to 32 bits is widened to a `long`, where no operation overflows.
public final class Integers {
  private Integers() {}

  /// The numeric value of what an `int` holds.
  static long wide(int value, int kind) {
    return kind == 32 ? value & 0xffff_ffffL : value;
  }

  /// The low bits of a value, as compiled code holds them.
  static int narrow(long value, int kind) {
    return switch (kind) {
      case 8 -> (int) value & 0xff;
      case 16 -> (int) value & 0xffff;
      case -8 -> (byte) value;
      case -16 -> (short) value;
      default -> (int) value;
    };
  }

  /// The least value; of `u64` as its bits.
  static long least(int kind) {
    return kind > 0 ? 0 : -1L << -kind - 1;
  }

  /// The greatest value; of `u64` as its bits.
  static long greatest(int kind) {
    return kind > 0 ? -1L >>> 64 - kind : ~least(kind);
  }

  /// Whether a type holds a number that is not above the range of `i64`.
  static boolean fits(long value, int kind) {
    return kind == 64 ? value >= 0 : value >= least(kind) && value <= greatest(kind);
  }

  private static @Nullable Object option(long value, int kind) {
    return fits(value, kind) ? (Object) narrow(value, kind) : null;
  }

  private static int saturated(long value, int kind) {
    return narrow(Math.max(least(kind), Math.min(greatest(kind), value)), kind);
  }

  /// -1, 0 or 1 as the first is less, equal or greater.
  static int compare(int a, int b, int kind) {
    return kind == 32 ? Integer.compareUnsigned(a, b) : Integer.compare(a, b);
  }

  /// -1, 0 or 1 as the first is less, equal or greater.
  static int compare(long a, long b, int kind) {
    return kind == 64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
  }

  /// The smaller.
  public static int min(int a, int b, int kind) {
    return compare(a, b, kind) <= 0 ? a : b;
  }

  /// The smaller.
  public static long min(long a, long b, int kind) {
    return compare(a, b, kind) <= 0 ? a : b;
  }

  /// The larger.
  public static int max(int a, int b, int kind) {
    return compare(a, b, kind) >= 0 ? a : b;
  }

  /// The larger.
  public static long max(long a, long b, int kind) {
    return compare(a, b, kind) >= 0 ? a : b;
  }

  /// The number, but at least the lower and at most the upper bound.
  ///
  /// @throws ScriptException `ARGUMENT` if the lower bound is above the upper
  public static int clamp(int value, int low, int high, int kind) {
    if (compare(low, high, kind) > 0) {
      throw new ScriptException(Fault.ARGUMENT, "clamp: the lower bound is above the upper");
    }
    return max(low, min(value, high, kind), kind);
  }

  /// The number, but at least the lower and at most the upper bound.
  ///
  /// @throws ScriptException `ARGUMENT` if the lower bound is above the upper
  public static long clamp(long value, long low, long high, int kind) {
    if (compare(low, high, kind) > 0) {
      throw new ScriptException(Fault.ARGUMENT, "clamp: the lower bound is above the upper");
    }
    return max(low, min(value, high, kind), kind);
  }

  /// The number without its sign; the least number wraps to itself.
  public static int abs(int value, int kind) {
    return narrow(Math.abs((long) value), kind);
  }

  /// The number without its sign; the least number wraps to itself.
  public static long abs(long value, int kind) {
    return value < 0 ? -value : value;
  }

  /// -1, 0 or 1.
  public static int signum(int value, int kind) {
    return Integer.signum(value);
  }

  /// -1, 0 or 1.
  public static long signum(long value, int kind) {
    return Long.signum(value);
  }

  /// The power, wrapped as a product is.
  ///
  /// @param exponent unsigned
  public static int pow(int base, int exponent, int kind) {
    return narrow(pow((long) base, exponent, kind), kind);
  }

  /// The power, wrapped as a product is.
  ///
  /// @param exponent unsigned
  public static long pow(long base, int exponent, int kind) {
    long result = 1;
    long square = base;
    for (int left = exponent; left != 0; left >>>= 1) {
      result = (left & 1) != 0 ? result * square : result;
      square *= square;
    }
    return result;
  }

  /// The sum as an option: null where it does not fit.
  public static @Nullable Object checkedAdd(int a, int b, int kind) {
    return option(wide(a, kind) + wide(b, kind), kind);
  }

  /// The sum as an option: null where it does not fit.
  public static @Nullable Object checkedAdd(long a, long b, int kind) {
    long sum = a + b;
    boolean over = kind == 64 ? Long.compareUnsigned(sum, a) < 0 : ((a ^ sum) & (b ^ sum)) < 0;
    return over ? null : (Object) sum;
  }

  /// The difference as an option: null where it does not fit.
  public static @Nullable Object checkedSub(int a, int b, int kind) {
    return option(wide(a, kind) - wide(b, kind), kind);
  }

  /// The difference as an option: null where it does not fit.
  public static @Nullable Object checkedSub(long a, long b, int kind) {
    long less = a - b;
    boolean over = kind == 64 ? Long.compareUnsigned(a, b) < 0 : ((a ^ b) & (a ^ less)) < 0;
    return over ? null : (Object) less;
  }

  /// The product as an option: null where it does not fit.
  public static @Nullable Object checkedMul(int a, int b, int kind) {
    long product = wide(a, kind) * wide(b, kind);
    return kind == 32 && product < 0 ? null : option(product, kind);
  }

  /// The product as an option: null where it does not fit.
  public static @Nullable Object checkedMul(long a, long b, int kind) {
    return multiplies(a, b, kind) ? (Object) (a * b) : null;
  }

  private static boolean multiplies(long a, long b, int kind) {
    return kind == 64
        ? Math.unsignedMultiplyHigh(a, b) == 0
        : Math.multiplyHigh(a, b) == a * b >> 63;
  }

  /// The quotient as an option: null for a division by zero, and where it does not fit.
  public static @Nullable Object checkedDiv(int a, int b, int kind) {
    return b == 0 ? null : option(wide(a, kind) / wide(b, kind), kind);
  }

  /// The quotient as an option: null for a division by zero, and where it does not fit.
  public static @Nullable Object checkedDiv(long a, long b, int kind) {
    if (b == 0 || kind == -64 && a == Long.MIN_VALUE && b == -1) {
      return null;
    }
    return kind == 64 ? Long.divideUnsigned(a, b) : a / b;
  }

  /// The remainder as an option: null for a division by zero.
  public static @Nullable Object checkedRem(int a, int b, int kind) {
    return b == 0 ? null : option(wide(a, kind) % wide(b, kind), kind);
  }

  /// The remainder as an option: null for a division by zero.
  public static @Nullable Object checkedRem(long a, long b, int kind) {
    return b == 0 ? null : (Object) (kind == 64 ? Long.remainderUnsigned(a, b) : a % b);
  }

  /// The power as an option: null where it does not fit.
  ///
  /// @param exponent unsigned
  public static @Nullable Object checkedPow(int base, int exponent, int kind) {
    Object power = checkedPow(wide(base, kind), exponent, -64);
    return power == null ? null : option((Long) power, kind);
  }

  /// The power as an option: null where it does not fit.
  ///
  /// @param exponent unsigned
  public static @Nullable Object checkedPow(long base, int exponent, int kind) {
    if (base == 0 || base == 1 || kind < 0 && base == -1) {
      return exponent == 0 || base == 1 || base == -1 && (exponent & 1) == 0 ? (Object) 1L : base;
    }
    long result = 1;
    for (int left = exponent; left != 0; left--) {
      if (!multiplies(result, base, kind)) {
        return null;
      }
      result *= base;
    }
    return result;
  }

  /// The sum, or the end of the range that it passes.
  public static int saturatingAdd(int a, int b, int kind) {
    return saturated(wide(a, kind) + wide(b, kind), kind);
  }

  /// The sum, or the end of the range that it passes.
  public static long saturatingAdd(long a, long b, int kind) {
    Object sum = checkedAdd(a, b, kind);
    return sum != null ? (Long) sum : kind < 0 && a < 0 ? least(kind) : greatest(kind);
  }

  /// The difference, or the end of the range that it passes.
  public static int saturatingSub(int a, int b, int kind) {
    return saturated(wide(a, kind) - wide(b, kind), kind);
  }

  /// The difference, or the end of the range that it passes.
  public static long saturatingSub(long a, long b, int kind) {
    Object less = checkedSub(a, b, kind);
    return less != null ? (Long) less : kind > 0 || a < 0 ? least(kind) : greatest(kind);
  }

  /// The product, or the end of the range that it passes.
  public static int saturatingMul(int a, int b, int kind) {
    long product = wide(a, kind) * wide(b, kind);
    return kind == 32 && product < 0 ? -1 : saturated(product, kind);
  }

  /// The product, or the end of the range that it passes.
  public static long saturatingMul(long a, long b, int kind) {
    return multiplies(a, b, kind) ? a * b : kind < 0 && (a ^ b) < 0 ? least(kind) : greatest(kind);
  }

  /// The number from its text, as an option: digits, before them `-` for a signed type or `+`.
  public static @Nullable Object parse(String text, int kind) {
    int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (text.length() == from || kind > 0 && text.charAt(0) == '-') {
      return null;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    try {
      if (kind == 64) {
        return Long.parseUnsignedLong(text);
      }
      long value = Long.parseLong(text);
      return kind == -64 ? (Object) value : option(value, kind);
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  /// The number in decimal.
  public static String toString(int value, int kind) {
    return kind == 32 ? Integer.toUnsignedString(value) : Integer.toString(value);
  }

  /// The number in decimal.
  public static String toString(long value, int kind) {
    return kind == 64 ? Long.toUnsignedString(value) : Long.toString(value);
  }
}
