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
    "rt:1.2.3.4:10, 010201020304000a",
    "rt:4200000000:10, 0202fa56ea00000a",
    "rt:65000L:10, 02020000fde8000a",
    "ro:1.2.3.4:10, 010301020304000a",
    "bandwidth:65000:125000, 4004fde847f42400",
    "bandwidth:65000:0.5, 4004fde83f000000",
    "color:0:100, 030b000000000064",
    "encapsulation:8, 030c000000000008",
    "0x030c000100000008, 030c000100000008",
    "default-gateway, 030d000000000000",
    "cost:129:1:100, 4301810100000064",
    "origin-validation:invalid, 4300000000000002",
    "0x4300000000000003, 4300000000000003",
    "mac-mobility:1:7, 0600010000000007",
    "esi-label:1:16000, 0601010000003e80",
    "es-import:00-11-22-33-44-55, 0602001122334455",
    "router-mac:00-11-22-33-44-ff, 06030011223344ff",
    "l2-attributes:2:1500, 0604000205dc0000",
    "rate-bytes:0:0, 8006000000000000",
    "rate-packets:65000:1000, 800cfde8447a0000",
    "traffic-action:3, 8007000000000003",
    "redirect:65000:1, 8008fde800000001",
    "redirect:192.0.2.1:1, 8108c00002010001",
    "mark:46, 800900000000002e",
    "ospf-domain:192.0.2.1:512, 0105c00002010200",
    "ospf-route:0.0.0.0:5:1, 0306000000000501",
    "ospf-router:192.0.2.1:0, 0107c00002010000",
    "redirect-ip:192.0.2.1:0, 010cc00002010000",
    "l2-info:19:2:1500:100, 800a130205dc0064",
    "0x4005fde800000001, 4005fde800000001",
    "route-filter-v6, ffff0005",
    "accept-own-nexthop, ffff0008",
    "standby-pe, ffff0009",
    "rt6:[2001:db8::1]:100, 000220010db80000000000000000000000010064",
    "redirect6:[2001:db8::1]:100, 000d20010db80000000000000000000000010064",
    "0x407720010db80000000000000000000000010064, 407720010db80000000000000000000000010064",
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
        "rt:1",
        "rt:1:4294967296",
        "0x",
        "0x12",
        "0x000000000000000g",
        "0x00000000000000001",
        "0x00000000000000000000000000000000000000",
        "rt:65000L",
        "rt:1.2.3.4:65536",
        "rt:1.2.3:1",
        "color:1",
        "color:0:1:2",
        "es-import:00-11-22-33-44",
        "es-import:00-11-22-33-44-5",
        "es-import:00-11-22-33-44-5g",
        "origin-validation:maybe",
        "bandwidth:1:fast",
        "mark:256",
        "rt6:[2001:db8::1]",
        "rt6:[2001:db8::1]:65536",
        "rt6:2001:db8::1:1",
        "rt6:[1.2.3.4]:1",
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
    byte[] octets = new byte[20];
    for (int i = 0; i < 6000; i++) {
      random.nextBytes(octets);
      if (random.nextBoolean()) {
        octets[0] = (byte) (random.nextInt(9) | (random.nextInt(4) << 6));
        octets[1] = (byte) random.nextInt(16);
      }
      for (int width : new int[] {4, 8, 12, 20}) {
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
                "4294967295:0:0",
                "rt6:[::1]:0",
                "rt6:[::1]:1",
                "rt6:[8000::]:0",
                "ro6:[::]:0")
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
      case 12 -> LargeCommunity.read(octets, offset);
      default -> Ipv6ExtendedCommunity.read(octets, offset);
    };
  }
}
