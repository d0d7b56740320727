package dev.weir.roto.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What scripts do with `String` and `char`.
///
/// A `String` is a `java.lang.String` without lone surrogates; nothing here makes one, because
/// every cut is at the boundary of a code point. A search for one well-formed text in another on
/// UTF-16 units finds only such boundaries.
public final class Texts {
  private static final int UNCOUNTED = 1024;
  private static final int MAX = 1 << 30;

  private Texts() {}

  /// Counts a text that is about to be made.
  ///
  /// @param length in UTF-16 units
  /// @throws ScriptException `MEMORY`
  static void charge(long length) {
    if (length > MAX || length < 0) {
      throw new ScriptException(
          Fault.MEMORY, "a text of " + Long.toUnsignedString(length) + " characters is too long");
    }
    if (length > UNCOUNTED) {
      Execution.charge(length);
    }
  }

  /// Compares by code points.
  public static int compare(String a, String b) {
    int end = Math.min(a.length(), b.length());
    for (int i = 0; i < end; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean apart = Character.isSurrogate(x) == Character.isSurrogate(y);
        return apart ? x - y : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /// One text behind the other.
  public static String append(String a, String b) {
    charge((long) a.length() + b.length());
    return a.concat(b);
  }

  /// How many characters the text has.
  public static long len(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Whether the needle is somewhere in the text.
  public static boolean contains(String text, String needle) {
    return text.contains(needle);
  }

  /// At which character the needle first begins, as an option.
  public static @Nullable Object find(String text, String needle) {
    int at = text.indexOf(needle);
    return at < 0 ? null : (Object) (long) text.codePointCount(0, at);
  }

  /// At which character the needle last begins, as an option.
  public static @Nullable Object rfind(String text, String needle) {
    int at = text.lastIndexOf(needle);
    return at < 0 ? null : (Object) (long) text.codePointCount(0, at);
  }

  /// The text of these characters.
  public static String fromChars(IntList characters) {
    charge(characters.size());
    StringBuilder text = new StringBuilder(characters.size());
    for (int i = 0; i < characters.size(); i++) {
      text.appendCodePoint(characters.at(i));
    }
    return text.toString();
  }

  /// The text so many times.
  ///
  /// @param count unsigned
  /// @throws ScriptException `MEMORY` for more than a text can hold
  public static String repeat(String text, long count) {
    if (text.isEmpty()) {
      return text;
    }
    if (count < 0 || count > MAX) {
      charge(Long.MAX_VALUE);
    }
    charge(count * text.length());
    return text.repeat((int) count);
  }

  /// The text with every `from` replaced, from left to right. An empty `from` is found before each
  /// character and at the end.
  public static String replace(String text, String from, String to) {
    if (from.isEmpty()) {
      return interleave(text, to);
    }
    long count = 0;
    for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length())) {
      count++;
    }
    charge(text.length() + count * (to.length() - from.length()));
    return count == 0 ? text : text.replace(from, to);
  }

  private static String interleave(String text, String between) {
    long length = text.length() + (len(text) + 1) * between.length();
    charge(length);
    StringBuilder made = new StringBuilder((int) length).append(between);
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      made.appendCodePoint(character).append(between);
      i += Character.charCount(character);
    }
    return made.toString();
  }

  /// The text without a beginning, as an option: null if it does not begin so.
  public static @Nullable String stripPrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : null;
  }

  /// The text without an end, as an option: null if it does not end so.
  public static @Nullable String stripSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : null;
  }

  /// Lower case by Unicode, in no language's way; a final sigma is seen.
  public static String toLowercase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// Upper case by Unicode, in no language's way: `ß` becomes `SS`.
  public static String toUppercase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /// The text without white space at both ends.
  public static String trim(String text) {
    return trimStart(trimEnd(text));
  }

  /// The text without white space at its beginning.
  public static String trimStart(String text) {
    int start = 0;
    while (start < text.length() && isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  /// The text without white space at its end.
  public static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /// Whether the character has Unicode's property `White_Space`: with U+0085 and the no-break
  /// space, without the separators U+001C to U+001F.
  public static boolean isWhitespace(int character) {
    return switch (character) {
      case ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
      default ->
          character >= '\t' && character <= '\r' || character >= 0x2000 && character <= 0x200a;
    };
  }

  /// The text filled up at its beginning to so many characters; a longer text stays as it is.
  public static String padStart(String text, long width, int fill) {
    return Character.toString(fill).repeat(missing(text, width)).concat(text);
  }

  /// The text filled up at its end to so many characters; a longer text stays as it is.
  public static String padEnd(String text, long width, int fill) {
    return text.concat(Character.toString(fill).repeat(missing(text, width)));
  }

  private static int missing(String text, long width) {
    if (width < 0) {
      charge(Long.MAX_VALUE);
    }
    long missing = Math.max(0, width - len(text));
    charge(2 * Math.min(missing, MAX) + text.length());
    return (int) missing;
  }

  /// The bytes of the text.
  public static StringBytes bytes(String text) {
    return new StringBytes(text);
  }

  /// The characters of the text.
  public static StringChars chars(String text) {
    return new StringChars(text);
  }

  /// The lines of the text.
  public static StringLines lines(String text) {
    return new StringLines(text);
  }

  /// The text itself.
  public static String same(String text) {
    return text;
  }

  /// Whether both have the same characters.
  public static boolean equal(String a, String b) {
    return a.equals(b);
  }

  /// Whether the text begins so.
  public static boolean startsWith(String text, String start) {
    return text.startsWith(start);
  }

  /// Whether the text ends so.
  public static boolean endsWith(String text, String end) {
    return text.endsWith(end);
  }

  /// Whether there is no character.
  public static boolean isEmpty(String text) {
    return text.isEmpty();
  }
}
