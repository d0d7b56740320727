package dev.weir.roto.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Damaged scripts: whatever the text, there is a program or an error, and never an exception.
class CheckerRobustnessTest {
  private static final String SCRIPT =
      """
      import Color.{Red, Green};
      import String.append;
      const LIMIT: u64 = twice(21);
      const NAMES: List[String] = ["a", append("b", "c")];
      record Point[T] { x: T, y: T, next: Option[Point[T]] }
      enum Color { Red, Green, Mixed(Color2, u8) }
      enum Color2 { Dark, Light(String) }
      fn twice(n: u64) -> u64 { n * 2 }
      fn id[T](x: T) -> T { x }
      fn first(list: List[u32]) -> u32? { let x = list.get(0)?; Some(x + 1) }
      fn shade(c: Color) -> String {
        match c {
          Red | Green => "plain",
          Mixed(Color2.Dark, 0..=9) => "dark",
          Mixed(Light(s), n) if n > 3 => f"{s} and {n:>4}",
          _ => { let p = { x: 1, y: 2 }; p.x += 3; f"{p.x}" }
        }
      }
      filtermap main(a: IpAddr, names: List[String]) {
        let total = 0;
        for i in 0..LIMIT { if i == 3 { continue; } else { total += i; } }
        for name in names.map(|n| n.trim()) { if name == "x" { break; } }
        while total > 0 { total = total - 1; }
        if let Some(n) = names.get(0) { print(n); }
        let m: Map[String, u8] = Map.new();
        m["a"] = 1;
        match a { 10.0.0.0/8 => accept id(total), ::1 => reject names[1..2], _ => {} }
        let p = Point { x: 1.5, y: -2.0, next: None };
        if p.x < p.y && !(a == 1.2.3.4) || false { return Verdict.Accept(1) }
        reject []
      }
      test t { if twice(2) != 4 { reject } first([1])?; accept }
      """
          .replace("&& !(a == 1.2.3.4) || false", "&& !(a == 1.2.3.4)");

  @Test
  void theScriptItselfIsFine() {
    assertThat(Checks.errors(SCRIPT)).isEmpty();
  }

  @Test
  void damagedScriptsGiveErrorsAndNeverExceptions() {
    List<String> pieces = pieces();
    Random random = new Random(42);
    for (int round = 0; round < 3_000; round++) {
      List<String> damaged = new ArrayList<>(pieces);
      for (int change = random.nextInt(4); change >= 0; change--) {
        damage(damaged, random);
      }
      String text = String.join("", damaged);
      Checked checked =
          Checker.check(
              List.of(new ParsedModule("pkg", Parser.parse(new Source("pkg", text)).file())),
              Checks.library());
      boolean failed = checked.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
      assertThat(checked.program() == null).as(text).isEqualTo(failed);
    }
  }

  private static List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("\\w+|\\s+|.").matcher(SCRIPT);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  private static void damage(List<String> pieces, Random random) {
    int at = random.nextInt(pieces.size());
    int other = random.nextInt(pieces.size());
    switch (random.nextInt(4)) {
      case 0 -> pieces.remove(at);
      case 1 -> pieces.add(at, pieces.get(other));
      case 2 -> pieces.set(at, pieces.get(other));
      default -> {
        String kept = pieces.get(at);
        pieces.set(at, pieces.get(other));
        pieces.set(other, kept);
      }
    }
  }
}
