package dev.weir.roto.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One text to compile, under the name that people know it by, with its lines found.
///
/// Positions are `char` indexes of the text; lines and columns are counted from 1, columns in code
/// points, as editors do; octets are those of the text in UTF-8.
public final class Source {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /// Takes a text.
  ///
  /// @param name a path, or a word like `<prompt>`
  public Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = findLines(text);
  }

  private static int[] findLines(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /// What the text is called in messages.
  public String name() {
    return name;
  }

  /// The whole text.
  public String text() {
    return text;
  }

  /// The text under a span.
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /// The number of lines, at least 1.
  public int lines() {
    return lineStarts.length;
  }

  /// The line, from 1, in which a `char` stands.
  public int line(int position) {
    int found = Arrays.binarySearch(lineStarts, position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The column, from 1 and in code points, of a `char`.
  public int column(int position) {
    return text.codePointCount(lineStarts[line(position) - 1], position) + 1;
  }

  /// The text of a line without its end.
  ///
  /// @param line from 1
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  /// The `char` with which a line begins.
  ///
  /// @param line from 1
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /// The octet of the UTF-8 form at which a `char` begins.
  public int octet(int position) {
    return text.substring(0, position).getBytes(StandardCharsets.UTF_8).length;
  }

  /// `name:line:column` of a `char`.
  public String place(int position) {
    return name + ":" + line(position) + ":" + column(position);
  }

  @Override
  public String toString() {
    return name;
  }
}
