package dev.weir.cli.command;

import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.dns.check.Finding;
import dev.weir.dns.check.Report;
import dev.weir.dns.check.Rule;
import dev.weir.dns.type.RecordType;
import java.util.Comparator;

/// Prints findings, for people and as JSON.
final class ReportOutput {
  private ReportOutput() {}

  /// Prints a line for each finding that was kept, and how many more there are.
  static void lines(Report report, Console console) {
    for (Finding finding : report.findings()) {
      Colour colour =
          switch (finding.severity()) {
            case ERROR -> Colour.RED;
            case WARNING -> Colour.YELLOW;
            case NOTE -> Colour.GREEN;
          };
      console.out().println(console.paint(colour, finding.toString()));
    }
    long more = report.total() - report.findings().size();
    if (more > 0) {
      console.out().println("and " + more + " more");
    }
  }

  /// Says how many findings there are, such as `2 errors, 1 warning`; empty if there are none.
  static String count(Report report) {
    StringBuilder text = new StringBuilder();
    append(text, report.errors(), "error");
    append(text, report.warnings(), "warning");
    append(text, report.notes(), "note");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String word) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(word);
      text.append(count == 1 ? "" : "s");
    }
  }

  /// Writes the members `errors`, `warnings`, `notes`, `rules` and `findings` into the open object.
  static void members(Report report, Json json) {
    json.field("errors", report.errors())
        .field("warnings", report.warnings())
        .field("notes", report.notes());
    json.object("rules");
    report.counts().keySet().stream()
        .sorted(Comparator.comparing(Rule::id))
        .forEach(rule -> json.field(rule.id(), report.counts().getOrDefault(rule, 0L)));
    json.end().array("findings");
    for (Finding finding : report.findings()) {
      RecordType type = finding.type();
      json.object()
          .field("severity", finding.severity().word())
          .field("owner", finding.owner().toString())
          .field("type", type == null ? null : type.toString())
          .field("rule", finding.rule().id())
          .field("reference", finding.rule().reference())
          .field("text", finding.text())
          .end();
    }
    json.end();
  }
}
