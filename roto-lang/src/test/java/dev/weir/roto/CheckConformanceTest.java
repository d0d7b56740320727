package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Holds the checker against the cases of the file `-Dconformance.roto`: what must pass passes,
/// what must fail parses and then fails, at the place and with the number of labels that are given.
@EnabledIfSystemProperty(named = "conformance.roto", matches = ".+")
class CheckConformanceTest {
  @Test
  void everyCaseIsAcceptedOrRefusedByTheChecker() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : Files.readAllLines(Path.of(System.getProperty("conformance.roto")))) {
      if (Json.parse(line) instanceof Map<?, ?> found && !"parse".equals(found.get("stage"))) {
        count++;
        String verdict = judge(found);
        if (!verdict.isEmpty()) {
          wrong.add(found.get("name") + ": " + verdict);
        }
      }
    }
    assertThat(wrong).as("of %d cases", count).isEmpty();
    assertThat(count).isPositive();
  }

  private static String judge(Map<?, ?> expected) {
    Map<String, String> sources = new LinkedHashMap<>();
    if (expected.get("modules") instanceof Map<?, ?> modules) {
      modules.forEach((path, text) -> sources.put(path + "", text + ""));
    } else {
      sources.put("pkg", expected.get("script") + "");
    }
    List<ParsedModule> modules = new ArrayList<>();
    for (String path : sources.keySet().stream().sorted().toList()) {
      Parsed parsed = Parser.parse(new Source(path, sources.getOrDefault(path, "")));
      if (!parsed.diagnostics().isEmpty()) {
        return "does not parse: " + parsed.diagnostics();
      }
      modules.add(new ParsedModule(path, parsed.file()));
    }
    ConformanceHost host = new ConformanceHost(map(expected, "host"), map(expected, "context"));
    Checked checked = Checker.check(modules, host.runtime().library());
    List<Diagnostic> errors =
        checked.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if ("ok".equals(expected.get("kind"))) {
      return errors.isEmpty() ? "" : "refused: " + errors;
    }
    return errors.isEmpty() ? "accepted" : place(expected, errors.getFirst());
  }

  private static Map<?, ?> map(Map<?, ?> from, String key) {
    return from.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String place(Map<?, ?> expected, Diagnostic error) {
    int labels = 1 + error.secondary().size();
    String found = "";
    if (expected.get("label_count") instanceof Number count && count.intValue() != labels) {
      found = labels + " labels instead of " + count + " ";
    }
    if (expected.get("error_at") instanceof Map<?, ?> at) {
      String wanted = "pkg:" + at.get("line") + ":" + at.get("col");
      Source source = error.primary().source();
      String actual = source.place(error.primary().span().start());
      found += wanted.equals(actual) ? "" : "at " + actual + " instead of " + wanted;
    }
    return found;
  }
}
