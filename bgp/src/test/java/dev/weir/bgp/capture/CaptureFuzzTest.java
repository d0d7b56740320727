package dev.weir.bgp.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.wire.BgpFraming;

class CaptureFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void everyFileIsAnOutcome(byte[] data) {
    Octets file = Octets.of(data);
    Capture capture = Capture.read(file);
    if (!CaptureReader.recognises(file)) {
      assertThat(capture.fault()).isNotNull();
    }
    long octets = capture.streams().stream().mapToLong(CapturedStream::length).sum();
    assertThat(octets).isLessThanOrEqualTo(data.length);
    for (StreamEvent event : capture.split(new BgpFraming())) {
      if (event instanceof StreamEvent.Message message) {
        assertThat(message.octets().length()).isGreaterThanOrEqualTo(19);
      }
    }
  }
}
