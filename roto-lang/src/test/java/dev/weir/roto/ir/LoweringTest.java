package dev.weir.roto.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.check.Checked;
import dev.weir.roto.check.Checker;
import dev.weir.roto.check.ParsedModule;
import dev.weir.roto.library.Standard;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What becomes of a script on the way to the JVM.
class LoweringTest {
  private static List<Routine> lower(String text) {
    ParsedModule module =
        new ParsedModule("pkg", Parser.parse(new Source("main.roto", text)).file());
    Checked checked = Checker.check(List.of(module), Standard.library());
    assertThat(checked.program()).as("%s", checked.diagnostics()).isNotNull();
    return Lowering.lower(Objects.requireNonNull(checked.program()), Standard.library()).routines();
  }

  private static String first(String text) {
    return Outline.of(lower(text).getFirst());
  }

  @Test
  void recursionIsARingOfWhichOnePaysOnTheWayToACall() {
    List<Routine> routines =
        lower("fn fib(n: u64) -> u64 { if n <= 1 { 1 } else { fib(n - 1) + fib(n - 2) } }");
    assertThat(routines).extracting(Routine::name).containsExactly("fib$0", "fib$0$ring1");
    assertThat(Outline.of(routines.getFirst()))
        .isEqualTo(
            "return(if(LESS_EQUAL(n, 1), 1, {charge 6; arithmetic("
                + "call fib$0$ring1(arithmetic(n, 1)), call fib$0$ring1(arithmetic(n, 2)))}))");
    assertThat(Outline.of(routines.getLast()))
        .isEqualTo(
            "return(if(LESS_EQUAL(n, 1), 1, "
                + "arithmetic(call fib$0(arithmetic(n, 1)), call fib$0(arithmetic(n, 2)))))");
    assertThat(routines.getFirst().needs().levels()).isEqualTo(2);
    assertThat(routines.getLast().needs().counted()).isFalse();
  }

  @Test
  void functionsThatCannotRecurTakeNothingHidden() {
    Routine routine = lower("fn f(n: u32) -> u32 { n + 1 }").getFirst();
    assertThat(routine.descriptor()).isEqualTo("(I)I");
  }

  @Test
  void matchOfVariantsIsASwitch() {
    assertThat(first("enum E { A, B, C } fn f(e: E) -> u8 { match e { A => 1, B => 2, C => 3 } }"))
        .isEqualTo(
            "return({_ = e; select(switch _ 0: leave() 1: leave() else leave(), "
                + "1, 2, 3, throw(unreachable()))})");
  }

  @Test
  void elementThatIsMatchedIsNeverAnOption() {
    assertThat(first("fn f(l: List[u32]) -> u32 { match l.get(3) { Some(x) => x, None => 0 } }"))
        .isEqualTo(
            "return({{_ = l; _ = 3}; select(if(inBounds(_, _), {x = at(_, _); leave()}, "
                + "leave()), x, 0, throw(unreachable()))})");
    assertThat(first("fn f(l: List[u32]) -> u32 { match l.last() { Some(x) => x, None => 0 } }"))
        .isEqualTo(
            "return({{_ = l; _ = arithmetic(len(_), 1)}; select(if(inBounds(_, _), "
                + "{x = at(_, _); leave()}, leave()), x, 0, throw(unreachable()))})");
  }
}
