package dev.weir.dns.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Packets that came by a name server: answers and UPDATEs, and what scanners send to port 53.
class CapturedPacketsTest {
  @Test
  void readsTheSoundOnesAndRefusesTheRest() throws IOException {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Octets packet : packets()) {
      MessageLawTest.visit(packet);
      outcomes.merge(outcome(packet), 1, Integer::sum);
    }
    assertThat(outcomes)
        .isEqualTo(
            Map.of(
                "sound",
                229,
                WireFault.QUESTION_CUT.text(),
                24,
                WireFault.QUESTION_COUNT.text(),
                15,
                WireFault.LABEL_TYPE.text(),
                6));
  }

  @Test
  void everyRecordOfASoundPacketIsValidAndSurvivesACopy() throws IOException {
    int records = 0;
    for (Octets packet : packets()) {
      if (!MessageView.wellFormed(packet)) {
        continue;
      }
      MessageView message = MessageView.read(packet);
      MessageView copy = MessageView.read(MessageLawTest.copy(message, NameCompression.EXACT));
      assertThat(expanded(copy)).isEqualTo(expanded(message));
      records += message.records().count();
    }
    assertThat(records).isGreaterThan(1);
  }

  private static String outcome(Octets packet) {
    try {
      MessageView.read(packet);
      return "sound";
    } catch (MalformedWire e) {
      return e.fault();
    }
  }

  private static List<String> expanded(MessageView message) {
    List<String> lines = new ArrayList<>();
    for (RecordView record : message.records()) {
      OctetBuffer out = new OctetBuffer();
      record.expand(out);
      lines.add(record.owner() + " " + record.type() + " " + record.ttlBits() + " " + out.view());
    }
    return lines;
  }

  private static List<Octets> packets() throws IOException {
    List<Octets> packets = new ArrayList<>();
    for (String line : (text("test_packets.2") + text("test_packets.3")).split("\n")) {
      if (line.matches("([0-9a-f]{2}){9,}")) {
        packets.add(Octets.parseHex(line));
      }
    }
    StringBuilder digits = new StringBuilder();
    for (String line : text("test_packets.4").split("\n")) {
      if (line.matches(".*;\\s+1-\\s*20") && !digits.isEmpty()) {
        packets.add(Octets.parseHex(digits.toString()));
        digits.setLength(0);
      }
      digits.append(line.replaceAll(";.*|\\s", ""));
    }
    packets.add(Octets.parseHex(digits.toString()));
    return packets;
  }

  private static String text(String file) throws IOException {
    try (InputStream in =
        CapturedPacketsTest.class.getResourceAsStream("/vectors/unbound/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
