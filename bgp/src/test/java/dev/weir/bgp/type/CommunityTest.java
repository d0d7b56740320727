package dev.weir.bgp.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.inet.Asn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunityTest {

  @ParameterizedTest
  @CsvSource({
    "65000:100, fde80064",
    "0:0, 00000000",
    "65535:65535, ffffffff",
    "no-export, ffffff01",
    "no-advertise, ffffff02",
    "no-export-subconfed, ffffff03",
    "no-peer, ffffff04",
    "blackhole, ffff029a",
    "graceful-shutdown, ffff0000",
    "accept-own, ffff0001",
    "llgr-stale, ffff0006",
    "no-llgr, ffff0007",
    "rt:65000:100, 0002fde800000064",
    "ro:65000:4294967295, 0003fde8ffffffff",
    "0x010201020304000a, 010201020304000a",
    "0x4004fde800000001, 4004fde800000001",
    "64496:4294967295:2, 0000fbf0ffffffff00000002",
    "4294967295:0:0, ffffffff0000000000000000",
  })
  void textAndOctetsAgree(String text, String hex) {
    Community community = Community.parse(text);
    byte[] octets = new byte[community.width() + 2];
    assertThat(community.write(octets, 1)).isEqualTo(octets.length - 1);
    assertThat(HexFormat.of().formatHex(octets)).isEqualTo("00" + hex + "00");
    assertThat(read(community.width(), octets, 1)).isEqualTo(community);
    assertThat(community).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "65000",
        "65536:1",
        "1:65536",
        "1:-1",
        "01:1",
        "1:",
        ":1",
        "a:b",
        "no-such-name",
        "1:2:3:4",
        "1::2",
        "4294967296:1:1",
        "00:1:1",
        "rt:65536:1",
        "rt:1",
        "rt:1:4294967296",
        "0x",
        "0x12",
        "0x000000000000000g",
        "0x00000000000000001",
        "rt:1:99999999999999999999",
        "\u0661:1"
      })
  void refusesWhatIsNoCommunity(String text) {
    assertThatExceptionOfType(MalformedCommunity.class).isThrownBy(() -> Community.parse(text));
  }

  @Test
  void namesAreReadInAnySpelling() {
    assertThat(Community.parse("NO_EXPORT")).isEqualTo(StandardCommunity.NO_EXPORT);
    assertThat(Community.parse("65535:666")).isEqualTo(StandardCommunity.BLACKHOLE);
    assertThat(StandardCommunity.of(65000, 1).name()).isNull();
  }

  @Test
  void printsWhatItParsedForRandomOctets() {
    SplittableRandom random = new SplittableRandom(4);
    byte[] octets = new byte[12];
    for (int i = 0; i < 3000; i++) {
      random.nextBytes(octets);
      if (random.nextBoolean()) {
        octets[0] = 0;
        octets[1] = (byte) random.nextInt(5);
      }
      for (int width : new int[] {4, 8, 12}) {
        Community community = read(width, octets, 0);
        assertThat(Community.parse(community.toString())).isEqualTo(community);
      }
    }
  }

  @Test
  void ordersByKindThenUnsigned() {
    List<Community> ordered =
        Stream.of(
                "0:1",
                "1:0",
                "32768:0",
                "no-peer",
                "rt:1:1",
                "ro:1:0",
                "0x8000000000000000",
                "1:1:1",
                "1:1:4294967295",
                "1:4294967295:0",
                "4294967295:0:0")
            .map(Community::parse)
            .toList();
    List<Community> shuffled = new ArrayList<>(ordered.reversed());
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void extendedCommunitiesSayWhatTheyAre() {
    ExtendedCommunity target = ExtendedCommunity.routeTarget(65000, -1);
    assertThat(target.type()).isZero();
    assertThat(target.subtype()).isEqualTo(2);
    assertThat(target.isTransitive()).isTrue();
    assertThat(new ExtendedCommunity(0x4002L << 48).isTransitive()).isFalse();
    assertThat(ExtendedCommunity.routeOrigin(1, 2)).hasToString("ro:1:2");
    assertThatIllegalArgumentException().isThrownBy(() -> ExtendedCommunity.routeTarget(65536, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> StandardCommunity.of(-1, 0));
  }

  @Test
  void largeCommunitiesHoldAnyAsNumber() {
    LargeCommunity community = LargeCommunity.parse("4200000000:1:2");
    assertThat(community.asn()).isEqualTo(Asn.of(4_200_000_000L));
    assertThat(community.first()).isEqualTo(1);
    assertThat(community.second()).isEqualTo(2);
  }

  private static Community read(int width, byte[] octets, int offset) {
    return switch (width) {
      case 4 -> StandardCommunity.read(octets, offset);
      case 8 -> ExtendedCommunity.read(octets, offset);
      default -> LargeCommunity.read(octets, offset);
    };
  }
}
