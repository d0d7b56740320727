package dev.weir.roto.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.DiagnosticPrinter;
import dev.weir.roto.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is said of mistakes; those of a beginner, as they are shown, are in
/// `cases/messages.golden`.
class DiagnosticsTest {
  @TestFactory
  Stream<DynamicTest> messages() throws IOException {
    String text;
    try (InputStream in =
        DiagnosticsTest.class.getResourceAsStream("/dev/weir/roto/cases/messages.golden")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    return Stream.of(text.split("(?m)^=== ", -1))
        .skip(1)
        .map(piece -> {
          int end = piece.indexOf('\n');
          String[] parts = piece.substring(end + 1).split("(?m)^---\n", -1);
          Source source = new Source("script.roto", parts[0]);
          return DynamicTest.dynamicTest(
              piece.substring(0, end),
              () ->
                  assertThat(DiagnosticPrinter.render(Parser.parse(source).diagnostics(), false))
                      .isEqualTo(parts[1]));
        });
  }

  @Test
  void callersOfABrokenHeaderGetNoErrorsOfTheirOwn() {
    Parsed parsed =
        Parser.parse(
            new Source("t", "fn f(a: u32 -> u32 { a }\nfn k(a: u32) -> u32\n\nfn g() {}\n"));
    assertThat(parsed.diagnostics()).hasSize(2);
    assertThat(AstPrinter.print(parsed.file(), null))
        .isEqualTo(
            """
            File
              items:
                Constant name=f
                  type: BadType
                  value: BadExpression
                Function kind=FN name=k
                  typeParameters: none
                  parameters:
                    Parameter name=a
                      type: NamedType path=u32
                  result: NamedType path=u32
                  body: Block
                    statements: none
                    result: BadExpression
                Function kind=FN name=g
                  typeParameters: none
                  parameters: none
                  body: Block
                    statements: none
            """);
  }

  private static List<String> messages(String text) {
    return Parser.parse(new Source("t", text)).diagnostics().stream()
        .map(Diagnostic::toString)
        .toList();
  }

  @Test
  void eachMistakeIsReportedOnceAndTheRestIsRead() {
    assertThat(messages("fn f() {\n  let a = 1\n  let b = 2;\n  a +;\n  g(a b);\n}\nfn ;\n"))
        .containsExactly(
            "t:3:3: expected `;`, found `let` [E1001]",
            "t:4:6: expected an expression, found `;` [E1001]",
            "t:5:7: expected `,` or `)`, found `b` [E1001]",
            "t:7:4: expected the name of the function, found `;` [E1001]");
  }

  @Test
  void aMissingBraceIsFoundAtTheNextItem() {
    Parsed parsed = Parser.parse(new Source("t", "fn f() {\n  x();\n\nfn g() {}\n"));
    assertThat(parsed.diagnostics()).hasSize(1);
    assertThat(parsed.file().items()).hasSize(2);
  }

  @Test
  void underlinesStayInPlaceBehindTabsAndWideCharacters() {
    Parsed parsed = Parser.parse(new Source("t", "fn f() {\n\t\"日本\" +;\n}\n"));
    assertThat(DiagnosticPrinter.render(parsed.diagnostics().getFirst(), false))
        .isEqualTo(
            """
            error[E1001]: expected an expression, found `;`
             --> t:2:8
              |
            2 |     "日本" +;
              |             ^ expected an expression
            """);
  }

  @Test
  void moreLinesAreAskedForOnlyWhereTheyHelp() {
    assertThat(Parser.snippet(new Source("p", "fn f() {")).incomplete()).isTrue();
    assertThat(Parser.snippet(new Source("p", "1 +")).incomplete()).isTrue();
    assertThat(Parser.snippet(new Source("p", "f\"a {1")).incomplete()).isTrue();
    assertThat(Parser.snippet(new Source("p", "1 + )")).incomplete()).isFalse();
    assertThat(Parser.snippet(new Source("p", "1 + 1")).succeeded()).isTrue();
  }

  @Test
  void breakIsANameWhereTheFileDeclaresIt() {
    String loop = "fn f() { while true { break; } }";
    assertThat(AstPrinter.print(Parser.parse(new Source("t", loop)).file())).contains("Break");
    String name = "fn f() { let break = 1; break; }";
    assertThat(AstPrinter.print(Parser.parse(new Source("t", name)).file()))
        .doesNotContain("Break");
  }
}
