package dev.weir.bgp.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.NlriFault;
import dev.weir.bgp.nlri.NlriRule;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The messages that ExaBGP tests itself with, if `-Dweir.shared=DIRECTORY` says where they are:
/// what it says of each is what we say, after the mapping of `docs/bgp/exabgp-vectors.md`.
class ExaBgpVectorsTest {
  private static final int HEADER = 19;

  private static Path vectors() {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    return Path.of(shared, "data/bgp/vectors/exabgp");
  }

  /// The octets behind the header, if there is one.
  private static Octets body(String hex) {
    Octets octets = Octets.parseHex(hex.replaceAll("[^0-9A-Fa-f]", ""));
    boolean header = octets.length() > HEADER && octets.i64(0) == -1 && octets.i64(8) == -1;
    if (header) {
      assertThat(octets.u16(16)).isEqualTo(octets.length());
    }
    return header ? octets.from(HEADER) : octets;
  }

  private static UpdateView update(String hex, String json) {
    Set<AfiSafi> pathIds =
        json.contains("\"path-information\"")
            ? Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST, AfiSafi.IPV4_VPN)
            : Set.of();
    Negotiated negotiated = Negotiated.USUAL.withAddPath(pathIds);
    return Objects.requireNonNull(UpdateView.read(body(hex), negotiated));
  }

  /// ExaBGP writes sixteen octets for a pattern of eight bits, where RFC 8956 section 3.1 has one
  /// octet; the rest of the rule cannot be read.
  private static boolean breaksRfc8956(Object expected) {
    return expected.toString().contains("::1/128/120");
  }

  @Test
  void everyFieldOfItsEncodedMessagesIsTheSame() throws IOException {
    List<String> lines = Files.readAllLines(vectors().resolve("encoding-vectors.jsonl"));
    assertThat(lines).hasSize(102);
    List<String> different = new ArrayList<>();
    int equal = 0;
    int refused = 0;
    for (String line : lines) {
      Map<String, Object> vector = Json.object(Json.parse(line));
      Object expected = Json.object(vector, "json", "neighbor", "message", "update");
      UpdateView update = update((String) vector.get("hex"), line);
      Map<String, Object> ours = ExaMessage.update(update);
      if (breaksRfc8956(expected)) {
        refused++;
        refusal(update);
      } else if (ours.equals(expected)) {
        equal++;
      } else {
        different.add(vector.get("cmd") + "\n  theirs " + expected + "\n  ours   " + ours);
      }
    }
    assertThat(different).isEmpty();
    assertThat(equal).isEqualTo(101);
    assertThat(refused).isEqualTo(1);
  }

  private static void refusal(UpdateView update) {
    MpReach reach = Objects.requireNonNull(update.mpReach());
    NlriFault fault = NlriCursor.check(reach.nlri(), reach.family(), false);
    assertThat(fault).isNotNull();
    assertThat(Objects.requireNonNull(fault).rule()).isEqualTo(NlriRule.FLOW_UNKNOWN_COMPONENT);
  }

  @Test
  void everyFieldOfTheMessagesItDecodesIsTheSame() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(vectors().resolve("decoding"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(22);
    List<String> different = new ArrayList<>();
    for (Path file : files) {
      String[] parts = Files.readString(file).split("\n", 3);
      Object json = Json.parse(parts[2]);
      Object expected;
      Object ours;
      switch (parts[0].substring(0, 4)) {
        case "open" -> {
          expected = Json.object(json, "neighbor", "open");
          ours = ExaMessage.open(new OpenView(body(parts[1])));
        }
        case "nlri" -> {
          expected = json;
          NlriCursor cursor = NlriCursor.over(body(parts[1]), AfiSafi.LINK_STATE, false);
          assertThat(cursor.next()).isTrue();
          ours = ExaNlri.route(cursor.nlri(), cursor.pathId(), cursor.octets(), "");
          assertThat(cursor.next()).isFalse();
        }
        default -> {
          expected = Json.object(json, "neighbor", "message", "update");
          ours = ExaMessage.update(update(parts[1], parts[2]));
        }
      }
      if (!expected.equals(ours)) {
        different.add(file.getFileName() + "\n  theirs " + expected + "\n  ours   " + ours);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void everyRouteIsWrittenAsItWas() throws IOException {
    int routes = 0;
    for (String line : Files.readAllLines(vectors().resolve("encoding-vectors.jsonl"))) {
      Map<String, Object> vector = Json.object(Json.parse(line));
      UpdateView update = update((String) vector.get("hex"), line);
      MpReach reach = update.mpReach();
      Octets field = reach == null ? update.announced() : reach.nlri();
      AfiSafi family = reach == null ? AfiSafi.IPV4_UNICAST : reach.family();
      NlriCursor cursor = NlriCursor.over(field, family, update.negotiated().hasPathIds(family));
      while (cursor.next()) {
        routes++;
        if (!(cursor.nlri() instanceof MalformedNlri)) {
          assertThat(cursor.nlri().octets()).isEqualTo(cursor.octets());
        }
      }
    }
    assertThat(routes).isGreaterThan(100);
  }
}
