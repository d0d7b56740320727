package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.BgpFraming;
import dev.weir.bgp.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NetGauze wrote each message of some captures as one line of JSON that names every field; here
/// every field has to be equal.
class NetGauzeTest {
  @ParameterizedTest
  @CsvSource({
    "evpn/evpn, 156",
    "path-status/ipv4_unicast_path_marking, 5",
    "peers-with-different-caps/example, 192",
    "stateless-with-add-path/ipv4_unicast_all, 30",
    "unreachable-prefix-announcement/upa, 44",
    "vpnv4-stateless-with-withdraw/vpnv4-stateless-with-withdraw, 15"
  })
  void everyFieldOfABmpCaptureIsEqual(String name, int messages) throws IOException {
    Path root = Captures.root().resolve("netgauze/bmp");
    List<Object> expected = json(root.resolve(name + "-bmp.json"));
    assertThat(expected).hasSize(messages);
    Map<Object, MonitoredPeers> sessions = new HashMap<>();
    List<Object> actual = new ArrayList<>();
    for (StreamEvent.Message event :
        Captures.messages(root.resolve(name + ".pcap"), new BmpFraming())) {
      MonitoredPeers peers = sessions.computeIfAbsent(event.stream(), _ -> new MonitoredPeers());
      actual.add(NetGauzeBmp.of(BmpMessage.read(event.octets()), peers));
    }
    for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
      assertThat(actual.get(i)).as("message %d", i).isEqualTo(expected.get(i));
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  /// The JSON holds the messages sent to port 179, without those of the router whose sessions have
  /// TCP signatures; and it has one KEEPALIVE more before the first OPEN than the capture has.
  @Test
  void everyFieldOfABgpCaptureIsEqual() throws IOException {
    Path root = Captures.root().resolve("netgauze/bgp/multiple-sessions");
    List<Object> expected = json(root.resolve("traffic-bgp.json"));
    assertThat(expected.removeFirst()).isEqualTo("KeepAlive");
    List<Object> actual = new ArrayList<>();
    for (StreamEvent.Message event :
        Captures.messages(root.resolve("traffic.pcap"), new BgpFraming())) {
      boolean signed = event.stream().toString().contains("192.168.255.1:");
      if (event.stream().destination().port() == 179 && !signed) {
        Message message = Message.read(event.octets(), Negotiated.USUAL);
        actual.add(NetGauzeBgp.of(message, Negotiated.USUAL));
      }
    }
    assertThat(actual).hasSize(105).isEqualTo(expected);
  }

  private static List<Object> json(Path path) throws IOException {
    return new ArrayList<>(JsonTree.all(Files.readString(path)));
  }
}
