package dev.weir.roto.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What scripts do with `f32` and `f64`, where Java's own functions differ.
public final class Floats {
  private static final double DOUBLE_WHOLE = 1L << 52;
  private static final float FLOAT_WHOLE = 1 << 23;

  private Floats() {}

  /// The shortest text that reads back as the same number, never with an exponent: `10`, `0.1`,
  /// `1000000000000000000000`, `NaN`, `inf`, `-inf`, `-0`.
  public static String toString(double value) {
    if (Double.isFinite(value)) {
      return plain(Double.toString(value), shorter -> shorter.doubleValue() == value);
    }
    return special(value);
  }

  /// As [#toString(double)], but the shortest for an `f32`.
  public static String toString(float value) {
    if (Float.isFinite(value)) {
      return plain(Float.toString(value), shorter -> shorter.floatValue() == value);
    }
    return special(value);
  }

  private static String special(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
  }

  /// Java writes two digits where one would do, of the smallest numbers: `4.9E-324`.
  private static String plain(String java, Predicate<BigDecimal> same) {
    if (java.endsWith(".0")) {
      return java.substring(0, java.length() - 2);
    }
    if (java.indexOf('E') < 0) {
      return java;
    }
    BigDecimal number = new BigDecimal(java).stripTrailingZeros();
    if (number.precision() == 2) {
      BigDecimal shorter = number.round(new MathContext(1));
      number = same.test(shorter) ? shorter : number;
    }
    return number.toPlainString();
  }

  /// Rounds to a whole number, halves away from zero; keeps the sign of a zero.
  public static double round(double value) {
    double size = Math.abs(value);
    if (!(size < DOUBLE_WHOLE)) {
      return value;
    }
    double whole = Math.floor(size);
    return Math.copySign(size - whole >= 0.5 ? whole + 1 : whole, value);
  }

  /// Rounds to a whole number, halves away from zero; keeps the sign of a zero.
  public static float round(float value) {
    float size = Math.abs(value);
    if (!(size < FLOAT_WHOLE)) {
      return value;
    }
    float whole = (float) Math.floor(size);
    return Math.copySign(size - whole >= 0.5f ? whole + 1 : whole, value);
  }

  /// The power by IEEE 754: `1` to any power is 1, also to `NaN`, and `-1` to an infinity is 1.
  public static double pow(double base, double exponent) {
    if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
      return 1;
    }
    return Math.pow(base, exponent);
  }

  /// The power by IEEE 754, as of `f64`.
  public static float pow(float base, float exponent) {
    return (float) pow((double) base, (double) exponent);
  }

  /// The largest whole number that is not larger.
  public static double floor(double value) {
    return Math.floor(value);
  }

  /// The largest whole number that is not larger.
  public static float floor(float value) {
    return (float) Math.floor(value);
  }

  /// The smallest whole number that is not smaller.
  public static double ceil(double value) {
    return Math.ceil(value);
  }

  /// The smallest whole number that is not smaller.
  public static float ceil(float value) {
    return (float) Math.ceil(value);
  }

  /// The number nearer to zero that is whole.
  public static double trunc(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  /// The number nearer to zero that is whole.
  public static float trunc(float value) {
    return (float) trunc((double) value);
  }

  /// The square root; `NaN` of a negative number.
  public static double sqrt(double value) {
    return Math.sqrt(value);
  }

  /// The square root; `NaN` of a negative number.
  public static float sqrt(float value) {
    return (float) Math.sqrt(value);
  }

  /// The smaller of two numbers; where one is `NaN`, the other.
  public static double min(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  /// The smaller of two numbers; where one is `NaN`, the other.
  public static float min(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.min(a, b);
  }

  /// The larger of two numbers; where one is `NaN`, the other.
  public static double max(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  /// The larger of two numbers; where one is `NaN`, the other.
  public static float max(float a, float b) {
    return Float.isNaN(a) ? b : Float.isNaN(b) ? a : Math.max(a, b);
  }

  /// The number, but at least the lower and at most the upper bound; `NaN` stays.
  ///
  /// @throws ScriptException `ARGUMENT` unless `low <= high`
  public static double clamp(double value, double low, double high) {
    if (!(low <= high)) {
      throw new ScriptException(Fault.ARGUMENT, "clamp between " + low + " and " + high);
    }
    return value < low ? low : value > high ? high : value;
  }

  /// The number, but at least the lower and at most the upper bound; `NaN` stays.
  ///
  /// @throws ScriptException `ARGUMENT` unless `low <= high`
  public static float clamp(float value, float low, float high) {
    return (float) clamp((double) value, (double) low, (double) high);
  }

  /// 1 or -1 after the sign, also of a zero; `NaN` of `NaN`.
  public static double signum(double value) {
    return Double.isNaN(value) ? value : Math.copySign(1, value);
  }

  /// 1 or -1 after the sign, also of a zero; `NaN` of `NaN`.
  public static float signum(float value) {
    return Float.isNaN(value) ? value : Math.copySign(1, value);
  }

  /// The number without its sign.
  public static double abs(double value) {
    return Math.abs(value);
  }

  /// The number without its sign.
  public static float abs(float value) {
    return Math.abs(value);
  }

  /// Whether it is not a number.
  public static boolean isNan(double value) {
    return Double.isNaN(value);
  }

  /// Whether it is not a number.
  public static boolean isNan(float value) {
    return Float.isNaN(value);
  }

  /// Whether it is an infinity.
  public static boolean isInfinite(double value) {
    return Double.isInfinite(value);
  }

  /// Whether it is an infinity.
  public static boolean isInfinite(float value) {
    return Float.isInfinite(value);
  }

  /// Whether it is neither infinite nor `NaN`.
  public static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  /// Whether it is neither infinite nor `NaN`.
  public static boolean isFinite(float value) {
    return Float.isFinite(value);
  }

  /// The number nearest to a decimal text, as an option.
  public static @Nullable Object parseDouble(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "NaN" -> Double.NaN;
      default -> isDecimal(text) ? (Object) Double.parseDouble(text) : null;
    };
  }

  /// The number nearest to a decimal text, as an option.
  public static @Nullable Object parseFloat(String text) {
    return switch (text) {
      case "inf" -> Float.POSITIVE_INFINITY;
      case "-inf" -> Float.NEGATIVE_INFINITY;
      case "NaN" -> Float.NaN;
      default -> isDecimal(text) ? (Object) Float.parseFloat(text) : null;
    };
  }

  /// Whether a text is digits, perhaps with a sign, a point and an exponent.
  private static boolean isDecimal(String text) {
    int at = afterSign(text, 0);
    int whole = afterDigits(text, at);
    int fraction =
        whole < text.length() && text.charAt(whole) == '.' ? afterDigits(text, whole + 1) : whole;
    int digits = fraction - at - (fraction > whole ? 1 : 0);
    if (digits == 0) {
      return false;
    }
    if (fraction == text.length()) {
      return true;
    }
    int exponent = afterSign(text, fraction + 1);
    return (text.charAt(fraction) | 0x20) == 'e'
        && exponent < text.length()
        && afterDigits(text, exponent) == text.length();
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
