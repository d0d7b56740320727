package dev.weir.roto.syntax;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Span;

/// Backslashes in texts: those of single characters, `\xHH`, `u` with a number in braces, and the
/// one before a line's end, which swallows the white space that follows.
final class Escapes {
  private final Findings findings;

  Escapes(Findings findings) {
    this.findings = findings;
  }

  /// The value of a part of the source; what is wrong in it is reported and becomes U+FFFD.
  String resolve(int start, int end) {
    String text = findings.source().text();
    StringBuilder value = new StringBuilder(end - start);
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\\') {
        at = escape(text, at, end, value);
      } else if (c == '\r' && (at + 1 == end || text.charAt(at + 1) != '\n')) {
        invalid(at, at + 1, "a carriage return stands alone", "write `\\r`");
        at++;
      } else if (Character.isSurrogate(c)) {
        at = surrogate(text, at, end, value);
      } else {
        value.append(c);
        at++;
      }
    }
    return value.toString();
  }

  private int surrogate(String text, int at, int end, StringBuilder value) {
    if (at + 1 < end && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
      value.append(text, at, at + 2);
      return at + 2;
    }
    invalid(at, at + 1, "half of a surrogate pair is no character", "not a character");
    value.append('\uFFFD');
    return at + 1;
  }

  private int escape(String text, int at, int end, StringBuilder value) {
    if (at + 1 >= end) {
      invalid(at, end, "nothing follows the backslash", "write `\\\\`");
      return end;
    }
    char c = text.charAt(at + 1);
    int simple = "0tnr\"'\\".indexOf(c);
    if (simple >= 0) {
      value.append("\0\t\n\r\"'\\".charAt(simple));
      return at + 2;
    }
    return switch (c) {
      case 'x' -> octet(text, at, end, value);
      case 'u' -> codePoint(text, at, end, value);
      case '\n', '\r' -> {
        int next = at + 1;
        while (next < end && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
          next++;
        }
        yield next;
      }
      default -> {
        int next = at + 1 + Character.charCount(text.codePointAt(at + 1));
        invalid(
            at,
            Math.min(next, end),
            "unknown escape",
            "the escapes are \\0 \\t \\n \\r \\\" \\' \\\\ \\x7F \\" + "u{1F600}");
        value.append('\uFFFD');
        yield Math.min(next, end);
      }
    };
  }

  private int octet(String text, int at, int end, StringBuilder value) {
    int stop = Math.min(at + 4, end);
    int number = 0;
    for (int i = at + 2; i < stop; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        stop = i;
        break;
      }
      number = number * 16 + digit;
    }
    if (stop < at + 4) {
      invalid(at, stop, "`\\x` needs two hexadecimal digits", "too short");
    } else if (number > 0x7F) {
      invalid(
          at, stop, "`\\x` ends at 7F", "write `\\" + "u{" + text.substring(at + 2, stop) + "}`");
    }
    value.append((char) number);
    return stop;
  }

  private int codePoint(String text, int at, int end, StringBuilder value) {
    int close = at + 2;
    if (close >= end || text.charAt(close) != '{') {
      invalid(at, Math.min(at + 2, end), "`\\" + "u` needs braces", "write `\\" + "u{1F600}`");
      return at + 2;
    }
    close++;
    int digits = 0;
    int number = 0;
    while (close < end) {
      char c = text.charAt(close);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0 && c != '_') {
        break;
      }
      if (digit >= 0) {
        digits++;
        number = digits > 6 ? number : number * 16 + digit;
      }
      close++;
    }
    if (close >= end || text.charAt(close) != '}') {
      invalid(at, close, "`\\" + "u{` needs a closing brace after 1 to 6 digits", "not closed");
      return close;
    }
    close++;
    boolean first = text.charAt(at + 3) != '_';
    if (digits == 0 || digits > 6 || !first) {
      invalid(at, close, "`\\" + "u{}` has 1 to 6 hexadecimal digits", "has " + digits);
    } else if (number > 0x10FFFF || number >= 0xD800 && number <= 0xDFFF) {
      invalid(
          at,
          close,
          "this number is no character",
          number > 0x10FFFF
              ? "the last character is \\" + "u{10FFFF}"
              : "half of a surrogate pair");
    } else {
      value.appendCodePoint(number);
      return close;
    }
    value.append('\uFFFD');
    return close;
  }

  private void invalid(int start, int end, String message, String label) {
    findings.add(findings.of(Code.INVALID_ESCAPE, message, new Span(start, end), label));
  }
}
