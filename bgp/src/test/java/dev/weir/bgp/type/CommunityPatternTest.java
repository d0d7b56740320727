package dev.weir.bgp.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weir.bgp.octets.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityPatternTest {

  @ParameterizedTest
  @CsvSource({
    "65000:100, fde80064, true",
    "65000:100, fde80065, false",
    "65000:*, fde8ffff, true",
    "65000:*, fde9ffff, false",
    "*:666, 0001029a, true",
    "*:*, ffffffff, true",
    "65000:100-200, fde80064, true",
    "65000:100-200, fde800c8, true",
    "65000:100-200, fde800c9, false",
    "64512-65534:0, fc000000, true",
    "no-export, ffffff01, true",
    "no-export, ffffff02, false",
    "65000:1:*, 0000fde80000000100000007, true",
    "65000:1:*, 0000fde80000000200000007, false",
    "*:*:4294967290-4294967295, 000000000000000000000000, false",
    "*:*:4294967290-4294967295, 0000000000000000fffffffb, true",
    "rt:65000:*, 0002fde800000001, true",
    "rt:65000:*, 02020000fde80001, true",
    "rt:65000:*, 0102fde800000001, false",
    "rt:65000:*, 0003fde800000001, false",
    "rt:70000:5, 0202000111700005, true",
    "rt:65000:70000, 0002fde800011170, true",
    "ro:*, 0103c00002010005, true",
    "ro:*, 0002c00002010005, false",
    "ro:*:5, 0103c00002010005, true",
    "rt:192.0.2.1:5-9, 0102c00002010009, true",
    "rt:192.0.2.1:*, 0102c00002020009, false",
    "0x0002fde8*, 0002fde800000001, true",
    "0x0002fde8*, 0002fde900000001, false",
    "0x????fde80000000?, 4002FDE80000000f, true",
    "0x*, 0000000000000000, true",
    "0x0002fde800000001, 0002fde800000001, true",
  })
  void matchesOctetsInPlace(String text, String hex, boolean expected) {
    CommunityPattern pattern = CommunityPattern.parse(text);
    Octets one = Octets.parseHex(hex);
    assertThat(pattern.width()).isEqualTo(one.length());
    assertThat(pattern.matchesAny(one)).isEqualTo(expected);
    assertThat(pattern.matches(community(one))).isEqualTo(expected);
    Octets padded = Octets.parseHex("aa".repeat(2 + one.length()) + hex + "aa");
    Octets value = new Octets(padded.array(), 2, padded.length() - 2);
    assertThat(pattern.matchesAny(value)).as("behind another one").isIn(expected, true);
    assertThat(pattern).hasToString(text);
  }

  @Test
  void looksAtWholeCommunitiesOnly() {
    CommunityPattern pattern = CommunityPattern.parse("65000:*");
    assertThat(pattern.matchesAny(Octets.EMPTY)).isFalse();
    assertThat(pattern.matchesAny(Octets.parseHex("fde800"))).isFalse();
    assertThat(pattern.matchesAny(Octets.parseHex("0000fde80000"))).isFalse();
    assertThat(pattern.matches(Community.parse("65000:1:2"))).isFalse();
  }

  @Test
  void isMadeOfACommunity() {
    CommunityPattern pattern = CommunityPattern.of(StandardCommunity.BLACKHOLE);
    assertThat(pattern.matches(Community.parse("65535:666"))).isTrue();
    assertThat(pattern.matches(Community.parse("65535:667"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-name, 1, well-known name",
    "*, 1, 65000:*",
    "65000:, 7, missing",
    ":*, 1, missing",
    "65536:*, 1, at most 65535",
    "65000:1*, 8, * alone",
    "65000:200-100, 7, ends before",
    "65000:1-, 9, missing",
    "1:2:3:*, 1, 65000:1:*",
    "rt:65000, 9, two parts",
    "rt:192.0.2:*, 4, neither",
    "0x12, 5, 16 hexadecimal",
    "0x12*3, 6, at the end",
    "0x00000000000000000, 19, 16 hexadecimal",
    "0x0g*, 4, 16 hexadecimal",
  })
  void saysWhereAndWhatToDo(String text, int column, String problem) {
    assertThatExceptionOfType(MalformedPattern.class)
        .isThrownBy(() -> CommunityPattern.parse(text))
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }

  private static Community community(Octets octets) {
    return switch (octets.length()) {
      case 4 -> StandardCommunity.read(octets.array(), 0);
      case 8 -> ExtendedCommunity.read(octets.array(), 0);
      default -> LargeCommunity.read(octets.array(), 0);
    };
  }
}
