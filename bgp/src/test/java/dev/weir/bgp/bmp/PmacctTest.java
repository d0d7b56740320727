package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.BgpFraming;
import dev.weir.bgp.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// pmacct logged each route, peer and counter of some captures as a line of JSON; here every field
/// has to be equal that comes from the capture.
class PmacctTest {
  /// What pmacct says of itself, of its configuration and of the laboratory it ran in.
  private static final Set<String> OWN =
      Set.of("seq", "writer_id", "tag", "label", "bmp_router", "bmp_router_port", "peer_ip_src");

  /// A router that comes back with the routes it had; the logs end before them.
  private static final Path LATER = Path.of("302-BGP-IPv6-multiple-sources/traffic-03.pcap");

  @ParameterizedTest
  @CsvSource({
    "200-BMP-HUAWEI-locrib_instance/output-bmp-00.json, 105",
    "200-BMP-HUAWEI-locrib_instance/scenario-01/output-bmp-00.json, 105",
    "201-BMP-CISCO-rd_instance/output-bmp-00.json, 434",
    "201-BMP-CISCO-rd_instance/scenario-01/output-bmp-00.json, 434",
    "202-BMP-CISCO-HUAWEI-multiple-sources/output-bmp-00.json, 271",
    "203-BMP-HUAWEI-dump/output-bmp-00.json, 105",
    "203-BMP-HUAWEI-dump/scenario-01/output-bmp-00.json, 105",
    "300-BGP-IPv6-CISCO-extNH_enc/output-bgp-00.json, 165",
    "300-BGP-IPv6-CISCO-extNH_enc/scenario-01/output-bgp-00.json, 165",
    "301-BGP-CISCO-pretag/output-bgp-00.json, 38",
    "301-BGP-CISCO-pretag/scenario-01/output-bgp-00.json, 38",
    "302-BGP-IPv6-multiple-sources/output-bgp-00.json, 140"
  })
  void everyLineOfALogIsEqual(String name, int lines) throws IOException {
    Path file = Captures.root().resolve("pmacct").resolve(name);
    List<Map<String, @Nullable Object>> expected = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(file)) {
      boolean own = String.valueOf(row.get("event_type")).equals("log_init");
      if (!own && !"internal".equals(row.get("bmp_msg_type"))) {
        expected.add(row);
      }
    }
    assertThat(expected).hasSize(lines);
    List<Map<String, @Nullable Object>> actual = new ArrayList<>();
    for (PmacctRows session : sessions(name)) {
      actual.addAll(session.log());
    }
    assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
  }

  /// When the session ends pmacct logs a deletion for each route of its table; and on request it
  /// writes the table.
  @ParameterizedTest
  @CsvSource({
    "200-BMP-HUAWEI-locrib_instance/output-bmp-00.json, delete, 84",
    "201-BMP-CISCO-rd_instance/output-bmp-00.json, delete, 235",
    "203-BMP-HUAWEI-dump/output-bmp-dump-00.json, dump, 84",
    "203-BMP-HUAWEI-dump/scenario-01/output-bmp-dump-00.json, dump, 84",
    "302-BGP-IPv6-multiple-sources/output-bgp-01.json, delete, 138"
  })
  void everyRouteOfATableIsEqual(String name, String kind, int routes) throws IOException {
    Path file = Captures.root().resolve("pmacct").resolve(name);
    List<Map<String, @Nullable Object>> expected = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(file)) {
      boolean dumped =
          "dump".equals(row.get("event_type")) && "route_monitor".equals(row.get("bmp_msg_type"));
      if (dumped || "delete".equals(row.get("log_type"))) {
        expected.add(content(row));
      }
    }
    assertThat(expected).hasSize(routes);
    List<Map<String, @Nullable Object>> actual = new ArrayList<>();
    for (PmacctRows session : sessions(name)) {
      session.table().forEach(row -> actual.add(content(row)));
    }
    assertThat(actual).as(kind).containsExactlyInAnyOrderElementsOf(expected);
  }

  /// A route of a table, without what says how and when it was written.
  private static Map<String, @Nullable Object> content(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>(row);
    content.keySet().removeAll(Set.of("timestamp", "event_type", "log_type", "bmp_msg_type"));
    return content;
  }

  private static List<PmacctRows> sessions(String name) throws IOException {
    Path directory =
        Captures.root().resolve("pmacct").resolve(name.substring(0, name.indexOf('/')));
    List<PmacctRows> sessions = new ArrayList<>();
    List<Path> captures;
    try (var files = Files.list(directory)) {
      captures =
          files
              .filter(file -> file.toString().endsWith(".pcap"))
              .filter(file -> !file.endsWith(LATER))
              .sorted()
              .toList();
    }
    for (Path capture : captures) {
      PmacctRows session = new PmacctRows();
      if (name.contains("-BMP-")) {
        for (StreamEvent.Message event : Captures.messages(capture, new BmpFraming())) {
          session.accept(BmpMessage.read(event.octets()));
        }
      } else {
        for (StreamEvent.Message event : Captures.messages(capture, new BgpFraming())) {
          session.accept(Message.read(event.octets(), Negotiated.USUAL));
        }
      }
      sessions.add(session);
    }
    return sessions;
  }

  private static List<Map<String, @Nullable Object>> rows(Path file) throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Object value : JsonTree.all(Files.readString(file))) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach((key, field) -> {
            String text = String.valueOf(key);
            if (!OWN.contains(text)) {
              row.put(text, isList(text) ? list(field) : address(field));
            }
          });
      rows.add(row);
    }
    return rows;
  }

  /// An IPv4 next hop is written as such or inside an IPv6 address, whichever came first with the
  /// same attributes.
  private static @Nullable Object address(@Nullable Object field) {
    return field instanceof String text && text.startsWith("::ffff:")
        ? text.substring("::ffff:".length())
        : field;
  }

  private static boolean isList(String name) {
    return Set.of("as_path", "comms", "ecomms", "lcomms").contains(name);
  }

  /// Lists are arrays, or words in one text, as pmacct is configured; none is an empty array or
  /// null.
  private static Object list(@Nullable Object field) {
    return switch (field) {
      case null -> List.of();
      case String text -> text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
      default -> field;
    };
  }
}
