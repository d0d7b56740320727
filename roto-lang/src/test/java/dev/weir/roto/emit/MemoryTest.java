package dev.weir.roto.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.library.Standard;
import dev.weir.roto.run.Fault;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What small values may come to, and what recursion may.
class MemoryTest {
  private static final Limits SMALL = Limits.USUAL.memory(64L << 20);

  private static Compiled compile(String text) {
    ParsedModule module =
        new ParsedModule("pkg", Parser.parse(new Source("main.roto", text)).file());
    Checked checked = Checker.check(java.util.List.of(module), Standard.library());
    assertThat(checked.program()).as("%s", checked.diagnostics()).isNotNull();
    return Emitter.emit(
        Objects.requireNonNull(checked.program()), Standard.library(), EmitOptions.USUAL);
  }

  private static ScriptException fault(Limits limits, String text) {
    Compiled compiled = compile(text);
    return catchThrowableOfType(ScriptException.class, () -> Trees.run(limits, compiled, "main"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enum T { N(List[T]), E } fn main() { let s = T.E; while true { s = T.N([s, s]); } }",
        "record L { next: L? } fn main() { let a = L { next: None }; "
            + "while true { a = L { next: Some(a) }; } }",
        "fn f(n: u64, l: List[String]) -> u64 "
            + "{ if n == 0 { 0 } else { l.push(f\"abc{n}\"); f(n - 1, l) + 1 } } "
            + "fn main() { let l: List[String] = []; while true { f(1000, l); } }",
      })
  @Timeout(60)
  void aScriptThatKeepsMoreAndMoreIsStopped(String text) {
    assertThat(fault(SMALL, text).fault()).isEqualTo(Fault.MEMORY);
  }

  @Test
  @Timeout(60)
  void garbageIsNotCounted() {
    String text =
        """
        enum T { N(List[T]), E }
        fn main() -> u64 {
          let s = T.E;
          let i = 0u64;
          while i < 5_000_000 { s = T.N([T.E, T.E]); i = i + 1; }
          i
        }
        """;
    assertThat(Trees.run(SMALL, compile(text), "main")).isEqualTo(5_000_000L);
  }

  @Test
  void allLevelsOfARecursionHaveTheNameOfTheFunction() {
    String text =
        """
        fn down(n: u64) -> u64 { if n == 0 { 1 / n } else { down(n - 1) } }
        fn main() -> u64 { down(5) }
        """;
    ScriptException stopped = fault(Limits.USUAL, text);
    assertThat(stopped.frames())
        .extracting(ScriptException.Frame::function)
        .containsExactly(
            "pkg.down", "pkg.down", "pkg.down", "pkg.down", "pkg.down", "pkg.down", "pkg.main");
  }

  @Test
  void depthIsCountedInRecursionThroughArguments() {
    String text =
        """
        fn a(m: u64, n: u64) -> u64 {
          if m == 0 { n + 1 } else if n == 0 { a(m - 1, 1) } else { a(m - 1, a(m, n - 1)) }
        }
        fn main() -> u64 { a(2, 9) }
        """;
    assertThat(Trees.run(Limits.USUAL, compile(text), "main")).isEqualTo(21L);
    assertThat(fault(Limits.USUAL.depth(10), text).fault()).isEqualTo(Fault.DEPTH);
    assertThat(fault(Limits.USUAL.fuel(100), text).fault()).isEqualTo(Fault.FUEL);
  }
}
