package dev.weir.bgp.rtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.Octets;
import java.time.Instant;

class RtrFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void readsOrRefuses(byte[] data) {
    try {
      Octets octets = Octets.of(data);
      assertThat(RtrCodec.read(octets).write()).isEqualTo(octets);
    } catch (RtrFault refused) {
      assertThat(refused.error()).isNotNull();
    }
  }

  /// The first octet says how long the pieces are in which the stream arrives.
  @FuzzTest(maxDuration = "10s")
  void aClientOutlivesAnyCache(byte[] data) {
    RtrClient client = new RtrClient(RtrConfig.STANDARD);
    client.step(new RtrEvent.Start(), Instant.EPOCH);
    client.step(new RtrEvent.Connected(), Instant.EPOCH);
    int piece = data.length == 0 ? 1 : 1 + (data[0] & 0xff);
    for (int at = 1; at < data.length; at += piece) {
      Octets octets = new Octets(data, at, Math.min(piece, data.length - at));
      client.step(new RtrEvent.Received(octets), Instant.EPOCH);
    }
    assertThat(client.deadline()).isBefore(Instant.MAX);
  }
}
