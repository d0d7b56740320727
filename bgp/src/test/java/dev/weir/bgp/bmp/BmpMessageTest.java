package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class BmpMessageTest {
  @Test
  void everyMessageReadsBackAsItWasBuilt() {
    for (BmpMessage built : Samples.all()) {
      Octets octets = built.write();
      assertThat(octets.u32(1)).isEqualTo(octets.length());
      assertThat(BmpMessage.read(octets)).isEqualTo(built);
    }
  }

  @Test
  void readsThePeerHeader() {
    PeerHeader peer = Samples.peer("2001:db8::7");
    assertThat(peer.isIpv6()).isTrue();
    assertThat(peer.address()).hasToString("2001:db8::7");
    assertThat(peer.asn().bits()).isEqualTo(65_001);
    assertThat(peer.identifier()).isEqualTo(Ipv4Address.parse("192.0.2.1"));
    assertThat(peer.seconds()).isEqualTo(1_700_000_000);
    assertThat(peer.microseconds()).isEqualTo(123_456);
    assertThat(peer.rib()).isEqualTo(RibKind.ADJ_RIB_IN_PRE);
  }

  @Test
  void theFlagsOfTheLocRibAreItsOwn() {
    PeerHeader peer = Samples.locRib();
    assertThat(peer.isFiltered()).isTrue();
    assertThat(peer.isIpv6()).isFalse();
    assertThat(peer.address()).isNull();
    assertThat(peer.rib()).isEqualTo(RibKind.LOC_RIB);
    assertThat(peer.distinguisher()).hasToString("64499:11");
  }

  @Test
  void namesTheTables() {
    byte[] octets = Samples.peer("192.0.2.7").octets().toBytes();
    octets[1] = PeerHeader.FLAG_POST_POLICY;
    assertThat(new PeerHeader(Octets.of(octets)).rib()).isEqualTo(RibKind.ADJ_RIB_IN_POST);
    octets[1] = PeerHeader.FLAG_ADJ_RIB_OUT;
    assertThat(new PeerHeader(Octets.of(octets)).rib()).isEqualTo(RibKind.ADJ_RIB_OUT_PRE);
    octets[1] = PeerHeader.FLAG_ADJ_RIB_OUT | PeerHeader.FLAG_POST_POLICY;
    assertThat(new PeerHeader(Octets.of(octets)).rib()).isEqualTo(RibKind.ADJ_RIB_OUT_POST);
  }

  @Test
  void readsStatistics() {
    assertThat(Statistic.counter(0, 0xffff_ffffL).value()).isEqualTo(0xffff_ffffL);
    Statistic gauge = Statistic.gauge(9, AfiSafi.IPV6_UNICAST, 17);
    assertThat(gauge.value()).isEqualTo(17);
    assertThat(gauge.family()).isEqualTo(AfiSafi.IPV6_UNICAST);
    assertThat(gauge.name()).isEqualTo("adj-rib-in-routes-of-family");
    assertThat(StatisticType.name(43)).isEqualTo("outbound-rov-not-found-routes-of-family");
    assertThat(StatisticType.name(44)).isEqualTo("statistic-44");
    assertThat(new Statistic(0, Octets.parseHex("0102")).isNumber()).isFalse();
  }

  @Test
  void theNumbersOfAVersion4MessageFollowFromThatOfItsUpdate() {
    RouteMonitoring early = monitoring(4, 5);
    assertThat(early.numbering()).isEqualTo(IndexedTlv.Numbering.EARLY);
    assertThat(early.first(IndexedTlv.Kind.PATH_STATUS)).isNotNull();
    RouteMonitoring late = monitoring(7, 5);
    assertThat(late.numbering()).isEqualTo(IndexedTlv.Numbering.DRAFT_20);
    assertThat(late.update()).isEqualTo(Samples.UPDATE);
    assertThat(late.first(IndexedTlv.Kind.TABLE_NAME)).isNotNull();
  }

  private static RouteMonitoring monitoring(int carrier, int other) {
    IndexedTlv status = new IndexedTlv(other, 1, Octets.parseHex("0000008a"));
    IndexedTlv update = new IndexedTlv(carrier, 0, Samples.UPDATE);
    RouteMonitoring built =
        new RouteMonitoring(4, Samples.locRib(), Samples.UPDATE, List.of(status, update));
    return (RouteMonitoring) BmpMessage.read(built.write());
  }

  @Test
  void readsThePathStatus() {
    PathStatus status = PathStatus.read(Octets.parseHex("0000008a"));
    assertThat(status).isEqualTo(new PathStatus(0x8a, -1));
    assertThat(new PathStatus(0x8a, -1).names()).containsExactly("best", "primary", "add-path");
    assertThat(PathStatus.read(Octets.parseHex("800000010007")))
        .isEqualTo(new PathStatus(0x80000001, 7));
    assertThat(new PathStatus(0x80000001, 7).names()).containsExactly("invalid", "bit-31");
    assertThat(PathStatus.read(Octets.parseHex("00"))).isNull();
  }

  @Test
  void saysWhichRuleIsBrokenAndWhere() {
    assertFault("0300", BmpFault.Rule.HEADER, 2);
    assertFault("020000000604", BmpFault.Rule.VERSION, 0);
    assertFault("030000000704", BmpFault.Rule.LENGTH, 1);
    assertFault("0300000009" + "04" + "000100", BmpFault.Rule.TLV, 6);
    assertFault("030000000c" + "04" + "00010003aabb", BmpFault.Rule.TLV, 6);
    assertFault("0300000007" + "00" + "00", BmpFault.Rule.PEER_HEADER, 7);
    String peer = Samples.peer("192.0.2.7").octets().toString();
    assertBody(0, peer, BmpFault.Rule.FIELDS, 48);
    assertBody(0, peer + "00".repeat(19), BmpFault.Rule.BGP_MARKER, 48);
    assertBody(0, peer + Samples.KEEPALIVE + "00", BmpFault.Rule.BGP_LENGTH, 64);
    assertBody(0, peer + Samples.MARKER + "001404", BmpFault.Rule.BGP_LENGTH, 64);
    assertBody(1, peer + "00000001", BmpFault.Rule.COUNT, 48);
    assertBody(2, peer, BmpFault.Rule.FIELDS, 48);
    assertBody(2, peer + "0200", BmpFault.Rule.FIELDS, 50);
    assertBody(2, peer + "01" + Samples.KEEPALIVE, BmpFault.Rule.NOTIFICATION, 67);
    assertBody(3, peer + "00".repeat(20) + Samples.KEEPALIVE, BmpFault.Rule.OPEN, 86);
    assertBody(3, peer + "00".repeat(20) + Samples.OPEN, BmpFault.Rule.FIELDS, 97);
  }

  private static void assertBody(int type, String body, BmpFault.Rule rule, int offset) {
    Octets octets = Octets.parseHex(body);
    OctetsWriter out = new OctetsWriter();
    out.u8(3).u32(6 + octets.length()).u8(type).octets(octets);
    assertFault(out.toOctets().toString(), rule, offset);
  }

  private static void assertFault(String hex, BmpFault.Rule rule, int offset) {
    BmpMessage read = BmpMessage.read(Octets.parseHex(hex));
    assertThat(read)
        .isInstanceOfSatisfying(
            BmpMessage.Malformed.class,
            malformed -> assertThat(malformed.fault()).isEqualTo(new BmpFault(rule, offset)));
    assertThat(read.write()).hasToString(hex);
  }

  @Test
  void textThatIsNoUtf8IsStillText() {
    assertThat(new Tlv(0, Octets.parseHex("c3a4")).text()).isEqualTo("ä");
    assertThat(new Tlv(0, Octets.parseHex("e4")).text()).isEqualTo("ä");
  }
}
