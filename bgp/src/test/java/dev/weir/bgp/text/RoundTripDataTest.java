package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.Capture;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.check.UpdateCheck;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.ArchivedMessages;
import dev.weir.bgp.wire.BgpFraming;
import dev.weir.bgp.wire.MalformedMessage;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MessageType;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every BGP message of the shared data: taken apart down to single attributes and routes, put
/// together again from these, and equal to what was read, octet for octet.
class RoundTripDataTest {
  private static final Pattern HEX = Pattern.compile("\"hex\": \"([0-9A-Fa-f]+)\"");
  private static final Pattern FILE = Pattern.compile("\"file\": \"([^\"]+)\"");

  /// Messages of these break a rule indeed: a next hop of 255.255.255.255, a pattern of sixteen
  /// octets behind an offset of 120 bits, and attributes that claim to be well-known.
  private static final Set<String> REFUSED =
      Set.of("conf-attributes.ci", "conf-flow.ci", "conf-generic-attribute.ci");

  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void archives() throws IOException {
    for (Path file : ArchivedMessages.files()) {
      ArchivedMessages.each(file, (octets, under) -> roundTrip(file.toString(), octets, under));
    }
    assertThat(seen).containsEntry("UPDATE", 202_386).containsEntry("KEEPALIVE", 1_722);
    assertThat(seen).containsEntry("OPEN", 32).containsEntry("NOTIFICATION", 17);
    assertThat(seen).containsEntry("ROUTE-REFRESH", 15).doesNotContainKey("malformed");
    assertThat(seen.get("accept")).isGreaterThan(202_360);
  }

  @Test
  void captures() throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(ArchivedMessages.data())) {
      files = tree.filter(file -> file.toString().matches(".*\\.(pcap|cap|pcapng)")).toList();
    }
    for (Path file : files) {
      Capture capture = Capture.read(Octets.of(Files.readAllBytes(file)));
      for (StreamEvent event : capture.split(new BgpFraming())) {
        if (event instanceof StreamEvent.Message message) {
          roundTrip(file.toString(), message.octets(), Negotiated.USUAL);
        }
      }
    }
    assertThat(seen).containsEntry("UPDATE", 1_371).containsEntry("OPEN", 443);
    assertThat(seen).doesNotContainKey("malformed");
    assertThat(seen.get("treated")).isLessThan(100);
  }

  @Test
  void vectors() throws IOException {
    Path file =
        ArchivedMessages.data().resolve(Path.of("vectors", "exabgp", "encoding-vectors.jsonl"));
    Set<String> refused = new TreeSet<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Matcher hex = HEX.matcher(line);
      Matcher source = FILE.matcher(line);
      assertThat(hex.find() && source.find()).as(line).isTrue();
      boolean pathIds = line.contains("path-information");
      Set<AfiSafi> families =
          pathIds
              ? Set.of(
                  AfiSafi.IPV4_UNICAST,
                  AfiSafi.IPV6_UNICAST,
                  AfiSafi.IPV4_VPN,
                  AfiSafi.IPV6_VPN,
                  AfiSafi.IPV4_LABELED,
                  AfiSafi.IPV6_LABELED)
              : Set.of();
      Octets octets = Octets.parseHex(hex.group(1).toLowerCase(java.util.Locale.ROOT));
      Negotiated under = Negotiated.USUAL.withAddPath(families);
      if (!roundTrip(source.group(1), octets, under)) {
        refused.add(source.group(1));
      }
    }
    assertThat(seen).containsEntry("UPDATE", 102).doesNotContainKey("malformed");
    assertThat(seen).containsEntry("accept", 98);
    assertThat(refused).isEqualTo(REFUSED);
  }

  /// Returns whether RFC 7606 has nothing to say about a message.
  private boolean roundTrip(String file, Octets octets, Negotiated under) {
    Message message = Message.read(octets, under);
    count(MessageType.name(message.type()));
    if (message instanceof MalformedMessage) {
      count("malformed");
      return false;
    }
    if (!message.encode().equals(octets)) {
      throw new AssertionError(file + ": " + octets);
    }
    if (message instanceof OpenView open && !open.toOpen().toView().equals(open)) {
      throw new AssertionError(file + ": " + octets);
    }
    if (!(message instanceof UpdateView update)) {
      assertThat(ItemJson.print(MessageItems.of(message))).isNotEmpty();
      return true;
    }
    if (!Reassembly.of(update).equals(update.body())) {
      throw new AssertionError(file + ": " + octets);
    }
    UpdateCheck check = UpdateCheck.of(update, PeerContext.UNKNOWN);
    count(check.treatment().strength() == 0 ? "accept" : "treated");
    if (seen.merge("shown", 1, Integer::sum) % 16 == 1) {
      Item item = MessageItems.of(update, check);
      assertThat(ItemText.print(item)).startsWith("UPDATE\n");
      assertThat(ItemJson.print(item)).startsWith("{\"type\":\"UPDATE\"");
    }
    return check.treatment().strength() == 0;
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
