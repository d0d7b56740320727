package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.capture.Endpoint;
import dev.weir.bgp.capture.PcapWriter;
import dev.weir.bgp.octets.Octets;
import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import dev.weir.inet.Ipv4Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir bgp decode`, on digits, octets and captures.
class BgpDecodeTest {
  private static final String MARKER = "ff".repeat(16);
  private static final String KEEPALIVE = MARKER + "001304";
  private static final String UPDATE =
      MARKER
          + "002f02"
          + "0000"
          + "0014"
          + "40010100"
          + "400206"
          + "02010000fde8"
          + "400304c0000201"
          + "18c63364";
  private static final String BROKEN = UPDATE.replace("40010100", "40010103");
  private static final String NARROW =
      MARKER
          + "002d02"
          + "0000"
          + "0012"
          + "40010100"
          + "400204"
          + "0201fde8"
          + "400304c0000201"
          + "18c63364";

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] input = new byte[0];

  @Test
  void digitsAreTakenApart() {
    assertThat(decode(UPDATE)).isZero();
    assertThat(out())
        .isEqualTo(
            """
            UPDATE
              attributes
                ORIGIN: igp
                AS_PATH: 65000
                NEXT_HOP: 192.0.2.1
              announced: 198.51.100.0/24
            """);
    assertThat(decode("--json", KEEPALIVE)).isZero();
    assertThat(out()).isEqualTo("{\"type\":\"KEEPALIVE\",\"length\":19}\n");
  }

  @Test
  void standardInputMayBeDigitsOrOctets() {
    input =
        (KEEPALIVE + "\n" + UPDATE.toUpperCase(java.util.Locale.ROOT))
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(decode()).isZero();
    assertThat(out()).startsWith("KEEPALIVE\n\nUPDATE\n");
    input = Octets.parseHex(UPDATE + KEEPALIVE).toBytes();
    assertThat(decode("-")).isZero();
    assertThat(out()).startsWith("UPDATE\n").endsWith("\nKEEPALIVE\n");
  }

  @Test
  void whatIsWrongIsSaidAndEndsWithOne() {
    assertThat(decode(BROKEN)).isEqualTo(1);
    assertThat(out()).contains("treatment: treat as withdraw", "RFC 7606 section 7.1");
    assertThat(decode(UPDATE.substring(0, 60))).isEqualTo(1);
    assertThat(out()).contains("malformed: Message Header Error/Bad Message Length");
    assertThat(decode(UPDATE + "00".repeat(19))).isEqualTo(1);
    assertThat(out()).contains("Connection Not Synchronized");
  }

  @Test
  void whatWasAgreedCanBeSaid() {
    assertThat(decode("--two-octet-asn", NARROW)).isZero();
    assertThat(out()).contains("AS_PATH: 65000");
    String pathId = UPDATE.replace("002f02", "003302").replace("18c63364", "0000000718c63364");
    assertThat(decode("--add-path", "ipv4-unicast,ipv6-unicast", pathId)).isZero();
    assertThat(out()).contains("path-id 7");
    assertThat(decode("--add-path", "ipv9", UPDATE)).isEqualTo(2);
    assertThat(err()).contains("--add-path ipv9");
    assertThat(decode("--peer", "internal", UPDATE)).isEqualTo(1);
    assertThat(out()).contains("LOCAL_PREF is missing");
  }

  @Test
  void capturesAreReadStreamByStream() throws IOException {
    Endpoint here = new Endpoint(Ipv4Address.parse("192.0.2.1"), 50_000);
    Endpoint there = new Endpoint(Ipv4Address.parse("192.0.2.2"), 179);
    PcapWriter writer = new PcapWriter();
    int next = writer.write(0, here, there, 1, Octets.parseHex(NARROW));
    writer.write(1_000_000_000L, here, there, next, Octets.parseHex(KEEPALIVE));
    Path file = directory.resolve("some.pcap");
    Files.write(file, writer.file().toBytes());
    assertThat(decode(file.toString())).isZero();
    assertThat(out())
        .startsWith("# 1970-01-01T00:00:00Z 192.0.2.1:50000 > 192.0.2.2:179\nUPDATE\n")
        .contains("AS_PATH: 65000\n", "# 1970-01-01T00:00:01Z");
    assertThat(decode("--json", file.toString())).isZero();
    assertThat(out()).contains("\"source\":\"192.0.2.1:50000\"").contains("\"type\":\"KEEPALIVE\"");
    assertThat(decode("--port", "1179", file.toString())).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadEndsWithTwo() {
    assertThat(decode("nonsense")).isEqualTo(2);
    assertThat(err()).contains("nonsense: neither a file nor hexadecimal digits");
    assertThat(decode(directory.toString())).isEqualTo(2);
    assertThat(decode("-")).isEqualTo(2);
    assertThat(err()).contains("no BGP messages");
  }

  private int decode(String... words) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    return Main.run(
        Stream.concat(Stream.of("bgp", "decode"), Stream.of(words)).toArray(String[]::new),
        console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
