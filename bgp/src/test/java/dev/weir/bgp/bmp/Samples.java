package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.List;

/// Messages for tests: one of each type and of each shape a type has.
final class Samples {
  static final String MARKER = "ff".repeat(16);
  static final Octets KEEPALIVE = Octets.parseHex(MARKER + "001304");

  /// Announces 192.0.2.0/24 with AS path 65001 65002 in four octets.
  static final Octets UPDATE =
      bgp(
          2,
          "0000"
              + "0018"
              + "40010100"
              + "40020a02020000fde90000fdea"
              + "400304cb007101"
              + "18c00002");

  static final Octets OPEN = open("");

  static final Octets NOTIFICATION = Octets.parseHex(MARKER + "0015030602");

  private Samples() {}

  static Octets bgp(int type, String body) {
    Octets octets = Octets.parseHex(body);
    OctetsWriter out = new OctetsWriter();
    out.u64(-1).u64(-1).u16(19 + octets.length()).u8(type).octets(octets);
    return out.toOctets();
  }

  /// An OPEN of AS 65001 with capabilities, given as octets.
  static Octets open(String capabilities) {
    int length = capabilities.length() / 2;
    String parameters =
        length == 0 ? "00" : String.format("%02x02%02x", length + 2, length) + capabilities;
    return bgp(1, "04" + "fde9" + "00b4" + "c0000201" + parameters);
  }

  static PeerHeader peer(String address) {
    return PeerHeader.of(
        PeerHeader.GLOBAL,
        0,
        new RouteDistinguisher(0),
        IpAddress.parse(address),
        new Asn(65_001),
        Ipv4Address.parse("192.0.2.1"),
        1_700_000_000_123_456L);
  }

  static PeerHeader locRib() {
    return PeerHeader.of(
        PeerHeader.LOC_RIB,
        PeerHeader.FLAG_FILTERED,
        new RouteDistinguisher(0x0000_fbf3_0000_000bL),
        null,
        new Asn((int) 4_200_000_000L),
        Ipv4Address.parse("192.0.2.1"),
        0);
  }

  static PeerUp peerUp(PeerHeader peer, Octets sent, Octets received) {
    Octets local = Octets.parseHex("00".repeat(12) + "c0000202");
    return new PeerUp(
        3,
        peer,
        local,
        179,
        40_000,
        new PeerUp.Opens(sent, received),
        List.of(Tlv.text(Tlv.TABLE_NAME, "global"), Tlv.text(Tlv.ADMIN_LABEL, "edge")));
  }

  static PeerUp withoutInformation(PeerUp up) {
    return new PeerUp(
        3, up.peer(), up.localField(), up.localPort(), up.remotePort(), up.opens(), List.of());
  }

  static PeerDown peerDown(int reason, Octets notification, int event, List<Tlv> tlvs) {
    return new PeerDown(3, peer("192.0.2.7"), reason, notification, event, tlvs, Octets.EMPTY);
  }

  /// Messages of all types.
  static List<BmpMessage> all() {
    PeerHeader peer = peer("192.0.2.7");
    return List.of(
        new Initiation(
            3,
            List.of(Tlv.text(Tlv.SYSTEM_DESCRIPTION, "a router"), Tlv.text(Tlv.SYSTEM_NAME, "r1"))),
        peerUp(peer, OPEN, OPEN),
        peerUp(peer("2001:db8::7"), OPEN, OPEN),
        peerUp(locRib(), OPEN, OPEN),
        RouteMonitoring.of(peer, UPDATE),
        new RouteMonitoring(
            4,
            locRib(),
            UPDATE,
            List.of(
                new IndexedTlv(2, 0x8001, Octets.parseHex("00010002")),
                new IndexedTlv(5, 1, Octets.parseHex("0000008a")),
                new IndexedTlv(4, 0, UPDATE))),
        new StatisticsReport(
            3,
            peer,
            List.of(
                Statistic.counter(0, 0xffff_ffffL),
                Statistic.gauge(7, 5_000_000_000L),
                Statistic.gauge(9, AfiSafi.IPV6_UNICAST, 17))),
        peerDown(PeerDown.LOCAL_NOTIFICATION, NOTIFICATION, 0, List.of()),
        peerDown(PeerDown.LOCAL_EVENT, Octets.EMPTY, 24, List.of()),
        peerDown(PeerDown.REMOTE_NOTIFICATION, NOTIFICATION, 0, List.of()),
        peerDown(PeerDown.REMOTE, Octets.EMPTY, 0, List.of()),
        peerDown(PeerDown.DECONFIGURED, Octets.EMPTY, 0, List.of()),
        peerDown(PeerDown.LOCAL_TLVS, Octets.EMPTY, 0, List.of(Tlv.text(Tlv.TABLE_NAME, "red"))),
        new RouteMirroring(
            3,
            peer,
            List.of(
                new Tlv(Tlv.BGP_MESSAGE, UPDATE),
                new Tlv(Tlv.INFORMATION, Octets.parseHex("0001")))),
        new BmpMessage.Unknown(3, 200, Octets.parseHex("c0ffee")),
        new Termination(3, List.of(new Tlv(Tlv.REASON, Octets.parseHex("0002")))));
  }
}
