package dev.weir.roto.tool;

import java.util.List;

/// Decides where the lines of a [Layout] end.
///
/// The end of a line is written only before what follows it: until then it is pending, so that a
/// comment at the end of a line of the script can still be put there, whatever words were moved
/// around it. No line ends with a blank.
final class LayoutPrinter {
  /// The columns of a line.
  static final int WIDEST = 100;

  private static final int STEP = 4;

  private final StringBuilder out = new StringBuilder();
  private int column;
  private int pending = -1;
  private boolean keeps;
  private boolean blankDue;
  private boolean full;

  private LayoutPrinter() {}

  /// The text of a layout.
  static String print(Layout layout) {
    LayoutPrinter printer = new LayoutPrinter();
    printer.print(layout, 0, false, 0);
    return printer.out.isEmpty() ? "" : printer.out.append('\n').toString();
  }

  private int room() {
    return WIDEST - (pending >= 0 ? pending : column);
  }

  /// Prints a layout.
  ///
  /// @param after the columns that what follows needs in the same line
  private void print(Layout layout, int indent, boolean flat, int after) {
    switch (layout) {
      case Layout.Text text -> text(text);
      case Layout.Comment comment -> comment(comment, indent);
      case Layout.Break(int width, _) when flat -> {
        if (width > 0 && pending < 0) {
          blankDue = true;
        }
      }
      case Layout.Break line -> endLine(indent, line.keeps());
      case Layout.IfBroken(var text) -> text(new Layout.Text(flat ? "" : text, false));
      case Layout.Indented inner -> print(inner.inner(), indent + STEP, flat, after);
      case Layout.Group group ->
          print(group.inner(), indent, flat || group.width() + after <= room(), after);
      case Layout.Flat(var inner) -> print(inner, indent, true, 0);
      case Layout.Either(var first, var second) -> {
        boolean fits = flat || second.width() + after <= room();
        boolean other = !fits && first.lead() <= room();
        print(other ? first : second, indent, fits, after);
      }
      case Layout.Sequence sequence -> sequence(sequence.parts(), indent, flat, after);
    }
  }

  private void sequence(List<Layout> parts, int indent, boolean flat, int after) {
    int[] rest = new int[parts.size() + 1];
    rest[parts.size()] = after;
    for (int i = parts.size() - 1; i >= 0 && !flat; i--) {
      Layout part = parts.get(i);
      rest[i] = part.lead() + (part.breaks() ? 0 : rest[i + 1]);
    }
    for (int i = 0; i < parts.size(); i++) {
      print(parts.get(i), indent, flat, rest[i + 1]);
    }
  }

  /// Has the line end before the next word.
  private void endLine(int indent, boolean keepsEmptyLine) {
    pending = indent;
    keeps = keepsEmptyLine;
    blankDue = false;
  }

  private void text(Layout.Text text) {
    String word = text.text();
    if (word.isEmpty()) {
      return;
    }
    if (word.isBlank()) {
      blankDue = pending < 0;
      return;
    }
    begin(text.apart(), ",;)]".indexOf(word.charAt(0)) < 0);
    write(word);
  }

  /// Ends the line that is pending, or writes the blank that is due.
  private void begin(boolean apart, boolean blank) {
    if (pending >= 0) {
      if (!out.isEmpty()) {
        out.append(keeps && apart ? "\n\n" : "\n");
      }
      out.repeat(' ', pending);
      column = pending;
      pending = -1;
      full = false;
    } else if (blankDue && blank) {
      out.append(' ');
      column++;
    }
    blankDue = false;
  }

  private void write(String word) {
    out.append(word);
    int line = word.lastIndexOf('\n');
    int width = word.codePointCount(line + 1, word.length());
    column = line < 0 ? column + width : width;
  }

  private void comment(Layout.Comment comment, int indent) {
    boolean ends = comment.ends() || comment.isLine();
    boolean begins = comment.begins() || full && ends;
    boolean trails = !begins && ends;
    if (trails) {
      if (!out.isEmpty()) {
        write(" ");
      }
      write(comment.text());
      if (pending < 0 && (comment.isLine() || comment.text().indexOf('\n') >= 0)) {
        endLine(indent + STEP, false);
      }
      full = comment.isLine();
      blankDue = pending < 0;
      return;
    }
    if (begins && ends) {
      int place = out.isEmpty() ? 0 : pending < 0 ? indent + STEP : pending;
      endLine(place, keeps || pending < 0);
      begin(comment.apart(), false);
      write(comment.text());
      endLine(place, true);
      return;
    }
    int before = out.length();
    begin(comment.apart(), true);
    if (before > 0 && out.length() == before && "([{ \n".indexOf(out.charAt(before - 1)) < 0) {
      write(" ");
    }
    write(comment.text());
    blankDue = true;
  }
}
