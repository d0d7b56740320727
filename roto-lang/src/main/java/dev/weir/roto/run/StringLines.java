package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// `StringLines`: a text by its lines.
///
/// A line ends with LF, or CR and LF, or with the text. There is no empty line behind the last LF,
/// so the empty text has no line.
public record StringLines(String text) {

  /// How many lines there are.
  public long len() {
    long lines = 0;
    for (int at = 0; at < text.length(); at = next(at)) {
      lines++;
    }
    return lines;
  }

  /// A line without what ends it, as an option.
  public @Nullable String get(long index) {
    int at = start(index);
    return at < 0 || at == text.length() ? null : line(at);
  }

  /// The text from a line up to, not including, another, as an option; the ends of the lines stay.
  /// Null where there are not so many lines, or the second is before the first. The empty text has
  /// the part from 0 to 1, which is empty.
  public @Nullable String slice(long start, long end) {
    if (text.isEmpty() && start >= 0 && start <= end && end <= 1) {
      return "";
    }
    int from = start(start);
    int to = start(end);
    return from < 0 || to < 0 || start > end ? null : text.substring(from, to);
  }

  /// The lines without what ends them.
  public RefList list() {
    RefList list = new RefList();
    for (int at = 0; at < text.length(); at = next(at)) {
      list.push(line(at));
    }
    return list;
  }

  private int start(long index) {
    if (index < 0) {
      return -1;
    }
    int at = 0;
    long left = index;
    while (left > 0 && at < text.length()) {
      at = next(at);
      left--;
    }
    return left == 0 ? at : -1;
  }

  private int next(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  private String line(int at) {
    int end = text.indexOf('\n', at);
    if (end < 0) {
      return text.substring(at);
    }
    return text.substring(at, end > at && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }
}
