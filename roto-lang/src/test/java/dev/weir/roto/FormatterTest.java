package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.AstPrinter;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.syntax.Word;
import dev.weir.roto.tool.Formatter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The formatter: scripts beside their formatted form from `cases/format.golden`, and what must
/// hold for every script.
class FormatterTest {
  private static String format(String text) {
    return Formatter.format(new Source("case", text)).orElseThrow();
  }

  static String resource(String name) throws IOException {
    try (InputStream in = FormatterTest.class.getResourceAsStream("cases/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The scripts of the `.cases` files.
  static List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String file : List.of("syntax", "types", "arithmetic")) {
      String[] pieces = resource(file + ".cases").split("(?m)^=== .*\\n", -1);
      scripts.addAll(List.of(pieces).subList(1, pieces.length));
    }
    return scripts;
  }

  @TestFactory
  Stream<DynamicTest> golden() throws IOException {
    String[] pieces = resource("format.golden").split("(?m)^=== ", -1);
    assertThat(pieces).hasSizeGreaterThan(12);
    return Stream.of(pieces)
        .skip(1)
        .map(piece -> {
          int end = piece.indexOf('\n');
          String[] texts = piece.substring(end + 1).split("(?m)^---\\n", -1);
          return DynamicTest.dynamicTest(
              piece.substring(0, end),
              () -> {
                assertThat(format(texts[0])).isEqualTo(texts[1]);
                judge(texts[0]);
              });
        });
  }

  @Test
  void setsBlanksAndIndentation() {
    assertThat(
            format(
                "fn  f( x:u32 ,y : u32? )->u32{ // why\n"
                    + "let a=x*- 2+g( y )[ 0 ] ;\n\n\nif a>1&&! b{\nreturn 10.0.0.0 / 8;\n}\n"
                    + "xs.map( | a |a+1 )\n .len( )\n}"))
        .isEqualTo(
            """
            fn f(x: u32, y: u32?) -> u32 { // why
                let a = x * -2 + g(y)[0];

                if a > 1 && !b {
                    return 10.0.0.0/8;
                }
                xs.map(|a| a + 1).len()
            }
            """);
  }

  @Test
  void isEmptyForWhatDoesNotParse() {
    assertThat(Formatter.format(new Source("case", "fn f( {"))).isEmpty();
  }

  @Test
  void keepsTheTreeAndTheCommentsAndIsDoneAfterOnce() throws IOException {
    for (String script : scripts()) {
      if (Parser.parse(new Source("case", script)).succeeded()) {
        judge(script);
      }
    }
  }

  @Test
  void holdsForScriptsSqueezedIntoOneLineAndPulledApart() throws IOException {
    for (String script : scripts()) {
      if (!Parser.parse(new Source("case", script)).succeeded() || script.startsWith("#!")) {
        continue;
      }
      for (String between :
          List.of("\n", " /* c */ ", " // c\n", "\n// c\n", "\n\n/* c\n c */\n")) {
        String text = apart(script, between);
        if (Parser.parse(new Source("case", text)).succeeded()) {
          assertThat(format(text)).isNotEqualTo(text);
          judge(text);
        }
      }
    }
  }

  @Test
  void deepNestingIsSetToo() {
    for (String[] ends : new String[][] {{"(", ")"}, {"[", "]"}, {"{ ", " }"}, {"f(|a| ", ")"}}) {
      String text = "fn f() { let a = " + ends[0].repeat(60) + "1" + ends[1].repeat(60) + "; }";
      judge(text);
      assertThat(format(text)).isNotEqualTo(text);
    }
  }

  /// The same words with a text between each two.
  private static String apart(String script, String between) {
    Source source = new Source("case", script);
    StringBuilder text = new StringBuilder();
    for (Word word : Word.of(source)) {
      boolean comment = word.kind() == Word.Kind.COMMENT;
      text.append(comment ? "\n" : between).append(source.text(word.span()));
      text.append(comment ? "\n" : "");
    }
    return text.append('\n').toString();
  }

  @Test
  void noLineIsLongerThanItsLongestWordAsks() {
    String names = "a_name_of_some_length".repeat(3);
    String text = format("fn f() { g(" + (names + ", ").repeat(20) + names + "); }");
    assertThat(text.lines()).allMatch(line -> line.length() <= 100).hasSize(25);
  }

  @Test
  void longChainsTakeLinearTime() {
    String text = format("fn f() -> i32 { " + "1 + ".repeat(20_000) + "1 }");
    assertThat(text.lines()).hasSizeGreaterThan(20_000);
  }

  @Test
  @SuppressWarnings("unchecked")
  void holdsForTheConformanceScripts() throws IOException {
    String file = System.getProperty("conformance.roto");
    assumeTrue(file != null, "conformance cases not given: -Dconformance.roto=FILE");
    for (String line : Files.readAllLines(Path.of(file))) {
      Map<String, Object> each = (Map<String, Object>) Json.parse(line);
      if (each.get("script") instanceof String script
          && Parser.parse(new Source("case", script)).succeeded()) {
        judge(script);
      }
    }
  }

  /// Same tree, same comments, nothing left to do; and the text was not left as it was.
  private static void judge(String script) {
    Source source = new Source("case", script);
    String once = format(script);
    Source after = new Source("case", once);
    assertThat(AstPrinter.print(Parser.parse(after).file(), null))
        .isEqualTo(AstPrinter.print(Parser.parse(source).file(), null));
    assertThat(comments(after)).as(once).isEqualTo(comments(source));
    assertThat(format(once)).isEqualTo(once);
    if (!hasLongWords(after)) {
      assertThat(once.lines())
          .as(once)
          .noneMatch(line -> line.endsWith(" ") || line.contains("\t"));
    }
  }

  /// Whether a text or comment goes over several lines, which are not the formatter's to change.
  private static boolean hasLongWords(Source source) {
    return Word.of(source).stream().anyMatch(word -> source.text(word.span()).indexOf('\n') >= 0);
  }

  private static List<String> comments(Source source) {
    return Word.of(source).stream()
        .filter(word -> word.kind() == Word.Kind.COMMENT)
        .map(word -> source.text(word.span()).stripTrailing())
        .toList();
  }
}
