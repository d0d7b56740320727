package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.UpdateView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BmpDataTest {
  @Test
  void everyMessageOfTheCapturesIsReadAndWritesBack() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    for (Path path : Captures.ofBmp()) {
      for (StreamEvent.Message event : Captures.messages(path, new BmpFraming())) {
        BmpMessage message = BmpMessage.read(event.octets());
        assertThat(message).as("%s", path).isNotInstanceOf(BmpMessage.Malformed.class);
        assertThat(message.write()).as("%s", path).isEqualTo(event.octets());
        counts.merge(BmpType.name(message.type()), 1, Integer::sum);
        all++;
      }
    }
    System.out.println("messages of captures: " + all + " " + counts);
    assertThat(all).isGreaterThan(1000);
  }

  /// Of some peers no Peer Up was captured, and two messages of those have path identifiers; no
  /// router of the captures sets the flag of AS numbers wrong.
  @Test
  void everyUpdateInTheCapturesIsRead() throws IOException {
    Map<UpdateReading.Basis, Integer> pathIds = new TreeMap<>();
    for (Path path : Captures.ofBmp()) {
      MonitoredPeers peers = new MonitoredPeers();
      for (StreamEvent.Message event : Captures.messages(path, new BmpFraming())) {
        BmpMessage message = BmpMessage.read(event.octets());
        peers.accept(message);
        if (message instanceof RouteMonitoring routes) {
          UpdateReading reading = peers.reading(routes);
          assertThat(reading.isWidthCorrected()).as("%s", path).isFalse();
          pathIds.merge(reading.pathIds(), 1, Integer::sum);
          Message update = peers.update(routes);
          assertThat(update).as("%s", path).isInstanceOf(UpdateView.class);
          assertThat(update.encode()).isEqualTo(routes.update());
          assertReadable((UpdateView) update, path);
        }
      }
    }
    System.out.println("path identifiers known by: " + pathIds);
  }

  private static void assertReadable(UpdateView update, Path path) {
    Negotiated negotiated = update.negotiated();
    boolean plain = negotiated.hasPathIds(AfiSafi.IPV4_UNICAST);
    assertThat(NlriCursor.check(update.announced(), AfiSafi.IPV4_UNICAST, plain))
        .as("%s", path)
        .isNull();
    assertThat(NlriCursor.check(update.withdrawn(), AfiSafi.IPV4_UNICAST, plain))
        .as("%s", path)
        .isNull();
    MpReach reach = update.mpReach();
    if (reach != null) {
      boolean ids = negotiated.hasPathIds(reach.family());
      assertThat(NlriCursor.check(reach.nlri(), reach.family(), ids)).as("%s", path).isNull();
    }
    MpUnreach unreach = update.mpUnreach();
    if (unreach != null) {
      boolean ids = negotiated.hasPathIds(unreach.family());
      assertThat(NlriCursor.check(unreach.nlri(), unreach.family(), ids)).as("%s", path).isNull();
    }
  }

  @Test
  void everyFlippedBitOfTheCapturesIsAnOutcome() throws IOException {
    for (Path path : Captures.ofBmp()) {
      for (StreamEvent.Message event : Captures.messages(path, new BmpFraming())) {
        byte[] octets = event.octets().toBytes();
        for (int at = 0; at < octets.length; at++) {
          octets[at] ^= (byte) (1 << at % 8);
          assertThat(BmpMessage.read(Octets.of(octets)).write().length()).isEqualTo(octets.length);
          octets[at] ^= (byte) (1 << at % 8);
        }
      }
    }
  }
}
