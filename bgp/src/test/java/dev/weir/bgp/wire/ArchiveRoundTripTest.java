package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.check.Finding;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Negotiated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchiveRoundTripTest {
  @Test
  void everyMessageOfTheArchivesIsWrittenAsItWasRead() throws IOException {
    Map<String, Integer> seen = new TreeMap<>();
    for (Path file : ArchivedMessages.files()) {
      ArchivedMessages.each(
          file, (octets, negotiated) -> roundTrip(file, octets, negotiated, seen));
    }
    assertThat(seen.get("UPDATE")).isGreaterThan(200_000);
  }

  private static void roundTrip(
      Path file, Octets octets, Negotiated negotiated, Map<String, Integer> seen) {
    Message message = Message.read(octets, negotiated);
    seen.merge(MessageType.name(message.type()), 1, Integer::sum);
    if (message instanceof MalformedMessage malformed) {
      seen.merge("malformed " + malformed.error().detail(), 1, Integer::sum);
      return;
    }
    if (!message.encode().equals(octets)) {
      throw new AssertionError(file + ": " + octets);
    }
    if (message instanceof UpdateView update) {
      UpdateCheck check = UpdateCheck.of(update, PeerContext.UNKNOWN);
      seen.merge(check.treatment().toString(), 1, Integer::sum);
      for (Finding finding : check.findings()) {
        seen.merge(finding.rule() + " " + finding.treatment(), 1, Integer::sum);
      }
    }
    if (message instanceof OpenView open && !open.toOpen().toView().equals(open)) {
      throw new AssertionError(file + ": " + octets);
    }
  }
}
