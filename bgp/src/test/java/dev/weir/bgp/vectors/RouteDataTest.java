package dev.weir.bgp.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.bmp.BmpFraming;
import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.RouteMirroring;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.capture.Capture;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.Nlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Framing;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.ArchivedMessages;
import dev.weir.bgp.wire.BgpFraming;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.UpdateView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every route of every message in the captures and archives, if `-Dweir.shared=DIRECTORY` says
/// where they are: decoded, and written again.
class RouteDataTest {
  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void everyRouteOfTheArchivesIsWrittenAsItWasRead() throws IOException {
    for (Path file : ArchivedMessages.files()) {
      ArchivedMessages.each(file, (octets, negotiated) -> message(octets, negotiated));
    }
    assertThat(seen.get("ipv4-unicast")).isGreaterThan(900_000);
    assertThat(seen.get("ipv6-unicast")).isGreaterThan(26_000);
    assertThat(seen)
        .containsKeys(
            "ipv4-unicast with path identifiers",
            "ipv6-unicast with path identifiers",
            "ipv4-multicast",
            "ipv4-vpn")
        .containsEntry("not canonical ipv4-unicast", 25);
    // One archive was made to have a message whose last prefix is cut off.
    assertThat(malformed()).isEqualTo(Map.of("malformed ipv4-unicast OVERRUN", 1));
  }

  private Map<String, Integer> malformed() {
    Map<String, Integer> malformed = new TreeMap<>(seen);
    malformed.keySet().removeIf(key -> !key.startsWith("malformed"));
    return malformed;
  }

  @Test
  void everyRouteOfTheCapturesIsWrittenAsItWasRead() throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(ArchivedMessages.data())) {
      files = tree.filter(file -> file.toString().matches(".*\\.p?cap")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(60);
    for (Path file : files) {
      boolean bgp = file.toString().matches(".*(/pcap/|/netgauze/bgp/|/30[0-9]-BGP).*");
      Framing framing = bgp ? new BgpFraming() : new BmpFraming();
      for (StreamEvent event : Capture.read(Octets.of(Files.readAllBytes(file))).split(framing)) {
        if (event instanceof StreamEvent.Message message) {
          captured(message.octets(), bgp);
        }
      }
    }
    assertThat(seen)
        .containsKeys(
            "ipv4-unicast",
            "ipv6-unicast",
            "ipv4-labeled",
            "ipv6-labeled",
            "ipv4-vpn",
            "ipv4-vpn with path identifiers",
            "ipv6-vpn",
            "l2vpn-evpn",
            "l2vpn-vpls",
            "l2vpn-flowspec-vpn",
            "ipv4-flowspec",
            "ipv4-flowspec-vpn",
            "ipv6-flowspec",
            "ipv6-flowspec-vpn")
        .containsEntry("not canonical l2vpn-evpn", 1);
    // Both write a prefix with an offset in full, where RFC 8956 section 3.1 has the bits behind
    // the
    // offset only.
    assertThat(malformed())
        .isEqualTo(
            Map.of(
                "malformed ipv6-flowspec FLOW_UNKNOWN_COMPONENT", 1,
                "malformed ipv6-flowspec-vpn FLOW_UNKNOWN_COMPONENT", 1));
  }

  private void captured(Octets octets, boolean bgp) {
    if (bgp) {
      message(octets, Negotiated.USUAL);
      return;
    }
    switch (BmpMessage.read(octets)) {
      case RouteMonitoring one -> message(one.update(), Negotiated.USUAL);
      case RouteMirroring many -> many.messages().forEach(m -> message(m, Negotiated.USUAL));
      default -> {}
    }
  }

  private void message(Octets octets, Negotiated negotiated) {
    if (!(Message.read(octets, negotiated) instanceof UpdateView update)) {
      return;
    }
    field(update.withdrawn(), AfiSafi.IPV4_UNICAST, negotiated);
    field(update.announced(), AfiSafi.IPV4_UNICAST, negotiated);
    MpReach reach = update.mpReach();
    if (reach != null) {
      field(reach.nlri(), reach.family(), negotiated);
    }
    MpUnreach unreach = update.mpUnreach();
    if (unreach != null) {
      field(unreach.nlri(), unreach.family(), negotiated);
    }
  }

  /// A capture does not always have the OPEN that says whether there are path identifiers: a field
  /// that can only be read with them is read with them.
  private void field(Octets field, AfiSafi family, Negotiated negotiated) {
    boolean pathIds =
        negotiated.hasPathIds(family)
            || NlriCursor.check(field, family, false) != null
                && NlriCursor.check(field, family, true) == null;
    NlriCursor cursor = NlriCursor.over(field, family, pathIds);
    int end = 0;
    while (cursor.next()) {
      Nlri route = cursor.nlri();
      seen.merge(family + (pathIds ? " with path identifiers" : ""), 1, Integer::sum);
      if (route instanceof MalformedNlri malformed) {
        seen.merge("malformed " + family + " " + malformed.fault().rule().name(), 1, Integer::sum);
      } else if (!route.octets().equals(cursor.octets())) {
        seen.merge("not canonical " + family, 1, Integer::sum);
        assertThat(NlriCursor.list(route.octets(), family, false)).containsExactly(route);
      }
      assertThat(cursor.start()).isEqualTo(end);
      end += cursor.step().length();
    }
    assertThat(end).isEqualTo(field.length());
  }
}
