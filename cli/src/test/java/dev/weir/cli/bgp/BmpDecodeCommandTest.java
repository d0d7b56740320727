package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.bmp.Initiation;
import dev.weir.bgp.bmp.PeerHeader;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.bmp.Tlv;
import dev.weir.bgp.capture.Endpoint;
import dev.weir.bgp.capture.PcapWriter;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BmpDecodeCommandTest {
  private static final Octets FIRST =
      new Initiation(3, List.of(Tlv.text(Tlv.SYSTEM_NAME, "r1"))).write();
  private static final Octets ROUTES =
      RouteMonitoring.of(
              PeerHeader.of(
                  PeerHeader.GLOBAL,
                  0,
                  new RouteDistinguisher(0),
                  IpAddress.parse("192.0.2.7"),
                  new Asn(65_001),
                  Ipv4Address.parse("192.0.2.1"),
                  0),
              Octets.parseHex(
                  "ff".repeat(16)
                      + "002f02"
                      + "0000"
                      + "0014"
                      + "40010100"
                      + "4002060201"
                      + "0000fde9"
                      + "400304cb007101"
                      + "18c00002"))
          .write();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void printsAStreamFromStandardInput() {
    assertThat(weir(stream(FIRST, ROUTES), "bmp", "decode")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            Initiation
              information
                system-name: r1

            Route Monitoring
              peer: 192.0.2.7 AS65001, adj-rib-in-pre
              message: UPDATE
                attributes
                  ORIGIN: igp
                  AS_PATH: 65001
                  NEXT_HOP: 203.0.113.1
                announced: 192.0.2.0/24
            """);
  }

  @Test
  void printsOneJsonObjectAMessage() {
    assertThat(weir(stream(FIRST, ROUTES), "bmp", "decode", "--json", "-")).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .isEqualTo(
            "{\"bmp\":\"Initiation\",\"version\":3,"
                + "\"information\":[{\"tlv\":\"system-name\",\"value\":\"r1\"}]}");
  }

  @Test
  void readsACapture() throws IOException {
    PcapWriter writer = new PcapWriter();
    Endpoint router = new Endpoint(IpAddress.parse("10.0.0.1"), 50_000);
    Endpoint station = new Endpoint(IpAddress.parse("10.0.0.2"), 1790);
    int next = writer.write(1_700_000_000_000_000_000L, router, station, 1, FIRST);
    writer.write(1_700_000_001_000_000_000L, router, station, next, ROUTES);
    Path file = directory.resolve("a.pcap");
    Files.write(file, writer.file().toBytes());
    assertThat(weir(new byte[0], "bmp", "decode", file.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("# 2023-11-14T22:13:20Z 10.0.0.1:50000 > 10.0.0.2:1790\nInitiation\n")
        .contains("\n# 2023-11-14T22:13:21Z 10.0.0.1:50000 > 10.0.0.2:1790\nRoute Monitoring\n");
  }

  @Test
  void countsMessagesAndRoutes() {
    byte[] stream = stream(FIRST, ROUTES, ROUTES);
    assertThat(weir(stream, "bmp", "decode", "--stat")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("         3 messages\n", "         2 Route Monitoring\n")
        .contains("         2          2          0          0  192.0.2.7 AS65001 adj-rib-in-pre");
    out.reset();
    assertThat(weir(stream, "bmp", "decode", "--stat", "--json")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("{\"messages\":3,\"malformed\":0,\"skipped\":0,");
  }

  @Test
  void damageIsSaidAndPassedOver() {
    byte[] stream = stream(FIRST, Octets.parseHex("0badc0de"), ROUTES);
    assertThat(weir(stream, "bmp", "decode")).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("skipped: 4 octets at 12 that are no message", "Route Monitoring");
  }

  @Test
  void inputWithoutMessagesCannotBeUsed() {
    assertThat(weir(new byte[0], "bmp", "decode")).isEqualTo(2);
    assertThat(weir("hello".getBytes(StandardCharsets.UTF_8), "bmp", "decode", "--stat"))
        .isEqualTo(2);
    assertThat(weir(new byte[0], "bmp", "decode", directory.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("a directory");
    assertThat(weir(new byte[0], "bmp", "decode", directory.resolve("no").toString())).isEqualTo(2);
  }

  private static byte[] stream(Octets... messages) {
    OctetsWriter writer = new OctetsWriter();
    for (Octets message : messages) {
      writer.octets(message);
    }
    return writer.toOctets().toBytes();
  }

  private int weir(byte[] input, String... words) {
    return Main.run(
        words,
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE));
  }
}
