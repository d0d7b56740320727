package dev.weir.roto.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Elements between brackets, with commas.
final class ListLayout {
  /// How a list is set.
  enum Style {
    /// `(a, b)`, with a comma behind the last element where each has its line.
    TIGHT,
    /// `{a, b}`, without it: the grammar of imports has none.
    TIGHT_WITHOUT_LAST,
    /// `{ a, b }`; one element a line if the author began a line after the bracket.
    SPACED
  }

  private final ScriptWords words;
  private boolean hadLastComments;

  ListLayout(ScriptWords words) {
    this.words = words;
  }

  /// A bracket, elements and a bracket.
  <T> Layout list(List<T> elements, Function<? super T, Layout> one, Style style) {
    Layout open = words.take();
    boolean kept = style == Style.SPACED && words.beginsLine();
    if (elements.isEmpty() && !words.hasComments()) {
      return Layout.of(open, words.take());
    }
    Layout edge = kept ? Layout.LINE : style == Style.SPACED ? Layout.SPACE : Layout.SOFT;
    List<Layout> parts = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      parts.add(i == 0 ? edge : kept ? Layout.NEXT : new Layout.Break(1, true));
      parts.add(one.apply(elements.get(i)));
      parts.add(words.skip(","));
      if (i < elements.size() - 1) {
        parts.add(Layout.text(","));
      } else if (style != Style.TIGHT_WITHOUT_LAST) {
        parts.add(new Layout.IfBroken(","));
      }
    }
    hadLastComments = words.hasComments();
    Layout inner = Layout.indented(Layout.of(parts), lastComments());
    return Layout.group(open, inner, edge, words.take());
  }

  /// Whether comments stood before the closing bracket of the list made last.
  boolean hadLastComments() {
    return hadLastComments;
  }

  /// The comments behind the last item of a file.
  ///
  /// @param items whether there are items
  Layout lastCommentsOfFile(boolean items) {
    return words.hasComments()
        ? Layout.of(items ? Layout.NEXT : Layout.EMPTY, words.takeComments())
        : Layout.EMPTY;
  }

  /// The comments before a closing bracket, further in than the bracket.
  Layout lastComments() {
    if (!words.hasComments()) {
      return Layout.EMPTY;
    }
    Layout before = words.commentsBreak() ? Layout.NEXT : Layout.EMPTY;
    return Layout.of(before, words.takeComments());
  }
}
