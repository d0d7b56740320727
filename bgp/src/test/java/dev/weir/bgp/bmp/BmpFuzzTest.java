package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.MessageSplitter;
import dev.weir.bgp.octets.Octets;

class BmpFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void everyMessageWritesBack(byte[] data) {
    Octets octets = Octets.of(data);
    assertThat(BmpMessage.read(octets).write()).isEqualTo(octets);
  }

  @FuzzTest(maxDuration = "10s")
  void everyOctetOfAStreamIsInAMessageOrSkipped(byte[] data) {
    long[] seen = new long[1];
    MessageSplitter.Sink sink =
        new MessageSplitter.Sink() {
          @Override
          public void message(long offset, Octets message) {
            assertThat(offset).isEqualTo(seen[0]);
            seen[0] += message.length();
          }

          @Override
          public void skipped(long offset, int octets) {
            assertThat(offset).isEqualTo(seen[0]);
            seen[0] += octets;
          }
        };
    MessageSplitter splitter = new MessageSplitter(new BmpFraming(), sink, data.length % 2 == 0);
    for (int at = 0; at < data.length; at += 100) {
      splitter.accept(new Octets(data, at, Math.min(100, data.length - at)));
    }
    splitter.finish();
    assertThat(seen[0]).isEqualTo(data.length);
  }
}
