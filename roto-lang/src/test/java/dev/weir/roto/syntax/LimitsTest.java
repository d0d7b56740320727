package dev.weir.roto.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Source;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  /// Parses and prints on a thread with half a MiB of stack.
  private static Parsed parse(String text) throws InterruptedException {
    AtomicReference<Parsed> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              Parsed parsed = Parser.parse(new Source("limit", text));
              String tree = AstPrinter.print(parsed.file());
              assertThat(tree).isNotEmpty();
              result.set(parsed);
            },
            "small",
            512 << 10);
    thread.setUncaughtExceptionHandler((_, e) -> failure.set(e));
    long start = System.nanoTime();
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    return result.get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "- ",
        "!",
        "f\"{",
        "return ",
        "|a| ",
        "f(",
        "{ a: ",
        "if a { ",
        "if ",
        "match x { A => ",
        "a.",
        "a[",
        "while ",
        "for x in ",
        "a?",
        "a => ",
        "\"",
        "'",
        "/*",
        "f\"",
        "\\",
        "Some(",
        "if let A(",
        "|x: A[",
        "x = ",
        "accept ",
        "a?.",
        "&",
        "}",
        ")",
        "else ",
        "a || |b| c && ",
        "{ import ",
        "#"
      })
  void repeatedWithoutEndIsReported(String part) throws InterruptedException {
    assertThat(parse("fn f() { " + part.repeat(100_000)).diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"List[", "{ a: ", "A?", "(", "!"})
  void deepTypesAreReported(String part) throws InterruptedException {
    assertThat(parse("fn f(x: " + part.repeat(100_000)).diagnostics()).isNotEmpty();
  }

  @Test
  void nestingUpToTheLimitIsRead() throws InterruptedException {
    int depth = Parser.DEEPEST - 4;
    for (String[] each :
        new String[][] {
          {"(", "1", ")"},
          {"[", "1", "]"},
          {"- ", "1", ""},
          {"{ let x = 1; ", "x", " }"},
          {"return ", "1", ""},
          {"|a| ", "a", ""}
        }) {
      String text =
          "fn f() { let x = " + each[0].repeat(depth) + each[1] + each[2].repeat(depth) + "; }";
      assertThat(parse(text).diagnostics()).as(each[0]).isEmpty();
    }
    int third = depth / 6;
    String nested = "if a { b(match c { D => ".repeat(third) + "1" + " }) }".repeat(third);
    assertThat(parse("fn f() { " + nested + " }").diagnostics()).isEmpty();
    assertThat(
            parse("fn f() { " + "f\"{".repeat(120) + "1" + "}\"".repeat(120) + " }").diagnostics())
        .isEmpty();
  }

  @Test
  void oneLevelMoreIsTooDeep() throws InterruptedException {
    String text = "fn f() { " + "(".repeat(257) + "1" + ")".repeat(257) + " }";
    assertThat(parse(text).diagnostics()).extracting("code").containsExactly(Code.TOO_DEEP);
  }

  @Test
  void longChainsAndListsAreRead() throws InterruptedException {
    String sum = "fn f() { " + "1 + ".repeat(100_000) + "1 }";
    assertThat(parse(sum).diagnostics()).isEmpty();
    String arms =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "A" + i + " => " + i + ",\n")
            .collect(Collectors.joining());
    assertThat(parse("fn f() { match x { " + arms + " } }").diagnostics()).isEmpty();
    String or = "fn f() { match x { " + "A | ".repeat(10_000) + "B => 1 } }";
    assertThat(parse(or).diagnostics()).isEmpty();
    String elses = "fn f() { if a {} " + "else if b {} ".repeat(10_000) + "else {} }";
    assertThat(parse(elses).diagnostics()).isEmpty();
  }

  @Test
  void aLineOfTenMegabytesEndsSoon() throws InterruptedException {
    assertThat(parse("fn f() { x; }" + "a".repeat(10 << 20)).diagnostics()).hasSize(1);
    assertThat(parse("x ".repeat(5 << 20)).diagnostics()).isNotEmpty();
    assertThat(parse("// " + "é".repeat(10 << 20)).diagnostics()).isEmpty();
    assertThat(parse("const A: u32 = " + "9".repeat(10 << 20) + ";").diagnostics()).hasSize(1);
  }

  @Test
  void charactersThatAreNoneAreReported() throws InterruptedException {
    assertThat(parse("\0\0\0").diagnostics()).isNotEmpty();
    assertThat(parse("fn f() { \uD800 }").diagnostics()).isNotEmpty();
    assertThat(parse("fn f() { \"\uDC00\" }").diagnostics()).hasSize(1);
    assertThat(parse("fn f() { f\"\uD800{1}\" }").diagnostics()).hasSize(1);
  }

  @Test
  void anyMixtureOfTokensGivesATree() throws InterruptedException {
    String[] words =
        ("fn f ( ) { } [ ] | || let if else match while for in return accept x a.b 1 2.5 .. ..= =>"
                + " -> , ; : = == + - * / ! ? f\" \" ' AS1 1.2.3.4 :: record enum const test import"
                + " filter pkg super break continue _ Some( /* */ // \n"
                + " { # & \\ std /// 'a' -- . \" f\"{ }\" u8 : u32 += && < > \u00e9 \uD83D\uDE00")
            .split(" ");
    Random random = new Random(20_261_124);
    StringBuilder all = new StringBuilder();
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "fn f() { " : "");
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) > 0 ? " " : "");
      }
      Source source = new Source("soup", text.toString());
      Parsed parsed = Parser.parse(source);
      assertThat(AstPrinter.print(parsed.file())).isNotEmpty();
      for (var each : parsed.diagnostics()) {
        assertThat(dev.weir.roto.source.DiagnosticPrinter.render(each, true)).isNotEmpty();
      }
      assertThat(Parser.snippet(source).block()).isNotNull();
      assertThat(Parser.type(source).type()).isNotNull();
      all.append(text).append('\n');
    }
    assertThat(parse(all.toString()).diagnostics()).isNotEmpty();
  }
}
