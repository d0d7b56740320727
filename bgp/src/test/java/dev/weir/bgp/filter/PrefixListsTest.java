package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.inet.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixListsTest {
  private final PrefixLists lists = new PrefixLists();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8                | 10.0.0.0/8  | 10.0.0.0/9",
        "10.0.0.0/8 ge 16          | 10.1.0.0/32 | 10.0.0.0/8",
        "10.0.0.0/8 le 9           | 10.0.0.0/8  | 10.0.0.0/10",
        "10.0.0.0/8 ge 16 le 24    | 10.1.0.0/24 | 10.1.0.0/25",
        "10.0.0.0/8 le 24 ge 16    | 10.1.0.0/16 | 10.0.0.0/15",
        "10.0.0.0/8^16-24          | 10.1.0.0/16 | 10.0.0.0/15",
        "10.0.0.0/8^24             | 10.1.1.0/24 | 10.1.0.0/23",
        "'10.0.0.0/8{16,24}'       | 10.1.0.0/24 | 10.1.0.0/25",
        "'10.0.0.0/8{ 16 , 24 }'   | 10.1.0.0/24 | 10.1.0.0/25",
        "10.0.0.0/8^+              | 10.0.0.0/8  | 11.0.0.0/8",
        "10.0.0.0/8+               | 10.1.1.1/32 | 11.0.0.0/8",
        "10.0.0.0/8^-              | 10.1.1.1/32 | 10.0.0.0/8",
        "2001:db8::/32 le 48       | 2001:db8:1::/48 | 2001:db8:1::/49",
        "10.0.0.0/8, 11.0.0.0/8 # 12.0.0.0/8 | 11.0.0.0/8 | 12.0.0.0/8",
      })
  void readsTheLengthsThatCount(String text, String in, String out) {
    lists.add("x", text);
    assertThat(lists.contains("x", Prefix.parse(in))).isTrue();
    assertThat(lists.contains("x", Prefix.parse(out))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8 ge",
        "10.0.0.0/8 ge x",
        "10.0.0.0/8 ge 4",
        "10.0.0.0/8 le 33",
        "10.0.0.0/8^24-16",
        "10.0.0.0/8{16}",
        "10.0.0.1/8^+",
        "ge 16",
      })
  void refusesWhatIsNone(String text) {
    assertThat(catchOf(text)).isNotEmpty();
    assertThat(lists.has("x")).isFalse();
  }

  private String catchOf(String text) {
    try {
      lists.add("x", text);
      return "";
    } catch (RuntimeException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  @Test
  void aNewListTakesThePlaceOfTheOld() {
    lists.add("x", "10.0.0.0/8");
    lists.add("x", "11.0.0.0/8");
    assertThat(lists.contains("x", Prefix.parse("10.0.0.0/8"))).isFalse();
    assertThat(lists.names()).containsExactly("x");
    assertThatIllegalArgumentException().isThrownBy(() -> lists.add("x", "10.0.0.0/8 ge 4"));
    assertThat(lists.contains("x", Prefix.parse("11.0.0.0/8"))).isTrue();
  }
}
