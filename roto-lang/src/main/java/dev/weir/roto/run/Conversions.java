package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// How a number of one type becomes one of another; kinds as in [Integers].
///
/// `fit` gives an option, null where the target does not hold the number; `wrap` keeps the low
/// bits; `saturate` gives the nearest number that the target holds.
public final class Conversions {
  private static final double TWO_63 = 0x1p63;
  private static final double TWO_64 = 0x1p64;

  private Conversions() {}

  private static Object boxed(long value, int to) {
    return to == 64 || to == -64 ? (Object) value : (Object) Integers.narrow(value, to);
  }

  private static boolean isHuge(long value, int from) {
    return from == 64 && value < 0;
  }

  /// The number as an option.
  public static @Nullable Object fit(int value, int from, int to) {
    return fit(Integers.wide(value, from), -64, to);
  }

  /// The number as an option.
  public static @Nullable Object fit(long value, int from, int to) {
    return !isHuge(value, from) && Integers.fits(value, to) ? boxed(value, to) : null;
  }

  /// The number towards zero without its fraction, as an option; null also of `NaN`.
  public static @Nullable Object fit(double value, int to) {
    double whole = Floats.trunc(value);
    if (to == 64) {
      return whole >= 0 && whole < TWO_64 ? (Object) saturateToLong(whole, 64) : null;
    }
    boolean inRange =
        whole >= Integers.least(to)
            && (to == -64 ? whole < TWO_63 : whole <= Integers.greatest(to));
    return inRange ? boxed((long) whole, to) : null;
  }

  /// The number towards zero without its fraction, as an option; null also of `NaN`.
  public static @Nullable Object fit(float value, int to) {
    return fit((double) value, to);
  }

  /// The low bits.
  public static int wrapToInt(int value, int from, int to) {
    return Integers.narrow(value, to);
  }

  /// The low bits.
  public static int wrapToInt(long value, int from, int to) {
    return Integers.narrow(value, to);
  }

  /// The number, its sign extended if its type has one.
  public static long wrapToLong(int value, int from, int to) {
    return Integers.wide(value, from);
  }

  /// The same bits.
  public static long wrapToLong(long value, int from, int to) {
    return value;
  }

  /// The nearest number.
  public static int saturateToInt(int value, int from, int to) {
    return saturateToInt(Integers.wide(value, from), -64, to);
  }

  /// The nearest number.
  public static int saturateToInt(long value, int from, int to) {
    long large = isHuge(value, from) ? Long.MAX_VALUE : value;
    return Integers.narrow(
        Math.max(Integers.least(to), Math.min(Integers.greatest(to), large)), to);
  }

  /// The nearest number.
  public static long saturateToLong(int value, int from, int to) {
    return saturateToLong(Integers.wide(value, from), -64, to);
  }

  /// The nearest number.
  public static long saturateToLong(long value, int from, int to) {
    if (from == to) {
      return value;
    }
    return from == 64 ? value < 0 ? Long.MAX_VALUE : value : to == 64 ? Math.max(0, value) : value;
  }

  /// The nearest number towards zero; 0 of `NaN`.
  public static int saturateToInt(double value, int to) {
    return saturateToInt((long) value, -64, to);
  }

  /// The nearest number towards zero; 0 of `NaN`.
  public static int saturateToInt(float value, int to) {
    return saturateToInt((long) value, -64, to);
  }

  /// The nearest number towards zero; 0 of `NaN`.
  public static long saturateToLong(double value, int to) {
    if (to == -64 || !(value >= TWO_63)) {
      return to == 64 ? Math.max(0, (long) value) : (long) value;
    }
    return value >= TWO_64 ? -1 : (long) (value - TWO_63) ^ Long.MIN_VALUE;
  }

  /// The nearest number towards zero; 0 of `NaN`.
  public static long saturateToLong(float value, int to) {
    return saturateToLong((double) value, to);
  }

  /// The nearest float, of two the one with an even last bit.
  public static double toDouble(int value, int from) {
    return Integers.wide(value, from);
  }

  /// The nearest float, of two the one with an even last bit.
  public static double toDouble(long value, int from) {
    if (!isHuge(value, from)) {
      return value;
    }
    return 2.0 * (value >>> 1 | value & 1);
  }

  /// The nearest float, of two the one with an even last bit.
  public static float toFloat(int value, int from) {
    return Integers.wide(value, from);
  }

  /// The nearest float, of two the one with an even last bit.
  public static float toFloat(long value, int from) {
    if (!isHuge(value, from)) {
      return value;
    }
    return 2.0f * (value >>> 1 | value & 1);
  }

  /// The same number.
  public static double toDouble(float value) {
    return value;
  }

  /// The nearest `f32`; an infinity where the number is too large.
  public static float toFloat(double value) {
    return (float) value;
  }
}
