package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// What scripts do with `char`, a code point, and with `bool`.
public final class Characters {
  private Characters() {}

  /// `true` or `false`.
  public static String toString(boolean value) {
    return value ? "true" : "false";
  }

  /// The truth value from its text, as an option.
  public static @Nullable Object parseBoolean(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /// A text of the character.
  public static String toString(int character) {
    return Character.toString(character);
  }

  /// The number of the code point.
  public static int toU32(int character) {
    return character;
  }

  /// The character of a code point, as an option.
  public static @Nullable Object fromU32(int number) {
    boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
    return Character.isValidCodePoint(number) && !surrogate ? (Object) number : null;
  }

  /// Whether it is an ASCII digit.
  public static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /// The value of an ASCII digit or letter in a number system, as an option.
  ///
  /// @param radix unsigned
  /// @throws ScriptException `ARGUMENT` if the radix is not 2 to 36
  public static @Nullable Object toDigit(int character, int radix) {
    if (radix < 2 || radix > 36) {
      throw new ScriptException(
          Fault.ARGUMENT, "to_digit: a radix is 2 to 36, not " + Integer.toUnsignedString(radix));
    }
    int digit = isAscii(character) ? Character.digit(character, radix) : -1;
    return digit < 0 ? null : (Object) digit;
  }

  /// Whether it has Unicode's property `Alphabetic`.
  public static boolean isAlphabetic(int character) {
    return Character.isAlphabetic(character);
  }

  /// Whether it is alphabetic or a number.
  public static boolean isAlphanumeric(int character) {
    return Character.isAlphabetic(character)
        || switch (Character.getType(character)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /// Whether it has Unicode's property `White_Space`.
  public static boolean isWhitespace(int character) {
    return Texts.isWhitespace(character);
  }

  /// Whether it has Unicode's property `Uppercase`.
  public static boolean isUppercase(int character) {
    return Character.isUpperCase(character);
  }

  /// Whether it has Unicode's property `Lowercase`.
  public static boolean isLowercase(int character) {
    return Character.isLowerCase(character);
  }

  /// Whether it is below U+0080.
  public static boolean isAscii(int character) {
    return character < 0x80;
  }
}
