package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.capture.Endpoint;
import dev.weir.bgp.capture.PcapWriter;
import dev.weir.inet.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tshark takes apart messages that are built here, in captures that are written here, and finds
/// the fields that went in. Needs `tshark` on the path. Version 4.0 takes the TLVs of a Peer Up
/// (RFC 9736) for a third BGP message and does not know those of Route Mirroring, and calls real
/// messages malformed too; so of these only the fields before the TLVs are compared.
class TsharkTest {
  private static final List<String> FIELDS =
      List.of(
          "bmp.version",
          "bmp.type",
          "bmp.length",
          "bmp.peer.type",
          "bmp.peer.asn",
          "bmp.peer.ip.addr",
          "bmp.peer.ipv6.addr",
          "bmp.peer.id",
          "bmp.peer.timestamp.sec",
          "bmp.peer.timestamp.msec",
          "bmp.peer.down.reason",
          "bmp.stats.type",
          "bmp.init.info",
          "_ws.malformed");

  @TempDir private Path directory;

  @Test
  void seesTheFieldsThatWentIn() throws IOException {
    List<BmpMessage> messages = new ArrayList<>();
    for (BmpMessage message : Samples.all()) {
      if (message.version() == BmpMessage.VERSION_3 && !(message instanceof BmpMessage.Unknown)) {
        messages.add(message);
      }
      if (message instanceof PeerUp up) {
        messages.add(Samples.withoutInformation(up));
      }
    }
    PcapWriter writer = new PcapWriter();
    Endpoint router = new Endpoint(IpAddress.parse("2001:db8::1"), 50_000);
    Endpoint station = new Endpoint(IpAddress.parse("2001:db8::2"), 1790);
    int sequence = 1;
    for (BmpMessage message : messages) {
      sequence = writer.write(0, router, station, sequence, message.write());
    }
    List<List<String>> rows = tshark(writer);
    assertThat(rows).hasSameSizeAs(messages);
    for (int i = 0; i < rows.size(); i++) {
      BmpMessage message = messages.get(i);
      List<String> row = rows.get(i);
      assertThat(row.get(0)).isEqualTo("3");
      assertThat(row.get(1)).isEqualTo(Integer.toString(message.type()));
      assertThat(row.get(2)).isEqualTo(Integer.toString(message.write().length()));
      boolean tlvs = message instanceof PeerUp up && !up.information().isEmpty();
      if (!tlvs && !(message instanceof RouteMirroring)) {
        assertThat(row.get(13)).as("%s", message).isEmpty();
      }
      PeerHeader peer = message.peer();
      if (peer != null) {
        assertThat(row.get(3)).isEqualTo(Integer.toString(peer.type()));
        assertThat(row.get(4)).isEqualTo(peer.asn().number() + "");
        if (peer.address() != null) {
          String address = peer.isIpv6() ? row.get(6) : row.get(5);
          assertThat(address).isEqualTo(peer.address().toString());
        }
        assertThat(row.get(7)).isEqualTo(peer.identifier().toString());
      }
      switch (message) {
        case PeerDown down -> assertThat(row.get(10)).isEqualTo(Integer.toString(down.reason()));
        case StatisticsReport report ->
            assertThat(row.get(11))
                .isEqualTo(
                    report.statistics().stream()
                        .map(statistic -> Integer.toString(statistic.type()))
                        .collect(Collectors.joining(",")));
        case Initiation _ -> assertThat(row.get(12)).isEqualTo("a router,r1");
        default -> {}
      }
    }
  }

  private List<List<String>> tshark(PcapWriter writer) throws IOException {
    Path file = directory.resolve("bmp.pcap");
    Files.write(file, writer.file().toBytes());
    List<String> command =
        new ArrayList<>(List.of("tshark", "-r", file.toString(), "-d", "tcp.port==1790,bmp"));
    command.addAll(List.of("-o", "tcp.check_checksum:TRUE"));
    command.addAll(List.of("-T", "fields", "-E", "separator=|"));
    FIELDS.forEach(field -> command.addAll(List.of("-e", field)));
    assumeThat(isOnPath()).as("tshark is on the path").isTrue();
    Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text).as(errors).isNotEmpty();
    return text.lines().map(line -> Arrays.asList(line.split("\\|", -1))).toList();
  }

  private static boolean isOnPath() {
    String path = String.valueOf(System.getenv("PATH"));
    return Stream.of(path.split(java.io.File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "tshark")));
  }
}
