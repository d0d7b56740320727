package dev.weir.roto.check;

import dev.weir.roto.library.ContextVariable;
import dev.weir.roto.library.Library;
import dev.weir.roto.library.LibraryBuilder;
import dev.weir.roto.library.Standard;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tree.Program;
import dev.weir.roto.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the checker says about small scripts.
final class Checks {
  private Checks() {}

  static Library library() {
    return new LibraryBuilder(Standard.library())
        .print(_ -> {})
        .context(
            new ContextVariable(
                "peer",
                Type.Scalar.U32,
                "",
                MethodHandles.empty(MethodType.methodType(int.class, Object.class))))
        .build();
  }

  static Checked check(Map<String, String> modules) {
    List<ParsedModule> parsed = new ArrayList<>();
    modules.forEach((path, text) -> {
      Parsed file = Parser.parse(new Source(path, text));
      if (!file.diagnostics().isEmpty()) {
        throw new IllegalArgumentException(file.diagnostics() + "");
      }
      parsed.add(new ParsedModule(path, file.file()));
    });
    return Checker.check(parsed, library());
  }

  static Checked check(String script) {
    return check(Map.of("pkg", script));
  }

  /// Errors and warnings as `CODE line:column`.
  static List<String> findings(String script) {
    return check(script).diagnostics().stream().map(Checks::brief).toList();
  }

  /// Errors alone.
  static List<String> errors(String script) {
    return errors(check(script));
  }

  static List<String> errors(Checked checked) {
    return checked.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(Checks::brief)
        .toList();
  }

  /// Modules in the order given: path, text, path, text.
  static Map<String, String> modules(String... pairs) {
    Map<String, String> modules = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      modules.put(pairs[i], pairs[i + 1]);
    }
    return modules;
  }

  /// The program of a script without errors.
  static Program program(String script) {
    Checked checked = check(script);
    return Objects.requireNonNull(checked.program(), () -> checked.diagnostics() + "");
  }

  private static String brief(Diagnostic diagnostic) {
    Source source = diagnostic.primary().source();
    String place = source.place(diagnostic.primary().span().start());
    return diagnostic.code() + " " + place.replaceFirst("^pkg:", "");
  }
}
