package dev.weir.roto.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/// The text of a source as ANTLR reads it: positions are `char` indexes, as in every span, and
/// symbols are code points. A lone surrogate is a symbol of its own, which no token contains.
final class SourceStream implements CharStream {
  private final String name;
  private final String text;
  private int position;

  SourceStream(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public void consume() {
    if (position == text.length()) {
      throw new IllegalStateException("nothing is left of " + name);
    }
    position += Character.charCount(text.codePointAt(position));
  }

  /// The code point that begins `offset - 1` `char`s ahead, or the `char` that many behind.
  @Override
  public int LA(int offset) {
    if (offset < 0) {
      int index = position + offset;
      return index < 0 ? IntStream.EOF : text.charAt(index);
    }
    int index = position + offset - 1;
    return index >= text.length() ? IntStream.EOF : text.codePointAt(index);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.min(interval.a, text.length());
    return text.substring(from, Math.max(from, Math.min(interval.b + 1, text.length())));
  }
}
