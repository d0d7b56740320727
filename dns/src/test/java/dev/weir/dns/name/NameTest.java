package dev.weir.dns.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.MalformedText;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
  @Test
  void sortsTheExampleOfRfc4034() {
    List<Name> sorted =
        List.of(
                "example.",
                "a.example.",
                "yljkjljk.a.example.",
                "Z.a.example.",
                "zABC.a.EXAMPLE.",
                "z.example.",
                "\\001.z.example.",
                "*.z.example.",
                "\\200.z.example.")
            .stream()
            .map(Name::parse)
            .toList();
    List<Name> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(4034));
    Collections.sort(shuffled);
    assertThat(shuffled).containsExactlyElementsOf(sorted);
  }

  @Test
  void foldsAsciiLettersAndNothingElse() {
    assertThat(Name.parse("EXAMPLE.")).isEqualTo(Name.parse("example."));
    assertThat(Name.parse("\\192.")).isNotEqualTo(Name.parse("\\224."));
    assertThat(Name.parse("ExAmPlE.").toString()).isEqualTo("ExAmPlE.");
  }

  @Test
  void keepsEscapedDotsInsideALabel() {
    Name name = Name.parse("a\\.b.example.");
    assertThat(name.labels()).isEqualTo(2);
    assertThat(name.toString()).isEqualTo("a\\.b.example.");
    assertThat(name).isNotEqualTo(Name.parse("a.b.example."));
  }

  @Test
  void takesAnUnescapedAtSignAloneForTheOrigin() {
    Name origin = Name.parse("example.");
    assertThat(Name.parse("@", origin)).isEqualTo(origin);
    assertThat(Name.parse("\\@", origin)).isEqualTo(Name.parse("\\@.example."));
    assertThat(Name.parse("www", origin)).isEqualTo(Name.parse("www.example."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", ".a", "a..b", "a\\", "a\\25", "a\\256", "a\\2x4", "é.è☃"})
  void refusesWhatIsNoName(String text) {
    assertThatThrownBy(() -> Name.parse(text)).isInstanceOf(MalformedText.class);
  }

  @Test
  void countsWireOctetsForTheLimits() {
    String label = "\\001".repeat(63);
    String longest = String.join(".", label, label, label, "\\001".repeat(61)) + ".";
    assertThat(Name.parse(longest).length()).isEqualTo(Name.MAX_OCTETS);
    assertThatThrownBy(() -> Name.parse("\\001".repeat(64) + "."))
        .isInstanceOf(MalformedText.class)
        .hasMessageContaining("63");
    String tooLong = String.join(".", label, label, label, "\\001".repeat(62)) + ".";
    assertThatThrownBy(() -> Name.parse(tooLong))
        .isInstanceOf(MalformedText.class)
        .hasMessageContaining("255");
    assertThat(Name.parse("a.".repeat(127)).labels()).isEqualTo(127);
  }

  @Test
  void refusesCompressedAndTruncatedWire() {
    assertThatThrownBy(() -> Name.read(Octets.parseHex("0161c000")))
        .isInstanceOf(MalformedWire.class);
    assertThatThrownBy(() -> Name.read(Octets.parseHex("036161")))
        .isInstanceOf(MalformedWire.class);
    assertThatThrownBy(() -> Name.read(Octets.EMPTY)).isInstanceOf(MalformedWire.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void printsWhatItParses(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Name name = RandomNames.name(random, Name.ROOT, 256);
      Name back = Name.parse(name.toString());
      assertThat(back.wire()).isEqualTo(name.wire());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7, 8})
  void keysSortAsAnOracleThatComparesLabels(long seed) {
    Random random = new Random(seed);
    Name apex = Name.parse("aPex.");
    for (int i = 0; i < 5000; i++) {
      Name a = RandomNames.name(random, apex, random.nextBoolean() ? 3 : 256);
      Name b = RandomNames.name(random, apex, random.nextBoolean() ? 3 : 256);
      byte[] keyA = NameKey.of(a, apex);
      byte[] keyB = NameKey.of(b, apex);
      assertThat(Integer.signum(Arrays.compareUnsigned(keyA, keyB)))
          .as("%s against %s", a, b)
          .isEqualTo(Integer.signum(RandomNames.compareByLabels(a, b)));
      assertThat(NameKey.covers(keyA, keyB)).isEqualTo(b.under(a));
      assertThat(NameKey.name(keyA, apex)).isEqualTo(a);
    }
  }
}
