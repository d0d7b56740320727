package dev.weir.roto.source;

/// One line of a source as it is shown: tabs as blanks, characters that cannot be seen as U+FFFD,
/// and a long line cut around the part that matters; with the column at which each `char` lands.
///
/// Columns are those of a terminal: a wide character takes two, a combining one none.
final class Excerpt {
  private static final int WIDEST = 120;
  private static final int BEFORE = 40;
  private static final int TAB = 4;

  private final StringBuilder shown = new StringBuilder();
  private final int[] columns;
  private final int from;
  private int column;

  /// Takes a line.
  ///
  /// @param line the text without its end
  /// @param focus the `char` of the line that must be seen
  Excerpt(String line, int focus) {
    int start = 0;
    int end = line.length();
    if (end > WIDEST) {
      start = whole(line, Math.clamp(focus - BEFORE, 0, Math.max(0, end - WIDEST)));
      end = whole(line, Math.min(end, start + WIDEST));
    }
    from = start;
    columns = new int[end - start + 1];
    if (start > 0) {
      append("…", 1);
    }
    for (int i = start; i < end; ) {
      int c = line.codePointAt(i);
      int size = Character.charCount(c);
      columns[i - start] = column;
      if (size == 2) {
        columns[i - start + 1] = column;
      }
      show(c);
      i += size;
    }
    columns[end - start] = column;
    if (end < line.length()) {
      append("…", 1);
    }
  }

  private static int whole(String line, int index) {
    return index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index))
        ? index - 1
        : index;
  }

  private void append(String text, int width) {
    shown.append(text);
    column += width;
  }

  private void show(int c) {
    if (c == '\t') {
      int width = TAB - column % TAB;
      append(" ".repeat(width), width);
    } else if (Character.isISOControl(c)
        || c >= 0xD800 && c <= 0xDFFF
        || Character.getType(c) == Character.FORMAT && c != 0x200D) {
      append("\uFFFD", 1);
    } else {
      append(Character.toString(c), width(c));
    }
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1FAFF
            || c >= 0x20000 && c <= 0x3FFFD;
    return wide ? 2 : 1;
  }

  /// The line as it is shown.
  String text() {
    return shown.toString().stripTrailing();
  }

  /// The column, from 0, of a `char` of the line; that of an end if it was cut away.
  int column(int index) {
    return columns[Math.clamp(index - from, 0, columns.length - 1)];
  }
}
