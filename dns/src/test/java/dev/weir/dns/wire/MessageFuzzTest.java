package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.Octets;

class MessageFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void readsOrRefuses(byte[] data) {
    MessageLawTest.visit(Octets.of(data));
  }

  @FuzzTest(maxDuration = "10s")
  void copiesWhatItReads(byte[] data) {
    Octets octets = Octets.of(data);
    if (data.length > 16_384 || !MessageView.wellFormed(octets)) {
      return;
    }
    MessageView message = MessageView.read(octets);
    Octets copy;
    try {
      copy = MessageLawTest.copy(message, NameCompression.EXACT);
    } catch (MalformedWire refused) {
      return;
    }
    MessageView again = MessageView.read(copy);
    assertThat(again.records().count())
        .isEqualTo(message.records().count() - (message.tsig().isPresent() ? 1 : 0));
    assertThat(MessageLawTest.copy(again, NameCompression.EXACT)).isEqualTo(copy);
  }
}
