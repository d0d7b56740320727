package dev.weir.roto.tool;

import java.util.List;

/// A text whose line breaks are not decided yet, after Wadler, "A prettier printer" (2003), and
/// Oppen, "Prettyprinting" (1980).
///
/// A [Group] is set on one line if it fits, and otherwise every [Break] in it that is in no smaller
/// group ends a line. Each layout knows its width on one line and how far it reaches up to the
/// first place where it may be broken, so that the printer decides in constant time.
sealed interface Layout {
  /// The width of what cannot stand on one line.
  int NEVER = 1 << 24;

  /// Nothing.
  Layout EMPTY = new Text("", false);

  /// A blank that ends no line.
  Layout BLANK = new Text(" ", false);

  /// Nothing, or the end of a line.
  Layout SOFT = new Break(0, false);

  /// A blank, or the end of a line.
  Layout SPACE = new Break(1, false);

  /// The end of a line, behind an opening bracket.
  Layout LINE = new Break(NEVER, false);

  /// The end of a line, behind which the author's empty line is kept.
  Layout NEXT = new Break(NEVER, true);

  /// The columns it takes on one line, at least [#NEVER] if it cannot stand on one.
  int width();

  /// The columns up to the first place where a line may end.
  int lead();

  /// Whether there is such a place.
  boolean breaks();

  /// A word of the script, or part of one.
  ///
  /// @param apart whether the author left an empty line before it
  record Text(String text, boolean apart) implements Layout {
    @Override
    public int width() {
      return breaks() ? NEVER : text.codePointCount(0, text.length());
    }

    @Override
    public int lead() {
      int end = text.indexOf('\n');
      return text.codePointCount(0, end < 0 ? text.length() : end);
    }

    @Override
    public boolean breaks() {
      return text.indexOf('\n') >= 0;
    }
  }

  /// A comment.
  ///
  /// @param begins whether it begins a line of the script
  /// @param ends whether it ends one
  /// @param apart whether the author left an empty line before it
  record Comment(String text, boolean begins, boolean ends, boolean apart) implements Layout {
    /// Whether nothing can follow it in its line.
    boolean isLine() {
      return text.startsWith("//") || text.startsWith("#");
    }

    @Override
    public int width() {
      return breaks() ? NEVER : text.codePointCount(0, text.length()) + 2;
    }

    @Override
    public int lead() {
      return breaks() ? 0 : width();
    }

    @Override
    public boolean breaks() {
      return isLine() || begins && ends || text.indexOf('\n') >= 0;
    }
  }

  /// Where a line may end.
  ///
  /// @param width the blanks instead of it
  /// @param keeps whether the author's empty line is kept
  record Break(int width, boolean keeps) implements Layout {
    @Override
    public int lead() {
      return 0;
    }

    @Override
    public boolean breaks() {
      return true;
    }
  }

  /// A text that is there only if the group around it is broken.
  record IfBroken(String text) implements Layout {
    @Override
    public int width() {
      return 0;
    }

    @Override
    public int lead() {
      return text.length();
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /// Lines begin one step further in.
  record Indented(Layout inner, int width, int lead, boolean breaks) implements Layout {}

  /// On one line if it fits.
  record Group(Layout inner, int width, int lead, boolean breaks) implements Layout {}

  /// Never broken.
  record Flat(Layout inner) implements Layout {
    @Override
    public int width() {
      return inner.width();
    }

    @Override
    public int lead() {
      return inner.width();
    }

    @Override
    public boolean breaks() {
      return false;
    }
  }

  /// One of two settings of the same words: all on one line, or `first` if its beginning fits, or
  /// `second`.
  record Either(Layout first, Layout second) implements Layout {
    @Override
    public int width() {
      return second.width();
    }

    @Override
    public int lead() {
      return Math.min(first.lead(), second.lead());
    }

    @Override
    public boolean breaks() {
      return second.breaks();
    }
  }

  /// One after the other.
  record Sequence(List<Layout> parts, int width, int lead, boolean breaks) implements Layout {}

  /// One after the other.
  static Layout of(Layout... parts) {
    return of(List.of(parts));
  }

  /// One after the other.
  static Layout of(List<Layout> parts) {
    int width = 0;
    int lead = 0;
    boolean breaks = false;
    for (Layout part : parts) {
      width = Math.min(NEVER, width + part.width());
      if (!breaks) {
        lead = Math.min(NEVER, lead + part.lead());
        breaks = part.breaks();
      }
    }
    return new Sequence(List.copyOf(parts), width, lead, breaks);
  }

  /// A text that the formatter adds.
  static Layout text(String text) {
    return new Text(text, false);
  }

  /// One step further in.
  static Layout indented(Layout... parts) {
    Layout inner = of(parts);
    return new Indented(inner, inner.width(), inner.lead(), inner.breaks());
  }

  /// On one line if it fits.
  static Layout group(Layout... parts) {
    Layout inner = of(parts);
    return new Group(inner, inner.width(), inner.lead(), inner.breaks());
  }
}
