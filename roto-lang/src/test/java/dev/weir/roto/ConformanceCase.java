package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.FunctionInfo;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.host.ScriptTest;
import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One case, as the file of cases has it.
record ConformanceCase(Map<?, ?> json) {
  static ConformanceCase parse(String line) {
    return new ConformanceCase((Map<?, ?>) Objects.requireNonNull(Json.parse(line)));
  }

  String text(String key) {
    return String.valueOf(json.get(key));
  }

  String name() {
    return text("stage") + " " + text("name");
  }

  private boolean mustCompile() {
    return text("kind").equals("ok");
  }

  private Map<?, ?> map(String key) {
    return json.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private List<?> list(String key) {
    return json.get(key) instanceof List<?> list ? list : List.of();
  }

  private SourceTree sources() {
    Map<?, ?> modules = map("modules");
    if (modules.isEmpty()) {
      return SourceTree.of("case.roto", text("script"));
    }
    return new SourceTree(
        modules.entrySet().stream()
            .map(entry ->
                new Module(
                    String.valueOf(entry.getKey()),
                    new Source(entry.getKey() + ".roto", String.valueOf(entry.getValue()))))
            .sorted((a, b) -> a.path().compareTo(b.path()))
            .toList());
  }

  void hold() {
    if (text("stage").equals("parse")) {
      parseStage();
      return;
    }
    ConformanceHost host = new ConformanceHost(map("host"), map("context"));
    Compilation compilation = host.runtime().compile(sources());
    if (!mustCompile()) {
      refused(compilation);
      return;
    }
    if (compilation instanceof Compilation.Rejected rejected) {
      fail("does not compile: %s", rejected.diagnostics());
    }
    CompiledPackage compiled = compilation.orThrow();
    switch (text("stage")) {
      case "run" -> calls(compiled);
      case "test" -> tests(compiled);
      case "cli" -> commandLine(compiled, host);
      default -> {}
    }
    if (json.get("host_state_after") instanceof BigDecimal state) {
      assertThat(host.counter()).isEqualTo(state.longValueExact());
    }
  }

  // ---- parse ------------------------------------------------------------------------------------

  private void parseStage() {
    Source source = new Source("case.roto", text("script"));
    List<Diagnostic> found =
        text("entry").equals("file")
            ? Parser.parse(source).diagnostics()
            : Parser.snippet(source).diagnostics();
    List<Diagnostic> errors = errors(found);
    if (mustCompile()) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).isNotEmpty();
      place(errors.getFirst());
    }
  }

  private static List<Diagnostic> errors(List<Diagnostic> all) {
    return all.stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  private void refused(Compilation compilation) {
    for (Module module : sources().modules()) {
      assertThat(errors(Parser.parse(module.source()).diagnostics())).isEmpty();
    }
    assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
    List<Diagnostic> errors = errors(compilation.diagnostics());
    assertThat(errors).isNotEmpty();
    place(errors.getFirst());
  }

  /// The place of the first error and the number of its labels, where the case tells them.
  private void place(Diagnostic error) {
    if (map("error_at").isEmpty()) {
      return;
    }
    Source source = error.primary().source();
    int start = error.primary().span().start();
    assertThat(source.line(start) + ":" + source.column(start))
        .as(error.toString())
        .isEqualTo(map("error_at").get("line") + ":" + map("error_at").get("col"));
    assertThat(error.secondary().size() + 1)
        .as("labels of " + error)
        .isEqualTo(((BigDecimal) Objects.requireNonNull(json.get("label_count"))).intValueExact());
  }

  // ---- run --------------------------------------------------------------------------------------

  private void calls(CompiledPackage compiled) {
    map("sigs").forEach((name, signature) -> signature(compiled, name, (Map<?, ?>) signature));
    for (Object each : list("calls")) {
      call(compiled, (Map<?, ?>) Objects.requireNonNull(each));
    }
  }

  private static FunctionInfo function(CompiledPackage compiled, Object name) {
    FunctionInfo info = compiled.find(String.valueOf(name));
    if (info == null) {
      throw new AssertionError("there is no function " + name);
    }
    return info;
  }

  private static void signature(CompiledPackage compiled, Object name, Map<?, ?> signature) {
    FunctionInfo info = function(compiled, name);
    List<String> types = info.parameters().stream().map(field -> plain(field.type())).toList();
    assertThat(types).hasToString(String.valueOf(signature.get("params")));
    assertThat(plain(info.result())).isEqualTo(signature.get("ret"));
  }

  private static String plain(Type type) {
    return type.toString().replace("[!", "[()").replace(", !", ", ()");
  }

  private static void call(CompiledPackage compiled, Map<?, ?> call) {
    FunctionInfo info = function(compiled, call.get("fn"));
    List<?> written = (List<?>) Objects.requireNonNull(call.get("args"));
    @Nullable Object[] arguments = new @Nullable Object[written.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = ConformanceValues.read(info.parameters().get(i).type(), written.get(i));
    }
    Object result = compiled.callFriendly(info.path(), Limits.USUAL, call.get("ctx"), arguments);
    if (!Boolean.TRUE.equals(call.get("unasserted"))) {
      ConformanceValues.hold(info.result(), result, call.get("expected"));
    }
  }

  // ---- test, cli --------------------------------------------------------------------------------

  private void tests(CompiledPackage compiled) {
    List<ScriptTest> tests = compiled.tests();
    boolean all = tests.stream().allMatch(test -> test.run() instanceof Outcome.Passed);
    assertThat(all).isEqualTo(json.get("tests_pass"));
    if (json.get("test_count") instanceof BigDecimal count) {
      assertThat(tests).hasSize(count.intValueExact());
    }
    if (!list("test_names").isEmpty()) {
      assertThat(tests.stream().map(ScriptTest::path).toList())
          .hasToString(list("test_names").toString());
    }
  }

  private void commandLine(CompiledPackage compiled, ConformanceHost host) {
    if (text("mode").equals("run")) {
      compiled.call("main");
      assertThat(host.printed()).isEqualTo(text("stdout"));
    }
  }
}
