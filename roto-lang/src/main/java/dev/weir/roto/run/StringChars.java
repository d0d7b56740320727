package dev.weir.roto.run;

import org.jspecify.annotations.Nullable;

/// `StringChars`: a text by its characters, which are Unicode code points.
///
/// A position is found by counting from the beginning.
public record StringChars(String text) {

  /// How many characters there are.
  public long len() {
    return Texts.len(text);
  }

  /// A character, as an option.
  public @Nullable Object get(long index) {
    int at = unit(index);
    return at < 0 || at == text.length() ? null : (Object) text.codePointAt(at);
  }

  /// The text from a character up to, not including, another, as an option: null where one of them
  /// is behind the end, or the second before the first.
  public @Nullable String slice(long start, long end) {
    int from = unit(start);
    int to = unit(end);
    return from < 0 || to < from ? null : text.substring(from, to);
  }

  /// The characters.
  public IntList list() {
    Texts.charge(text.length() * 4L);
    IntList list = new IntList(text.length());
    text.codePoints().forEach(list::push);
    return list;
  }

  private int unit(long index) {
    if (index < 0) {
      return -1;
    }
    int at = 0;
    long left = index;
    while (left > 0 && at < text.length()) {
      at += Character.isHighSurrogate(text.charAt(at)) ? 2 : 1;
      left--;
    }
    return left == 0 ? at : -1;
  }
}
