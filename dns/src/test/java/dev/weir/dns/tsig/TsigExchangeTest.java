package dev.weir.dns.tsig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.wire.MessageView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Exchanges that another implementation signed, verified here and signed again octet by octet.
class TsigExchangeTest {
  private static final long NOW = 1_700_000_000L;
  private static final TsigPolicy ALL = new TsigPolicy(true, true);

  @Test
  void agreesWithAnotherImplementation() throws IOException {
    TsigKey none = TsigKey.parse("none:c2VjcmV0");
    TsigVerifier verifier = TsigVerifier.response(none, Octets.EMPTY, ALL);
    TsigSigner signer = TsigSigner.request(none);
    int stream = 0;
    for (String line : lines()) {
      String[] parts = line.split("\\|", -1);
      TsigKey key = TsigKey.parse(parts[0], parts[1], parts[2]);
      Octets octets = Octets.parseHex(parts[4]);
      MessageView message = MessageView.read(octets);
      if (parts[3].equals("request")) {
        Map<Name, TsigKey> keys = Map.of(key.name(), key);
        assertThat(TsigVerifier.request(message, keys, ALL, NOW))
            .isInstanceOf(TsigOutcome.Verified.class);
        TsigSigner again = TsigSigner.request(key);
        assertThat(signedAgain(again, message)).isEqualTo(octets);
        verifier = TsigVerifier.response(key, again.mac(), ALL);
        signer = TsigSigner.response(key, again.mac());
        continue;
      }
      if (message.tsig().isPresent()) {
        assertThat(verifier.next(message, NOW)).isInstanceOf(TsigOutcome.Verified.class);
        assertThat(signedAgain(signer, message)).isEqualTo(octets);
      } else {
        assertThat(verifier.next(message, NOW)).isInstanceOf(TsigOutcome.Pending.class);
        signer.skip(octets);
      }
      stream++;
    }
    assertThat(verifier.settled()).isTrue();
    assertThat(stream).isEqualTo(11);
  }

  /// Takes the TSIG record away and signs what is left.
  private static Octets signedAgain(TsigSigner signer, MessageView message) {
    OctetBuffer buffer = new OctetBuffer();
    buffer.octets(message.octets().slice(0, message.tsig().orElseThrow().offset()));
    buffer.putU16(10, message.additionals().count() - 1);
    signer.sign(buffer, 0, TsigTime.of(NOW));
    return buffer.view();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = TsigExchangeTest.class.getResourceAsStream("/tsig/exchanges.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith(";")).toList();
    }
  }
}
