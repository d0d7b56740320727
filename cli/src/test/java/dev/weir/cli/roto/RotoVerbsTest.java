package dev.weir.cli.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir roto check`, `test`, `run`, `fmt`, `ast`, `doc`, and `weir repl` without a terminal.
class RotoVerbsTest {
  private static final String GOOD =
      """
      /// Adds.
      fn add(a: u32, b: u32) -> u32 { a + b }
      fn main() { print("hello"); }
      fn half(x: i32) -> i32 { 10 / x }
      test adds { if add(1, 2) == 3 { accept } reject }
      """;

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";

  @Test
  void checkTellsGoodFromBadFromMissing() throws IOException {
    String good = file("good.roto", GOOD);
    String types = file("types.roto", "fn f() -> u8 { \"é\" }\nfn g() -> u8 { nope }\n");
    assertThat(weir("check", good)).isZero();
    assertThat(out()).isEqualTo(good + ": ok\n");
    assertThat(weir("check", good, types)).isEqualTo(1);
    assertThat(out()).contains(good + ": ok").contains(types + ": 2 errors");
    assertThat(err()).contains("types.roto:1:16").contains("types.roto:2:16");
    assertThat(weir("check", good, directory.resolve("none").toString())).isEqualTo(2);
    assertThat(weir("check", "--json", types)).isEqualTo(1);
    assertThat(out().lines().toList().get(1))
        .contains("\"code\":\"E2001\"", "\"start\":37", "\"end\":41", "\"line\":2");
  }

  @Test
  void warningsFailOnlyWhenDenied() throws IOException {
    String odd = file("odd.roto", "fn f() { let unused = 1; }\n");
    assertThat(weir("check", odd)).isZero();
    assertThat(out()).contains("ok (1 warning)");
    assertThat(weir("check", "--deny-warnings", odd)).isEqualTo(1);
  }

  @Test
  void testRunsTestsAndCountsThem() throws IOException {
    assertThat(weir("test", file("good.roto", GOOD))).isZero();
    assertThat(out()).contains("pass pkg.adds").contains("1 test: 1 passed, 0 failed");
    String bad =
        file("bad.roto", "test a { reject }\ntest b { while true {} accept }\ntest c { accept }\n");
    assertThat(weir("test", "--fuel", "1000", bad)).isEqualTo(1);
    assertThat(out()).contains("FAIL pkg.a", "STOP pkg.b", "pass pkg.c", "1 passed, 2 failed");
    assertThat(weir("test", file("broken.roto", "fn f( {"))).isEqualTo(1);
    assertThat(weir("test", "--json", bad, "--fuel=9")).isEqualTo(1);
    assertThat(out()).contains("\"verdict\":\"stop\"", "\"fault\":\"fuel\"");
  }

  @Test
  void runCallsFunctionsWithArguments() throws IOException {
    String good = file("good.roto", GOOD);
    assertThat(weir("run", good)).isZero();
    assertThat(out()).isEqualTo("hello\n");
    assertThat(weir("run", good, "add", "1", "2")).isZero();
    assertThat(out()).isEqualTo("3\n");
    assertThat(weir("run", good, "half", "0")).isEqualTo(1);
    assertThat(err()).contains("division by zero").contains("pkg.half").contains("good.roto:4:");
    assertThat(weir("run", good, "add", "1")).isEqualTo(2);
    assertThat(weir("run", good, "add", "1", "x")).isEqualTo(2);
    assertThat(weir("run", good, "nothing")).isEqualTo(2);
    assertThat(err()).contains("it has add, main, half");
  }

  @Test
  void formatWritesInPlaceOrNotAtAll() throws IOException {
    String ugly = file("ugly.roto", "fn  f( ) { let a=1 ; print(f\"{a}\") ; }");
    assertThat(weir("fmt", "--check", ugly)).isEqualTo(1);
    assertThat(Files.readString(Path.of(ugly))).startsWith("fn  f(");
    assertThat(weir("fmt", ugly)).isZero();
    assertThat(Files.readString(Path.of(ugly))).startsWith("fn f() {");
    assertThat(weir("fmt", "--check", ugly)).isZero();
    String broken = file("broken.roto", "fn  f( {");
    assertThat(weir("fmt", broken)).isEqualTo(1);
    assertThat(Files.readString(Path.of(broken))).isEqualTo("fn  f( {");
    input = "fn  f( ) {}";
    assertThat(weir("fmt", "-")).isZero();
    assertThat(out()).startsWith("fn f() {");
  }

  @Test
  void treesNeedSyntaxAlone() throws IOException {
    assertThat(weir("ast", file("names.roto", "fn f() -> Nope { nope }"))).isZero();
    assertThat(out()).contains("Function");
    assertThat(weir("ast", file("broken.roto", "fn f( {"))).isEqualTo(1);
  }

  @Test
  void documentationIsMarkdown() throws IOException {
    assertThat(weir("doc", file("good.roto", GOOD))).isZero();
    assertThat(out()).contains("### `add`").contains("Adds.");
    assertThat(weir("doc", "--library")).isZero();
    assertThat(out()).contains("## `String`").contains("splitn");
    assertThat(weir("doc")).isEqualTo(2);
  }

  @Test
  void aPromptWithoutATerminalPrintsValuesAlone() {
    input = "let x = 1;\nfn f(a: i32) -> i32 {\n  a + 1\n}\nf(x)\n";
    assertThat(run("repl")).isZero();
    assertThat(out()).isEqualTo("defined f\n2: i32\n");
    input = "1 +\n";
    assertThat(run("repl")).isEqualTo(1);
    input = "nope\n3\n";
    assertThat(run("repl")).isEqualTo(1);
    assertThat(out()).isEqualTo("3: i32\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private int weir(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "roto";
    System.arraycopy(words, 0, all, 1, words.length);
    return run(all);
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    int code = Main.run(words, console);
    assertThat(err()).doesNotContain("\tat ").doesNotContain("internal error");
    return code;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
