package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.ScriptTest;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.syntax.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Small scripts and what becomes of them, from the files `cases/*.cases`.
///
/// A case begins with a line `=== what it shows | outcome`; the script follows. Outcomes:
/// `parse-error` (not even a tree), `check-error` (a tree, and an error of the checker), `ok`
/// (compiles), `pass` (compiles, and all its tests accept), `fault KIND` (compiles, and its test is
/// stopped for that reason).
class LanguageCasesTest {
  private static final Runtime RUNTIME = Runtime.standard();
  private static final Limits LIMITS = new Limits(50_000_000, 1_000, 1 << 28);

  private record Case(String name, String outcome, String script) {}

  @TestFactory
  Stream<DynamicTest> syntax() throws IOException {
    return testsOf("syntax");
  }

  @TestFactory
  Stream<DynamicTest> types() throws IOException {
    return testsOf("types");
  }

  @TestFactory
  Stream<DynamicTest> arithmetic() throws IOException {
    return testsOf("arithmetic");
  }

  private static Stream<DynamicTest> testsOf(String file) throws IOException {
    return read(file).stream()
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> judge(example)));
  }

  private static List<Case> read(String file) throws IOException {
    String text;
    try (InputStream in = LanguageCasesTest.class.getResourceAsStream("cases/" + file + ".cases")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Case> cases = new ArrayList<>();
    String[] pieces = text.split("(?m)^=== ", -1);
    for (int i = 1; i < pieces.length; i++) {
      int end = pieces[i].indexOf('\n');
      String[] head = pieces[i].substring(0, end).split(" \\| ", 2);
      cases.add(new Case(head[0], head[1].strip(), pieces[i].substring(end + 1)));
    }
    assertThat(cases).hasSizeGreaterThan(20);
    return cases;
  }

  private static void judge(Case example) {
    Source source = new Source("case.roto", example.script());
    List<Diagnostic> syntax = errors(Parser.parse(source).diagnostics());
    if (example.outcome().equals("parse-error")) {
      assertThat(syntax).isNotEmpty();
      return;
    }
    assertThat(syntax).isEmpty();
    Compilation compilation = RUNTIME.compile(SourceTree.of(source));
    List<Diagnostic> errors = errors(compilation.diagnostics());
    if (example.outcome().equals("check-error")) {
      assertThat(errors).isNotEmpty();
      assertThat(errors).extracting(Diagnostic::code).doesNotContain(Code.UNEXPECTED_TOKEN);
      return;
    }
    assertThat(errors).isEmpty();
    switch (compilation) {
      case Compilation.Compiled compiled -> run(example, compiled.result());
      case Compilation.Rejected rejected -> fail("rejected without an error: " + rejected);
    }
  }

  private static void run(Case example, CompiledPackage script) {
    if (example.outcome().equals("ok")) {
      return;
    }
    assertThat(script.tests()).isNotEmpty();
    for (ScriptTest test : script.tests()) {
      Outcome outcome = test.run(LIMITS, null);
      if (example.outcome().equals("pass")) {
        assertThat(outcome).isEqualTo(new Outcome.Passed());
      } else {
        Fault fault = Fault.valueOf(example.outcome().substring("fault ".length()));
        assertThat(outcome).isInstanceOf(Outcome.Faulted.class);
        assertThat(((Outcome.Faulted) outcome).reason().fault()).isEqualTo(fault);
      }
    }
  }

  private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }
}
