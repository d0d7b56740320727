package dev.weir.roto.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.library.Standard;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// More fields and parameters than a method of the JVM has room for.
class WideTest {
  private static Compiled compile(String text) {
    ParsedModule module =
        new ParsedModule("pkg", Parser.parse(new Source("main.roto", text)).file());
    Checked checked = Checker.check(List.of(module), Standard.library());
    assertThat(checked.program()).as("%s", checked.diagnostics()).isNotNull();
    return Emitter.emit(
        Objects.requireNonNull(checked.program()), Standard.library(), EmitOptions.USUAL);
  }

  private static String each(int count, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 255, 1_000})
  void recordsHaveAsManyFieldsAsOneLikes(int count) {
    String text =
        "record R { "
            + each(count, i -> "a" + i + ": u64")
            + " }\nfn same(r: R) -> R { r }\nfn main() -> u64 { let r = R { "
            + each(count, i -> "a" + i + ": " + i)
            + " }; let s = same(r); r.a5 = 1_000_000; if r == s { return 0; } r.a5 = 5;"
            + " if r != s { return 1; } r.a5 = 7; r.a5 + s.a5 + r.a"
            + (count - 1)
            + " }";
    assertThat(Trees.run(compile(text), "main")).isEqualTo(12L + count - 1);
  }

  @Test
  void variantsMayBeWideToo() {
    String text =
        "enum E { A("
            + each(300, i -> i % 2 == 0 ? "u64" : "String")
            + "), B }\nfn f(e: E) -> u64 { match e { A("
            + each(300, i -> "x" + i)
            + ") => x298, B => 5 } }\nfn main() -> u64 { f(E.B) * 1000 + f(E.A("
            + each(300, i -> i % 2 == 0 ? "" + i : "\"s\"")
            + ")) }";
    assertThat(Trees.run(compile(text), "main")).isEqualTo(5_298L);
  }

  @Test
  void tooManyParametersAreAnErrorWithAPlace() {
    String text = "fn f(" + each(300, i -> "a" + i + ": u32") + ") -> u32 { a299 }";
    List<Diagnostic> diagnostics = compile(text).diagnostics();
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly(Code.TOO_LARGE);
  }
}
