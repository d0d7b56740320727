package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.octets.Octets;
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
