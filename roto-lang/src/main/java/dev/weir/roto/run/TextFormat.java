package dev.weir.roto.run;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a value is set in a text: the part of an f-string after the colon.
///
/// @param fill the code point that fills the width
/// @param align `<`, `>`, `^`, or 0 for the value's own: numbers right, the rest left
/// @param sign whether `+` stands before numbers that are not negative
/// @param alternate whether `0x`, `0b`, `0o` stands before the digits
/// @param zero whether zeros fill the width between sign and digits
/// @param width the least number of code points, or -1
/// @param precision digits after the point, the most code points of a text, or -1
/// @param kind `x`, `X`, `b`, `o`, `e`, or 0
public record TextFormat(
    int fill,
    char align,
    boolean sign,
    boolean alternate,
    boolean zero,
    int width,
    int precision,
    char kind) {

  /// A text.
  public String text(String value) {
    int length = value.codePointCount(0, value.length());
    String kept =
        precision >= 0 && precision < length
            ? value.substring(0, value.offsetByCodePoints(0, precision))
            : value;
    return padded(kept, '<');
  }

  /// An integer of so many bits; in another number system than the decimal one, a negative number
  /// is its bits.
  public String integer(long value, int bits, boolean signed) {
    if (kind == 0) {
      boolean negative = signed && value < 0;
      String digits = Long.toUnsignedString(negative ? -value : value);
      return number(negative, "", digits);
    }
    long kept = bits == 64 ? value : value & ((1L << bits) - 1);
    return switch (kind) {
      case 'x' -> number(false, alternate ? "0x" : "", Long.toHexString(kept));
      case 'X' ->
          number(
              false,
              alternate ? "0x" : "",
              Long.toHexString(kept).toUpperCase(java.util.Locale.ROOT));
      case 'o' -> number(false, alternate ? "0o" : "", Long.toOctalString(kept));
      default -> number(false, alternate ? "0b" : "", Long.toBinaryString(kept));
    };
  }

  /// A float.
  public String real(double value) {
    return real(value, Floats.toString(value));
  }

  /// A float.
  public String real(float value) {
    return real(value, Floats.toString(value));
  }

  private String real(double value, String plain) {
    boolean negative = plain.startsWith("-");
    String digits = negative ? plain.substring(1) : plain;
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      TextFormat unfilled = new TextFormat(fill, align, sign, false, false, width, precision, kind);
      return unfilled.number(negative, "", digits);
    }
    if (kind == 'e') {
      return number(negative, "", exponent(new BigDecimal(digits)));
    }
    if (precision < 0) {
      return number(negative, "", digits);
    }
    return number(
        negative,
        "",
        new BigDecimal(Math.abs(value))
            .setScale(precision, RoundingMode.HALF_EVEN)
            .toPlainString());
  }

  private String exponent(BigDecimal value) {
    if (value.signum() == 0) {
      return precision > 0 ? "0." + "0".repeat(precision) + "e0" : "0e0";
    }
    BigDecimal kept = value.stripTrailingZeros();
    if (precision >= 0) {
      kept = kept.round(new java.math.MathContext(precision + 1, RoundingMode.HALF_EVEN));
    }
    String digits = kept.unscaledValue().toString();
    int power = digits.length() - 1 - kept.scale();
    StringBuilder text = new StringBuilder(digits);
    if (precision >= 0) {
      text.append("0".repeat(Math.max(0, precision + 1 - digits.length())));
    }
    if (text.length() > 1) {
      text.insert(1, '.');
    }
    return text.append('e').append(power).toString();
  }

  private String number(boolean negative, String prefix, String digits) {
    String front = (negative ? "-" : sign ? "+" : "") + prefix;
    if (zero && width > front.length() + digits.length()) {
      Texts.charge(width);
      return front + "0".repeat(width - front.length() - digits.length()) + digits;
    }
    return padded(front + digits, '>');
  }

  private String padded(String text, char natural) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    Texts.charge(width);
    char where = align == 0 ? natural : align;
    int before = where == '>' ? missing : where == '^' ? missing / 2 : 0;
    String filling = Character.toString(fill);
    return filling.repeat(before) + text + filling.repeat(missing - before);
  }
}
