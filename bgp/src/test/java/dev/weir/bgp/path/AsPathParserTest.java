package dev.weir.bgp.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsPathParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "65000 3356 701 | 65000 3356 701",
        "AS65000  1.10 | 65000 65546",
        "1 {2,3} | 1 {2,3}",
        "{2 3} 4 | {2,3} 4",
        "(65001 65002) [65003,65004] 1 {2} | (65001 65002) [65003,65004] 1 {2}",
        "'' | ''",
      })
  void readsWhatIsPrinted(String text, String printed) {
    assertThat(AsPath.parse(text)).hasToString(printed);
  }

  @Test
  void readsBackRandomPaths() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      AsPath path = SamplePaths.next(random);
      String text = path.toString();
      if (!text.contains("<") && !text.matches(".*[({\\[][)}\\]].*")) {
        assertThat(AsPath.parse(text).toString()).isEqualTo(text.strip().replaceAll(" +", " "));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"x, 1", "1 x, 3", "'1 {2', 3", "1 2}, 4", "'1,2', 2", "4294967296, 1"})
  void saysWhere(String text, int column) {
    assertThatExceptionOfType(MalformedAsPath.class)
        .isThrownBy(() -> AsPath.parse(text))
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }
}
