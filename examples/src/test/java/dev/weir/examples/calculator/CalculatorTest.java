package dev.weir.examples.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.SourceTree;
import dev.weir.roto.store.Sources;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CalculatorTest {
  private static final SourceTree TREE =
      Objects.requireNonNull(Sources.read(Path.of("roto/calculator.roto")).tree());

  private final Calculator calculator = new Calculator(TREE.modules().getFirst().source());

  @Test
  void computesWithConstantsFunctionsAndScripts() {
    assertThat(calculator.compute("2.0 + 3.0 * 4.0")).isEqualTo("14.0");
    assertThat(calculator.compute("hypotenuse(3.0, 4.0)")).isEqualTo("5.0");
    assertThat(calculator.compute("circle(1.0) - pi")).isEqualTo("0.0");
    assertThat(calculator.compute("celsius(212.0)")).isEqualTo("100.0");
  }

  @Test
  void saysWhatIsWrongWithAnExpression() {
    assertThat(calculator.compute("2.0 + true")).startsWith("<expression>:3:").contains("[E3001]");
    assertThat(calculator.compute("tau")).contains("[E2001]");
    assertThat(calculator.compute("}")).startsWith("<expression>:4:1: expected an item");
  }

  @Test
  void aLoopWithoutEndIsStopped() {
    assertThat(calculator.compute("while true {} 1.0")).contains("steps");
  }
}
