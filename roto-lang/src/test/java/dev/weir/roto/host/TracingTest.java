package dev.weir.roto.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.run.Limits;
import dev.weir.roto.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingTest {
  private static final Runtime RUNTIME = Runtime.standard();

  private final List<String> told = new ArrayList<>();

  private Object run(String text, Object... arguments) {
    CompiledPackage plain = RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow();
    CompiledPackage traced = RUNTIME.traced(plain, this::hear).orThrow();
    Object result = traced.callFriendly("f", Limits.USUAL, null, arguments);
    assertThat(result).isEqualTo(plain.callFriendly("f", Limits.USUAL, null, arguments));
    return result;
  }

  private void hear(TraceStep step) {
    String code = step.code().lines().findFirst().orElse("");
    told.add(step.line() + " " + step.kind() + " " + code + ": " + step.text(RUNTIME.library()));
  }

  @Test
  void conditionsAndWhatIsComparedAreTold() {
    run(
        """
        fn f(a: u32, b: u32) -> bool {
          if a > 3 && b + 1 == a { return true; }
          !(a == b)
        }
        """,
        5,
        7);
    assertThat(told)
        .containsExactly(
            "2 OPERAND a: 5",
            "2 TERM a > 3: true",
            "2 OPERAND b + 1: 8",
            "2 OPERAND a: 5",
            "2 TERM b + 1 == a: false",
            "2 CONDITION a > 3 && b + 1 == a: false",
            "3 OPERAND a: 5",
            "3 OPERAND b: 7",
            "3 RESULT !(a == b): true");
  }

  @Test
  void matchesTellTheValueAndTheArm() {
    run(
        """
        fn f(a: u32?) -> String {
          match a {
            Some(n) if n > 9 => "large",
            Some(_) => { let x = "small"; x }
            None => "none",
          }
        }
        """,
        java.util.Optional.of(4));
    assertThat(told)
        .containsExactly(
            "2 MATCHED a: Some(4)",
            "3 OPERAND n: 4",
            "3 CONDITION n > 9: false",
            "4 ARM Some(_) => { let x = \"small\"; x }: ()",
            "2 RESULT match a {: \"small\"");
  }

  @Test
  void calledFunctionsLoopsAndVerdictsAreTold() {
    run(
        """
        const LIMIT: u32 = limit(2);
        fn limit(n: u32) -> u32 { if n > 1 { n } else { 1 } }
        fn first(list: List[u32]) -> u32? { Some(list.first()?) }
        fn same[T](a: T) -> T { a }
        filtermap f(list: List[u32]) {
          let n = 0u32;
          while n < LIMIT { n += 1; }
          if let Some(x) = first(list) { if same(x) == 7 { reject "seven" } }
          accept
        }
        """,
        List.of(7));
    assertThat(told)
        .containsExactly(
            "7 OPERAND n: 0",
            "7 OPERAND LIMIT: 2",
            "7 CONDITION n < LIMIT: true",
            "7 OPERAND n: 1",
            "7 OPERAND LIMIT: 2",
            "7 CONDITION n < LIMIT: true",
            "7 OPERAND n: 2",
            "7 OPERAND LIMIT: 2",
            "7 CONDITION n < LIMIT: false",
            "3 TRIED list.first(): Some(7)",
            "3 RESULT Some(list.first()?): Some(7)",
            "8 MATCHED first(list): Some(7)",
            "8 ARM { if same(x) == 7 { reject \"seven\" } }: ()",
            "8 OPERAND same(x): 7",
            "8 CONDITION same(x) == 7: true",
            "8 RESULT reject \"seven\": Verdict.Reject(\"seven\")");
  }

  @Test
  void everyFormOfExpressionGoesThrough() {
    assertThat(
            run(
                """
                record Point { x: u32, y: u32 }
                fn f(list: List[u32]) -> String {
                  let p = Point { x: list[0], y: 2 };
                  p.x = 10;
                  list[0] += 1;
                  for i in 0..3 { if i == 1 { continue; } list.push(i); }
                  for each in list { if each == 99 { break; } }
                  let big = list.filter(|n| n > 1).map(|n| -(n.to_i64()));
                  let net = 10.0.0.0/8;
                  f"{p.x} {list.len()} {big == [-5, -2]} {net} {!list.is_empty()}"
                }
                """,
                List.of(4)))
        .isEqualTo("10 3 true 10.0.0.0/8 true");
    assertThat(told).contains("8 OPERAND n: 5", "8 RESULT n > 1: true");
  }
}
