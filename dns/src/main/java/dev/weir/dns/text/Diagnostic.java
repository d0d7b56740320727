package dev.weir.dns.text;

import java.nio.charset.StandardCharsets;

/// What is wrong at one place of a zone file.
///
/// @param severity whether the file can be loaded all the same
/// @param file the file's name as the user knows it
/// @param line the line, from 1; 0 if the fault is not at a place in the text
/// @param column the octet in the line, from 1
/// @param message what is wrong and, where it is known, what would be right
/// @param excerpt the line at fault
public record Diagnostic(
    Severity severity, String file, int line, int column, String message, Excerpt excerpt) {

  /// The part of a line around a fault.
  ///
  /// @param text the characters to show, control characters replaced; empty for nothing
  /// @param from the character at which the fault begins
  /// @param length characters at fault, at least 1
  public record Excerpt(String text, int from, int length) {
    private static final int BEFORE = 60;
    private static final int AFTER = 40;

    /// No excerpt.
    public static final Excerpt NONE = new Excerpt("", 0, 1);

    /// Cuts the excerpt around `text[start, end)` out of its line.
    ///
    /// @param text the file's octets, read as UTF-8
    /// @param lineFrom where the line begins
    /// @param lineTo where it ends, exclusive
    /// @param start where the fault begins, in the line
    /// @param end where it ends, in the line
    public static Excerpt of(byte[] text, int lineFrom, int lineTo, int start, int end) {
      int from = Math.max(lineFrom, start - BEFORE);
      int to = Math.min(lineTo, Math.max(start, Math.min(end, start + AFTER)) + AFTER);
      while (from > lineFrom && (text[from] & 0xc0) == 0x80) {
        from--;
      }
      String before = shown(text, from, start);
      String at = shown(text, start, Math.max(start, Math.min(end, to)));
      String after = shown(text, Math.max(start, Math.min(end, to)), to);
      String head = from > lineFrom ? "..." : "";
      String tail = to < lineTo ? "..." : "";
      return new Excerpt(
          head + before + at + after + tail,
          head.length() + before.length(),
          Math.max(1, at.length()));
    }

    private static String shown(byte[] text, int from, int to) {
      String decoded = new String(text, from, to - from, StandardCharsets.UTF_8);
      StringBuilder out = new StringBuilder(decoded.length());
      decoded
          .codePoints()
          .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) ? '\ufffd' : c)
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  }

  /// A fault of a whole file, at no place in it.
  public static Diagnostic of(Severity severity, String file, String message) {
    return new Diagnostic(severity, file, 0, 0, message, Excerpt.NONE);
  }

  /// This diagnostic `lines` further down.
  public Diagnostic movedDown(int lines) {
    return line == 0
        ? this
        : new Diagnostic(severity, file, line + lines, column, message, excerpt);
  }

  /// The place and the message in one line: `zone.db:12:34: error: ...`.
  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + severity + ": " + message;
  }

  /// The place, the message, and the line with a caret under the fault; no line end after the last.
  public String render() {
    if (excerpt.text().isEmpty()) {
      return toString();
    }
    return this
        + "\n  "
        + excerpt.text()
        + "\n  "
        + " ".repeat(excerpt.from())
        + "^"
        + "~".repeat(excerpt.length() - 1);
  }
}
