package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.IndexedTlv;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.bmp.PeerDown;
import dev.weir.bgp.bmp.PeerHeader;
import dev.weir.bgp.bmp.PeerUp;
import dev.weir.bgp.bmp.RouteMirroring;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.bmp.Statistic;
import dev.weir.bgp.bmp.StatisticsReport;
import dev.weir.bgp.bmp.Termination;
import dev.weir.bgp.bmp.Tlv;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.List;
import org.junit.jupiter.api.Test;

class BmpItemsTest {
  private static final String MARKER = "ff".repeat(16);
  private static final Octets END = Octets.parseHex(MARKER + "001702" + "00000000");
  private static final Octets OPEN = Octets.parseHex(MARKER + "001d01" + "04fde900b4c000020100");

  @Test
  void printsAMessageOfAPeer() {
    assertThat(text(RouteMonitoring.of(peer(PeerHeader.FLAG_POST_POLICY), END)))
        .isEqualTo(
            """
            Route Monitoring
              peer: 192.0.2.7 AS65001, adj-rib-in-post, 2023-11-14T22:13:20.000001Z
              message: UPDATE
                end of rib: ipv4-unicast
            """);
  }

  @Test
  void printsTheTlvsOfVersion4() {
    RouteMonitoring routes =
        new RouteMonitoring(
            4,
            peer(0),
            END,
            List.of(
                new IndexedTlv(2, 0x8001, Octets.parseHex("00010002")),
                new IndexedTlv(5, 1, Octets.parseHex("0000008a0003")),
                new IndexedTlv(0x8007, 0, Octets.parseHex("00001234")),
                new IndexedTlv(4, 0, END)));
    assertThat(text(routes))
        .contains("members: 1, 2")
        .contains("status: best, primary, add-path")
        .contains("reason: 3")
        .contains("enterprise-type-7")
        .contains("end of rib: ipv4-unicast");
  }

  @Test
  void printsStatistics() {
    StatisticsReport report =
        new StatisticsReport(
            3,
            peer(0),
            List.of(Statistic.counter(1, 7), Statistic.gauge(9, AfiSafi.IPV6_UNICAST, 8)));
    assertThat(text(report))
        .contains("duplicate-prefixes: 7")
        .contains("adj-rib-in-routes-of-family: 8")
        .contains("family: ipv6-unicast");
    assertThat(json(report))
        .contains("\"statistic\":\"duplicate-prefixes\",\"code\":1,\"value\":7");
  }

  @Test
  void printsSessionsThatComeAndGo() {
    Octets local = Octets.parseHex("00".repeat(12) + "c0000202");
    PeerUp up =
        new PeerUp(
            3,
            peer(0),
            local,
            179,
            40_000,
            new PeerUp.Opens(OPEN, OPEN),
            List.of(Tlv.text(Tlv.TABLE_NAME, "red")));
    assertThat(text(up))
        .contains("local address: 192.0.2.2")
        .contains("table-name: red")
        .contains("received: OPEN");
    PeerDown down =
        new PeerDown(3, peer(0), PeerDown.LOCAL_EVENT, Octets.EMPTY, 24, List.of(), Octets.EMPTY);
    assertThat(text(down)).contains("reason: local system closed, no NOTIFICATION", "event: 24");
    Termination end = new Termination(3, List.of(new Tlv(Tlv.REASON, Octets.parseHex("0002"))));
    assertThat(text(end)).isEqualTo("Termination\n  reason: out of resources\n");
  }

  @Test
  void printsMirroredMessages() {
    RouteMirroring mirroring =
        new RouteMirroring(
            3,
            peer(0),
            List.of(
                new Tlv(Tlv.BGP_MESSAGE, END), new Tlv(Tlv.INFORMATION, Octets.parseHex("0001"))));
    assertThat(text(mirroring)).contains("UPDATE", "messages lost");
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(text(BmpMessage.read(Octets.parseHex("030000000704"))))
        .isEqualTo(
            """
            Initiation
              malformed: LENGTH
                offset: 1
                detail: the length in the header is not that of the message
              octets: 030000000704
            """);
    assertThat(json(BmpMessage.read(Octets.parseHex("03"))))
        .startsWith("{\"bmp\":\"cut\",\"version\":3,\"malformed\":{\"rule\":\"HEADER\"");
  }

  @Test
  void saysWhatTheRouterSaidWrong() {
    Octets update =
        Octets.parseHex(
            MARKER
                + "003302"
                + "0000"
                + "0018"
                + "40010100"
                + "40020a02020000fde90000fdea"
                + "400304cb007101"
                + "18c00002");
    assertThat(text(RouteMonitoring.of(peer(PeerHeader.FLAG_TWO_OCTET_ASN), update)))
        .contains("as numbers: four octets, against the flag, by octets")
        .contains("AS_PATH: 65001 65002");
  }

  private static PeerHeader peer(int flags) {
    return PeerHeader.of(
        PeerHeader.GLOBAL,
        flags,
        new RouteDistinguisher(0),
        IpAddress.parse("192.0.2.7"),
        new Asn(65_001),
        Ipv4Address.parse("192.0.2.1"),
        1_700_000_000_000_001L);
  }

  private static String text(BmpMessage message) {
    return ItemText.print(BmpItems.of(message, new MonitoredPeers()));
  }

  private static String json(BmpMessage message) {
    return ItemJson.print(BmpItems.of(message, new MonitoredPeers()));
  }
}
