package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The parser against cases of another implementation's suite, whose file is not part of this
/// repository: give its path by `-Dconformance.roto=FILE`.
class SyntaxConformanceTest {
  @SuppressWarnings("unchecked")
  private static List<String> scripts(Map<String, Object> each) {
    List<String> scripts = new ArrayList<>();
    if (each.get("script") instanceof String script) {
      scripts.add(script);
    }
    if (each.get("modules") instanceof Map<?, ?> modules) {
      modules.values().forEach(text -> scripts.add((String) text));
    }
    return scripts;
  }

  @Test
  @SuppressWarnings("unchecked")
  void readsWhatIsValidAndRefusesWhatIsNot() throws IOException {
    String file = System.getProperty("conformance.roto");
    assumeTrue(file != null, "conformance cases not given: -Dconformance.roto=FILE");
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (String line : Files.readAllLines(Path.of(file))) {
      Map<String, Object> each = (Map<String, Object>) Json.parse(line);
      String kind = (String) each.get("kind");
      String stage = (String) each.get("stage");
      if (stage.equals("cli") && kind.equals("compile_error")) {
        continue;
      }
      boolean valid = !stage.equals("parse") || kind.equals("ok");
      for (String script : scripts(each)) {
        count++;
        List<Diagnostic> found = diagnostics(script, (String) each.get("entry"));
        String problem = problem(each, valid, found);
        if (!problem.isEmpty()) {
          wrong.add(each.get("name") + ": " + problem);
        }
      }
    }
    assertThat(wrong).as("of %s scripts", count).isEmpty();
    assertThat(count).isGreaterThan(200);
  }

  private static List<Diagnostic> diagnostics(String script, String entry) {
    Source source = new Source("case", script);
    return "expr".equals(entry)
        ? Parser.snippet(source).diagnostics()
        : Parser.parse(source).diagnostics();
  }

  private static String problem(Map<String, Object> each, boolean valid, List<Diagnostic> found) {
    if (valid || found.isEmpty()) {
      return valid == found.isEmpty() ? "" : "found " + found;
    }
    Diagnostic first = found.getFirst();
    if (each.get("error_at") instanceof Map<?, ?> place) {
      Source source = first.primary().source();
      int start = first.primary().span().start();
      if (number(place.get("line")) != source.line(start)
          || number(place.get("col")) != source.column(start)) {
        return "expected at " + place + ": " + first;
      }
    }
    if (each.get("label_count") instanceof Number labels
        && labels.intValue() != 1 + first.secondary().size()) {
      return "expected " + labels + " labels: " + first;
    }
    return "";
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
