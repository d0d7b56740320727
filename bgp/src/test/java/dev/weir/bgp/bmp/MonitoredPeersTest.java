package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoredPeersTest {
  private static final String SEND = "4504" + "00010102";
  private static final String RECEIVE = "4504" + "00010101";
  private static final String WIDE = "4104" + "0000fde9";

  @Test
  void eachDirectionHasPathIdsOfItsOwn() {
    MonitoredPeers peers = new MonitoredPeers();
    PeerHeader in = Samples.peer("192.0.2.7");
    peers.accept(Samples.peerUp(in, Samples.open(RECEIVE), Samples.open(SEND)));
    assertThat(peers.negotiated(in).hasPathIds(AfiSafi.IPV4_UNICAST)).isTrue();
    assertThat(peers.negotiated(flagged(in, PeerHeader.FLAG_ADJ_RIB_OUT)).addPath()).isEmpty();
    assertThat(peers.negotiated(flagged(in, PeerHeader.FLAG_POST_POLICY)).addPath()).hasSize(1);
  }

  @Test
  void theTableOfTheRouterHasPathIdsWhereTheOpensNameAFamily() {
    MonitoredPeers peers = new MonitoredPeers();
    PeerHeader loc = Samples.locRib();
    peers.accept(Samples.peerUp(loc, Samples.open(SEND), Samples.open(SEND)));
    assertThat(peers.negotiated(loc).hasPathIds(AfiSafi.IPV4_UNICAST)).isTrue();
  }

  @Test
  void aPeerThatIsDownIsForgotten() {
    MonitoredPeers peers = new MonitoredPeers();
    PeerHeader peer = Samples.peer("192.0.2.7");
    peers.accept(Samples.peerUp(peer, Samples.open(RECEIVE), Samples.open(SEND)));
    assertThat(peers.peersUp()).hasSize(1);
    peers.accept(Samples.peerDown(PeerDown.REMOTE, Octets.EMPTY, 0, List.of()));
    assertThat(peers.peersUp()).isEmpty();
    assertThat(peers.negotiated(peer)).isEqualTo(Negotiated.USUAL);
  }

  @Test
  void aWrongFlagIsCorrectedByTheOctetsAndRemembered() {
    MonitoredPeers peers = new MonitoredPeers();
    PeerHeader peer = Samples.peer("192.0.2.7");
    peers.accept(Samples.peerUp(peer, Samples.open(WIDE), Samples.open(WIDE)));
    PeerHeader wrong = flagged(peer, PeerHeader.FLAG_TWO_OCTET_ASN);
    UpdateReading sure = peers.reading(RouteMonitoring.of(wrong, Samples.UPDATE));
    assertThat(sure.negotiated().fourOctetAsn()).isTrue();
    assertThat(sure.width()).isEqualTo(UpdateReading.Basis.OCTETS);
    Octets silent = Samples.bgp(2, "0000" + "0007" + "40010100" + "400200");
    UpdateReading later = peers.reading(RouteMonitoring.of(wrong, silent));
    assertThat(later.negotiated().fourOctetAsn()).isTrue();
    assertThat(later.width()).isEqualTo(UpdateReading.Basis.MEMORY);
    assertThat(later.isWidthCorrected()).isTrue();
    PeerHeader other = flagged(peer, PeerHeader.FLAG_TWO_OCTET_ASN | PeerHeader.FLAG_POST_POLICY);
    assertThat(peers.reading(RouteMonitoring.of(other, silent)).negotiated().fourOctetAsn())
        .isFalse();
  }

  @Test
  void aRightFlagIsBelieved() {
    MonitoredPeers peers = new MonitoredPeers();
    Octets two =
        Samples.bgp(2, "0000" + "000f" + "40010100" + "4002080203fde9fdeafdeb" + "18c00002");
    PeerHeader peer = flagged(Samples.peer("192.0.2.7"), PeerHeader.FLAG_TWO_OCTET_ASN);
    UpdateReading reading = peers.reading(RouteMonitoring.of(peer, two));
    assertThat(reading.negotiated().fourOctetAsn()).isFalse();
    assertThat(reading.width()).isEqualTo(UpdateReading.Basis.STATED);
    assertThat(reading.isWidthCorrected()).isFalse();
  }

  @Test
  void withoutAPeerUpTheOctetsTellPathIds() {
    MonitoredPeers peers = new MonitoredPeers();
    Octets with = Samples.bgp(2, "0000" + "0004" + "40010100" + "00000001" + "18c00002");
    UpdateReading reading = peers.reading(RouteMonitoring.of(Samples.peer("192.0.2.7"), with));
    assertThat(reading.negotiated().hasPathIds(AfiSafi.IPV4_UNICAST)).isTrue();
    assertThat(reading.pathIds()).isEqualTo(UpdateReading.Basis.OCTETS);
    UpdateReading usual =
        peers.reading(RouteMonitoring.of(Samples.peer("192.0.2.7"), Samples.UPDATE));
    assertThat(usual.pathIds()).isEqualTo(UpdateReading.Basis.SUPPOSED);
  }

  @Test
  void theNumberOfPeersIsBounded() {
    MonitoredPeers peers = new MonitoredPeers();
    for (int i = 0; i <= MonitoredPeers.MAX_PEERS; i++) {
      PeerHeader peer = Samples.peer("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
      peers.accept(Samples.peerUp(peer, Samples.OPEN, Samples.OPEN));
    }
    assertThat(peers.peerUp(Samples.peer("10.0.0.0").key())).isNull();
    assertThat(peers.peerUp(Samples.peer("10.0.0.1").key())).isNotNull();
    peers.accept(new Termination(3, List.of()));
    assertThat(peers.peersUp()).isEmpty();
  }

  private static PeerHeader flagged(PeerHeader peer, int flags) {
    byte[] octets = peer.octets().toBytes();
    octets[1] = (byte) flags;
    return new PeerHeader(Octets.of(octets));
  }
}
