package dev.weir.bgp.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import org.junit.jupiter.api.Test;

class PacketDissectorTest {
  private static final String TCP =
      "9c4000b3" + "00000001" + "00000000" + "5010ffff00000000" + "616263";
  private static final String IP4 = "4500002b00000000400600000a0000010a000002" + TCP;
  private static final String IP6 =
      "600000000017"
          + "0640"
          + "20010db8000000000000000000000001"
          + "20010db8000000000000000000000002"
          + TCP;
  private static final String MACS = "0200000000010200000000ff";

  @Test
  void readsEveryLinkType() {
    assertSegment(LinkType.ETHERNET, MACS + "0800" + IP4, "10.0.0.1:40000");
    assertSegment(LinkType.ETHERNET, MACS + "86dd" + IP6, "[2001:db8::1]:40000");
    assertSegment(LinkType.RAW, IP4, "10.0.0.1:40000");
    assertSegment(LinkType.IPV6, IP6, "[2001:db8::1]:40000");
    assertSegment(LinkType.NULL, "02000000" + IP4, "10.0.0.1:40000");
    assertSegment(LinkType.LOOP, "0000001c" + IP6, "[2001:db8::1]:40000");
    assertSegment(LinkType.CISCO_HDLC, "0f000800" + IP4, "10.0.0.1:40000");
    assertSegment(
        LinkType.LINUX_COOKED, "0000000100060200000000010000" + "0800" + IP4, "10.0.0.1:40000");
    assertSegment(
        LinkType.LINUX_COOKED_2,
        "86dd0000000000010001000602000000000100ff" + IP6,
        "[2001:db8::1]:40000");
  }

  @Test
  void stepsOverTagsAndLabels() {
    assertSegment(LinkType.ETHERNET, MACS + "81000064" + "0800" + IP4, "10.0.0.1:40000");
    assertSegment(
        LinkType.ETHERNET, MACS + "88a80064" + "81000065" + "86dd" + IP6, "[2001:db8::1]:40000");
    assertSegment(
        LinkType.ETHERNET, MACS + "8847" + "00064040" + "00065140" + IP4, "10.0.0.1:40000");
  }

  @Test
  void dropsThePaddingOfEthernet() {
    assertSegment(LinkType.ETHERNET, MACS + "0800" + IP4 + "00".repeat(9), "10.0.0.1:40000");
  }

  @Test
  void stepsOverExtensionHeaders() {
    String hopByHop = "3c00010400000000";
    String destinationOptions = "2c00010400000000";
    String wholeFragment = "0600000000000001";
    String ip6 =
        "60000000002f"
            + "0040"
            + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000002";
    assertSegment(
        LinkType.RAW,
        ip6 + hopByHop + destinationOptions + wholeFragment + TCP,
        "[2001:db8::1]:40000");
  }

  @Test
  void reportsFragments() {
    String piece = IP4.replaceFirst("00000000", "00012003");
    assertThat(dissect(LinkType.RAW, piece))
        .isInstanceOfSatisfying(
            Dissection.Fragment.class, fragment -> assertThat(fragment.offset()).isEqualTo(24));
  }

  @Test
  void saysHowMuchOfASegmentWasNotCaptured() {
    Dissection cut = dissect(LinkType.RAW, IP4.substring(0, IP4.length() - 4));
    assertThat(cut)
        .isInstanceOfSatisfying(
            Dissection.Tcp.class,
            tcp -> {
              assertThat(tcp.segment().payload().length()).isEqualTo(1);
              assertThat(tcp.segment().cut()).isEqualTo(2);
            });
  }

  @Test
  void everyCutAndEveryFlippedBitIsAnOutcome() {
    for (String hex :
        new String[] {MACS + "88a80064" + "81000065" + "86dd" + IP6, MACS + "0800" + IP4}) {
      byte[] packet = Octets.parseHex(hex).array();
      for (int length = 0; length < packet.length; length++) {
        assertThat(dissect(LinkType.ETHERNET, hex.substring(0, 2 * length))).isNotNull();
      }
      for (int bit = 0; bit < packet.length * 8; bit++) {
        packet[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(dissect(LinkType.ETHERNET, Octets.of(packet).toString())).isNotNull();
        packet[bit / 8] ^= (byte) (1 << bit % 8);
      }
    }
  }

  private static void assertSegment(LinkType link, String hex, String source) {
    assertThat(dissect(link, hex))
        .isInstanceOfSatisfying(
            Dissection.Tcp.class,
            tcp -> {
              assertThat(tcp.segment().source()).hasToString(source);
              assertThat(tcp.segment().destination().port()).isEqualTo(179);
              assertThat(tcp.segment().sequence()).isEqualTo(1);
              assertThat(tcp.segment().payload()).hasToString("616263");
              assertThat(tcp.segment().cut()).isZero();
            });
  }

  private static Dissection dissect(LinkType link, String hex) {
    return PacketDissector.dissect(new Packet(0, 0, link, Octets.parseHex(hex), hex.length() / 2));
  }
}
