package dev.weir.roto.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.library.Standard;
import dev.weir.roto.run.Execution;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scripts from text to result.
class ScriptsTest {
  private static Compiled compile(String text) {
    ParsedModule module =
        new ParsedModule("pkg", Parser.parse(new Source("main.roto", text)).file());
    Checked checked = Checker.check(List.of(module), Standard.library());
    assertThat(checked.program()).as("%s", checked.diagnostics()).isNotNull();
    return Emitter.emit(
        java.util.Objects.requireNonNull(checked.program()), Standard.library(), EmitOptions.USUAL);
  }

  private static Object main(String text, Object... arguments) {
    Compiled compiled = compile(text);
    assertThat(compiled.diagnostics()).isEmpty();
    return Trees.run(compiled, "main", arguments);
  }

  private static ScriptException fault(String text, Object... arguments) {
    Compiled compiled = compile(text);
    return catchThrowableOfType(
        ScriptException.class, () -> Trees.run(compiled, "main", arguments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[1u64, 2, 3].map(|x| x * 10).fold(0, |a, x| a + x) # 60",
        "if [1u64, 2].any(|x| x > 1) { 1u64 } else { 0 } # 1",
        "if [1u64, 2].all(|x| x > 1) { 1u64 } else { 0 } # 0",
        "[4u64, 5].find(|x| x == 5).unwrap_or(9) # 5",
        "[4u64, 5].position(|x| x == 6).unwrap_or(9) # 9",
        "[4u64].get(0).map(|x| x + 1).unwrap_or(9) # 5",
        "[4u64].get(1).and_then(|x| Some(x + 1)).unwrap_or(9) # 9",
        "match [4u64].get(0).ok_or(\"none\") { Ok(x) => x, Err(e) => e.len() } # 4",
        "match [4u64, 5].last() { Some(x) => x, None => 9 } # 5",
        "match [4u64, 5].first() { Some(x) => x, None => 9 } # 4",
        "match [4u64].slice(1, 1).last() { Some(x) => x, None => 9 } # 9",
        "match [4u64].slice(1, 1).first() { Some(x) => x, None => 9 } # 9",
        "match [4u64].get(1).ok_or(\"none\") { Ok(x) => x, Err(e) => e.len() } # 4",
      })
  void closuresAreLoopsAndBranches(String expression, long expected) {
    assertThat(main("fn main() -> u64 { " + expression + " }")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, zero", "5, few", "9, few", "10, many", "255, most"})
  void matchOfNumbersAndRanges(int number, String expected) {
    String text =
        """
        fn main(n: u8) -> String {
          match n { 0 => "zero", 1..10 => "few", 255 => "most", _ => "many" }
        }
        """;
    assertThat(main(text, number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 5", "23456, 2", "4242, 3", "1000000, 4", "1, 9", "23457, 9"})
  void matchOfFewNumbersAsksForOneAfterTheOther(int number, int expected) {
    String text =
        """
        fn main(n: u32) -> i32 {
          match n { 0 => 1, 23456 => 2, 4242 => 3, 1000000 => 4, 4294967295 => 5, _ => 9 }
        }
        """;
    assertThat(main(text, number)).isEqualTo(expected);
    assertThat(instructions(text)).doesNotContain("switch");
  }

  @Test
  void matchOfManyNumbersIsASwitch() {
    StringBuilder text = new StringBuilder("fn main(n: u32) -> u32 {\n  match n {\n");
    for (int i = 1; i < 20; i++) {
      text.append("    %d => %d,\n".formatted(i * 1000, i));
    }
    text.append("    _ => 0\n  }\n}\n");
    assertThat(main(text.toString(), 7000)).isEqualTo(7);
    assertThat(main(text.toString(), 7001)).isEqualTo(0);
    assertThat(instructions(text.toString())).contains("lookupswitch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // a turn costs one, and so does the last look at the condition
        "let i = 0u64; while i < 10 { i += 1; } i # 11",
        "let i = 0u64; while i < 100000 { i += 1; } i # 100001",
        "let i = 0u64; while true { if i == 7 { return i } i += 1; } i # 8",
        "let i = 0u64; while i < 40000 { i = next(i); } i # 80002",
        "let t = 0u64; for i in 0u64..300 { for k in 0u64..200 { t += k; } } t # 60601",
        "let t = 0u64; for i in 0u64..300 { for k in i..300 { if k > 9 { break } t += k; } } t #"
            + " 656",
        "let i = 0u64; while i < 50 { i += 1; } while i < 90 { i += 1; } i # 92",
        "let i = 0u64; while i < 9 { i = slow(i); } i # 200",
      })
  void turnsArePaidExactly(String body, long cost) {
    String text =
        """
        fn next(n: u64) -> u64 { n + 1 }
        fn slow(n: u64) -> u64 { for i in 0u64..20 { if i == 19 { return n + 1 } } n }
        fn main() -> u64 { %s }
        """
            .formatted(body);
    Compiled compiled = compile(text);
    assertThat(Trees.run(Limits.USUAL.fuel(cost), compiled, "main")).isNotNull();
    assertThat(
            catchThrowableOfType(
                    ScriptException.class,
                    () -> Trees.run(Limits.USUAL.fuel(cost - 1), compiled, "main"))
                .fault())
        .isEqualTo(Fault.FUEL);
  }

  @Test
  void guardThatFailsGoesOnWithTheNextArm() {
    String text =
        """
        enum Kind { A(u32), B, C(String) }
        fn kind(k: Kind) -> u32 {
          match k { A(n) if n > 5 => 1, B => 2, A(n) if n > 3 => 3, A(n) => n, C(s) => 9 }
        }
        fn main(n: u32) -> u32 { kind(Kind.A(n)) * 100 + kind(Kind.B) * 10 + kind(Kind.C("")) }
        """;
    assertThat(main(text, 6)).isEqualTo(129);
    assertThat(main(text, 4)).isEqualTo(329);
    assertThat(main(text, 2)).isEqualTo(229);
  }

  @Test
  void nestedOptionsAreKeptApart() {
    String text =
        """
        fn f(n: u64) -> u64?? { if n == 0 { None } else if n == 1 { Some(None) } else { Some(Some(n)) } }
        fn main(n: u64) -> u64 { match f(n) { None => 10, Some(o) => match o { None => 20, Some(x) => x } } }
        """;
    assertThat(main(text, 0L)).isEqualTo(10L);
    assertThat(main(text, 1L)).isEqualTo(20L);
    assertThat(main(text, 2L)).isEqualTo(2L);
  }

  @Test
  void leavingALoopFromTheMiddleOfAnExpressionKeepsTheStackInOrder() {
    String text =
        """
        fn main(n: u64) -> u64 {
          let t = 0;
          for i in 0..10 {
            t += 1 + (if i == n { break } else { i * match t { 3 => { continue } _ => 2 } });
          }
          100 + t
        }
        """;
    assertThat(main(text, 0L)).isEqualTo(100L);
    assertThat(main(text, 2L)).isEqualTo(104L);
  }

  @Test
  void inclusiveRangeEndsAtTheLargestNumber() {
    assertThat(main("fn main() -> u32 { let c = 0; for i in 250u8..=255 { c += 1; } c }"))
        .isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"-2147483648, -1, OVERFLOW", "1, 0, DIVISION_BY_ZERO"})
  void divisionThatHasNoResultIsAFault(int a, int b, Fault expected) {
    assertThat(fault("fn main(a: i32, b: i32) -> i32 { a / b }", a, b).fault()).isEqualTo(expected);
  }

  @Test
  void remainderOfTheSmallestNumberByMinusOneIsZero() {
    assertThat(main("fn main(a: i32, b: i32) -> i32 { a % b }", Integer.MIN_VALUE, -1))
        .isEqualTo(0);
  }

  @Test
  void unsignedNumbersAreDividedAndComparedAsSuch() {
    assertThat(main("fn main(a: u32, b: u32) -> u32 { if a > b { a / b } else { 0 } }", -1, 2))
        .isEqualTo(0x7fff_ffff);
  }

  @Test
  void faultInALargeFunctionHasOneFrame() {
    StringBuilder text = new StringBuilder("fn main(n: u32) -> u32 {\n  let x = n;\n");
    text.append("  x += 7;\n".repeat(3000)).append("  x = x / n;\n");
    text.append("  x += 7;\n".repeat(3000)).append("  x\n}\n");
    ScriptException stopped = fault(text.toString(), 0);
    assertThat(stopped.frames()).hasSize(1);
    assertThat(stopped.frames().getFirst().line()).isEqualTo(3003);
  }

  @Test
  void callsWithoutRecursionThatDoubleAtEachStepRunOutOfFuel() {
    StringBuilder text = new StringBuilder("fn main(n: u64) -> u64 { f0(n) }\n");
    for (int i = 0; i < 50; i++) {
      text.append("fn f%d(n: u64) -> u64 { f%d(n) + f%d(n) }\n".formatted(i, i + 1, i + 1));
    }
    text.append("fn f50(n: u64) -> u64 { n }\n");
    assertThat(fault(text.toString(), 1L).fault()).isEqualTo(Fault.FUEL);
  }

  @Test
  void textThatGrowsWithoutEndRunsOutOfMemory() {
    assertThat(fault("fn main() { let s = \"x\"; while true { s = s + s; } }").fault())
        .isEqualTo(Fault.MEMORY);
  }

  @Test
  void anotherThreadStopsAScript() throws InterruptedException {
    Compiled compiled = compile("fn main() { while true {} }");
    AtomicReference<ScriptException> stopped = new AtomicReference<>();
    AtomicReference<Execution> execution = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    Thread thread =
        new Thread(() -> {
          execution.set(Execution.current());
          started.countDown();
          stopped.set(
              catchThrowableOfType(
                  ScriptException.class,
                  () -> Trees.run(Limits.USUAL.fuel(Long.MAX_VALUE), compiled, "main")));
        });
    thread.start();
    started.await();
    while (thread.isAlive()) {
      execution.get().interrupt();
      thread.join(10);
    }
    assertThat(stopped.get().fault()).isEqualTo(Fault.INTERRUPTED);
  }

  @Test
  void constantThatFailsIsADiagnostic() {
    Compiled compiled = compile("const ZERO: u32 = 0;\nconst BAD: u32 = 1 / ZERO;\n");
    assertThat(compiled.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.FAILED_CONSTANT);
  }

  private static String instructions(String text) {
    ParsedModule module = new ParsedModule("pkg", Parser.parse(new Source("m", text)).file());
    Checked checked = Checker.check(List.of(module), Standard.library());
    return Emitter.disassemble(
            java.util.Objects.requireNonNull(checked.program()),
            Standard.library(),
            EmitOptions.USUAL,
            "pkg.main")
        .orElseThrow();
  }

  @Test
  void instructionsCanBeRead() {
    assertThat(instructions("fn main(n: u64) -> u64 { n + 1 }"))
        .contains("lload_0", "ladd", "lreturn");
  }
}
