package dev.weir.cli.roto;

import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.DiagnosticPrinter;
import dev.weir.roto.source.Fix;
import dev.weir.roto.source.Label;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.Span;
import java.util.List;
import java.util.Locale;

/// Prints what is wrong with scripts: for people with an excerpt, for programs as an object a line.
///
/// In JSON `start` and `end` are octets of the file, `line` and `column` count from 1, columns in
/// code points.
final class DiagnosticOutput {
  private final Console console;
  private final boolean json;

  DiagnosticOutput(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /// Prints them in order: as JSON on standard output, else on standard error.
  void print(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (json) {
        json(diagnostic);
      } else {
        console
            .err()
            .println(DiagnosticPrinter.render(diagnostic, console.screen().colourErr()).strip());
        console.err().println();
      }
    }
  }

  /// How many there are of a severity.
  static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(one -> one.severity() == severity).count();
  }

  /// `2 errors, 1 warning`; empty if there is nothing.
  static String summary(List<Diagnostic> diagnostics) {
    String errors = number(count(diagnostics, Severity.ERROR), "error");
    String warnings = number(count(diagnostics, Severity.WARNING), "warning");
    return errors + (errors.isEmpty() || warnings.isEmpty() ? "" : ", ") + warnings;
  }

  private static String number(long count, String word) {
    return count == 0 ? "" : count + " " + word + (count == 1 ? "" : "s");
  }

  /// `FILE: ok`, `FILE: ok (1 warning)`, `FILE: 2 errors`: the line that ends what is said of a
  /// path.
  void verdict(String path, List<Diagnostic> diagnostics, boolean good) {
    String summary = summary(diagnostics);
    if (json) {
      new Json(console.out())
          .object()
          .field("type", "file")
          .field("path", path)
          .field("ok", good)
          .field("errors", count(diagnostics, Severity.ERROR))
          .field("warnings", count(diagnostics, Severity.WARNING))
          .end()
          .newline();
    } else if (good) {
      String ok = console.paint(Colour.GREEN, "ok");
      console.out().println(path + ": " + ok + (summary.isEmpty() ? "" : " (" + summary + ")"));
    } else {
      console.out().println(path + ": " + console.paint(Colour.RED, summary));
    }
  }

  private void json(Diagnostic diagnostic) {
    Json out = new Json(console.out());
    out.object().field("type", "diagnostic");
    out.field("code", diagnostic.code().id());
    out.field("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    out.field("message", diagnostic.message());
    place(out, diagnostic.primary().source(), diagnostic.primary().span());
    out.field("label", diagnostic.primary().text());
    out.array("labels");
    for (Label label : diagnostic.secondary()) {
      out.object();
      place(out, label.source(), label.span());
      out.field("text", label.text()).end();
    }
    out.end().array("notes");
    diagnostic.notes().forEach(out::value);
    out.end();
    if (diagnostic.fix().isPresent()) {
      Fix fix = diagnostic.fix().get();
      out.object("fix").field("title", fix.title());
      place(out, fix.source(), fix.span());
      out.field("replacement", fix.replacement()).end();
    } else {
      out.name("fix").value((String) null);
    }
    out.end().newline();
  }

  /// Writes the members `file`, `start`, `end`, `line`, `column`, `endLine`, `endColumn`.
  static void place(Json out, Source source, Span span) {
    out.field("file", source.name())
        .field("start", source.octet(span.start()))
        .field("end", source.octet(span.end()))
        .field("line", source.line(span.start()))
        .field("column", source.column(span.start()))
        .field("endLine", source.line(span.end()))
        .field("endColumn", source.column(span.end()));
  }
}
