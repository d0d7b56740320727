package dev.weir.roto.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Shows a diagnostic to a person: message, the lines it is about with the places underlined, notes
/// and the fix.
///
/// ```
/// error[E1001]: expected `;`, found `let`
///  --> filter.roto:2:3
///   |
/// 1 |   let a = 1
///   |            - add `;`
/// 2 |   let b = 2;
///   |   ^^^ expected `;`
/// ```
///
/// The primary place is marked by `^` and others by `-`; each label has a row of its own.
public final class DiagnosticPrinter {
  private static final String RESET = "\u001B[0m";
  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[1;31m";
  private static final String YELLOW = "\u001B[1;33m";
  private static final String BLUE = "\u001B[1;34m";
  private static final String CYAN = "\u001B[36m";

  private final StringBuilder out = new StringBuilder();
  private final Diagnostic diagnostic;
  private final boolean colour;
  private int margin;

  private DiagnosticPrinter(Diagnostic diagnostic, boolean colour) {
    this.diagnostic = diagnostic;
    this.colour = colour;
  }

  /// The text of a diagnostic; every line of it ends with `\n`.
  ///
  /// @param colour whether ANSI escapes are used, for a terminal
  public static String render(Diagnostic diagnostic, boolean colour) {
    DiagnosticPrinter printer = new DiagnosticPrinter(diagnostic, colour);
    printer.print();
    return printer.out.toString();
  }

  /// The texts of many, with an empty line between them.
  public static String render(List<Diagnostic> diagnostics, boolean colour) {
    return String.join("\n", diagnostics.stream().map(each -> render(each, colour)).toList());
  }

  private String paint(String escape, String text) {
    return colour && !text.isEmpty() ? escape + text + RESET : text;
  }

  private String strong() {
    return diagnostic.severity() == Severity.ERROR ? RED : YELLOW;
  }

  private void print() {
    String word = diagnostic.severity() == Severity.ERROR ? "error" : "warning";
    out.append(paint(strong(), word + "[" + diagnostic.code().id() + "]"))
        .append(paint(BOLD, ": " + visible(diagnostic.message())))
        .append('\n');
    Map<Source, List<Label>> bySource = new LinkedHashMap<>();
    bySource.computeIfAbsent(diagnostic.primary().source(), _ -> new ArrayList<>());
    List<Label> labels = new ArrayList<>(diagnostic.secondary());
    labels.addFirst(diagnostic.primary());
    for (Label label : labels) {
      bySource.computeIfAbsent(label.source(), _ -> new ArrayList<>()).add(label);
      margin = Math.max(margin, Integer.toString(line(label)).length());
    }
    bySource.forEach(this::printSource);
    for (String note : diagnostic.notes()) {
      trailer("note", note);
    }
    diagnostic.fix().ifPresent(fix -> trailer("help", fix.title()));
  }

  private void trailer(String word, String text) {
    out.append(" ".repeat(margin + 1))
        .append(paint(BLUE, "="))
        .append(' ')
        .append(paint(BOLD, word + ":"))
        .append(' ')
        .append(visible(text))
        .append('\n');
  }

  private static int line(Label label) {
    return label.source().line(label.span().start());
  }

  private void printSource(Source source, List<Label> labels) {
    out.append(" ".repeat(margin))
        .append(paint(BLUE, "-->"))
        .append(' ')
        .append(visible(source.place(labels.getFirst().span().start())))
        .append('\n');
    gutter("");
    out.append('\n');
    TreeMap<Integer, List<Label>> byLine = new TreeMap<>();
    for (Label label : labels) {
      byLine.computeIfAbsent(line(label), _ -> new ArrayList<>()).add(label);
    }
    int before = -1;
    for (Map.Entry<Integer, List<Label>> each : byLine.entrySet()) {
      int line = each.getKey();
      if (before > 0 && line == before + 2) {
        printLine(line - 1, new Excerpt(source.lineText(line - 1), 0));
      } else if (before > 0 && line > before + 2) {
        out.append(paint(BLUE, "...")).append('\n');
      }
      printLabels(source, line, each.getValue());
      before = line;
    }
  }

  private void gutter(String number) {
    out.append(paint(BLUE, " ".repeat(margin - number.length()) + number + " |"));
  }

  private void printLine(int line, Excerpt excerpt) {
    gutter(Integer.toString(line));
    String text = excerpt.text();
    out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }

  private void printLabels(Source source, int line, List<Label> labels) {
    String text = source.lineText(line);
    int start = source.lineStart(line);
    labels.sort(Comparator.comparingInt(label -> label == diagnostic.primary() ? 0 : 1));
    Excerpt excerpt = new Excerpt(text, labels.getFirst().span().start() - start);
    printLine(line, excerpt);
    for (Label label : labels) {
      boolean primary = label == diagnostic.primary();
      int from = excerpt.column(label.span().start() - start);
      int to = excerpt.column(Math.min(label.span().end() - start, text.length()));
      String mark = (primary ? "^" : "-").repeat(Math.max(1, to - from));
      boolean more = source.line(label.span().end()) > line && label.span().length() > 1;
      gutter("");
      out.append(" ".repeat(from + 1))
          .append(
              paint(
                  primary ? strong() : CYAN,
                  (mark + (more ? ".." : "") + " " + visible(label.text())).stripTrailing()))
          .append('\n');
    }
  }

  /// A message cannot move the cursor.
  private static String visible(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
