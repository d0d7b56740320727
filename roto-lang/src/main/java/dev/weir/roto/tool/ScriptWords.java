package dev.weir.roto.tool;

import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// The words of a script in order, each taken once, and each with the comments before it.
///
/// A comma or semicolon can be taken before the comments in front of it, which then stand behind
/// it: so a comment at the end of a line stays there when a comma is added.
final class ScriptWords {
  private final Source source;
  private final List<Word> words;
  private final List<Layout> comments = new ArrayList<>();
  private int at;
  private boolean commentsBreak;

  ScriptWords(Source source) {
    this.source = source;
    this.words = Word.of(source);
  }

  private String text(Word word) {
    return source.text(word.span());
  }

  /// Gathers the comments before the next word.
  private void gather() {
    while (at < words.size() && words.get(at).kind() == Word.Kind.COMMENT) {
      Word word = words.get(at);
      boolean begins = breaks(at) > 0 || at == 0;
      boolean ends = breaks(at + 1) > 0 || at + 1 == words.size();
      Layout.Comment comment =
          new Layout.Comment(text(word).stripTrailing(), begins, ends, breaks(at) > 1);
      comments.add(comment);
      commentsBreak |= comment.breaks();
      at++;
    }
  }

  /// The line breaks before a word.
  private int breaks(int index) {
    if (index == 0 || index >= words.size()) {
      return 0;
    }
    int from = words.get(index - 1).span().end();
    int to = words.get(index).span().start();
    int breaks = 0;
    for (int i = from; i < to && breaks < 2; i++) {
      breaks += source.text().charAt(i) == '\n' ? 1 : 0;
    }
    return breaks;
  }

  /// Whether all words were taken.
  boolean isDone() {
    gather();
    return at == words.size();
  }

  /// Whether comments stand before the next word.
  boolean hasComments() {
    gather();
    return !comments.isEmpty();
  }

  /// Whether one of these needs a line of its own.
  boolean commentsBreak() {
    gather();
    return commentsBreak;
  }

  /// The comments before the next word, without it.
  Layout takeComments() {
    gather();
    Layout layout = Layout.of(comments);
    comments.clear();
    commentsBreak = false;
    return layout;
  }

  /// The next word that is no comment; empty at the end.
  String next() {
    gather();
    return at < words.size() ? text(words.get(at)) : "";
  }

  /// Where the next word begins.
  int position() {
    gather();
    return at < words.size() ? words.get(at).span().start() : source.text().length();
  }

  /// Whether the author ended the line before what comes next, be it a word or comment.
  boolean beginsLine() {
    return comments.isEmpty() && breaks(at) > 0;
  }

  /// Takes the next word with the comments before it.
  Layout take() {
    boolean had = hasComments();
    Layout before = takeComments();
    if (at == words.size()) {
      throw new IllegalStateException("the words of the script are taken");
    }
    boolean apart = breaks(at) > 1;
    Layout word = new Layout.Text(text(words.get(at++)), apart);
    return had ? Layout.of(before, word) : word;
  }

  /// Takes the next word, which is known.
  Layout take(String expected) {
    if (!next().equals(expected)) {
      throw new IllegalStateException("expected " + expected + " before " + next());
    }
    return take();
  }

  /// Takes a comma or semicolon if it comes next, and gives the comments before it. Comments that
  /// end a line stay for the next word.
  Layout skip(String separator) {
    if (!next().equals(separator)) {
      return Layout.EMPTY;
    }
    Layout before = hasComments() && !commentsBreak ? takeComments() : Layout.EMPTY;
    at++;
    return before;
  }

  /// Whether a part of the script is on one line.
  boolean isOneLine(dev.weir.roto.source.Span span) {
    int line = source.text().indexOf('\n', span.start());
    return line < 0 || line >= span.end();
  }
}
