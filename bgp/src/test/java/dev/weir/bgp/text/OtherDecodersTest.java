package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.capture.Endpoint;
import dev.weir.bgp.capture.PcapWriter;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Ipv4Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other programs read what is written here, and find in it what was put in.
class OtherDecodersTest {
  @TempDir private Path directory;

  @Test
  void tsharkSeesWhatWasWritten() throws IOException {
    List<String> lines =
        tshark(
            "bgp.type",
            "bgp.open.myas",
            "bgp.cap.type",
            "bgp.cap.4as",
            "bgp.update.path_attribute.type_code",
            "bgp.update.path_attribute.as_path_segment.as4",
            "bgp.update.path_attribute.next_hop",
            "bgp.update.path_attribute.multi_exit_disc",
            "bgp.update.path_attribute.local_pref",
            "bgp.nlri_prefix",
            "bgp.withdrawn_prefix",
            "bgp.mp_reach_nlri_ipv6_prefix",
            "bgp.mp_unreach_nlri_ipv6_prefix",
            "bgp.notify.major_error",
            "bgp.notify.communication",
            "_ws.malformed");
    List<List<String>> fields =
        lines.stream().map(line -> Arrays.asList(line.split("\\|", -1))).toList();
    assertThat(fields).extracting(f -> f.get(15)).containsOnly("");
    assertThat(fields)
        .extracting(f -> f.get(0))
        .containsExactly("1", "4", "2", "2", "2", "2", "2", "2", "5", "3");
    List<String> open = fields.getFirst();
    assertThat(open.get(1)).isEqualTo("23456");
    assertThat(open.get(2)).isEqualTo("1,1,2,5,6,9,64,65,69,70,73");
    assertThat(open.get(3)).isEqualTo("4200000000");
    assertThat(fields.get(2).get(10)).isEqualTo("10.1.0.0");
    assertThat(fields.get(4).get(12)).isEqualTo("2001:db8:2::");
    List<String> plain = fields.get(3);
    assertThat(plain.get(4)).isEqualTo("1,2,3,4,5,6,7,8,9,10,16,26,32,35");
    assertThat(plain.get(5)).isEqualTo("65000,4200000000,64500");
    assertThat(plain.get(6)).isEqualTo("192.0.2.1");
    assertThat(plain.get(7)).isEqualTo("7");
    assertThat(plain.get(8)).isEqualTo("120");
    assertThat(plain.get(9)).isEqualTo("0.0.0.0,198.0.0.0,198.51.0.0,198.51.100.0,198.51.100.1");
    assertThat(fields.get(5).get(11)).isEqualTo("2001:db8:1::");
    assertThat(fields.getLast().get(13)).isEqualTo("6");
    assertThat(fields.getLast().get(14)).isEqualTo("good-bye");
  }

  private List<String> tshark(String... fields) throws IOException {
    Endpoint here = new Endpoint(Ipv4Address.parse("192.0.2.1"), 50_000);
    Endpoint there = new Endpoint(Ipv4Address.parse("192.0.2.2"), 179);
    PcapWriter writer = new PcapWriter();
    int sequence = 1;
    for (Message message : Samples.messages()) {
      sequence = writer.write(0, here, there, sequence, message.encode());
    }
    Path file = directory.resolve("messages.pcap");
    Files.write(file, writer.file().toBytes());
    List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString()));
    command.addAll(List.of("-o", "bgp.asn_len:auto-detect", "-T", "fields", "-E", "separator=|"));
    for (String field : fields) {
      command.addAll(List.of("-e", field));
    }
    return run(command);
  }

  @Test
  void exabgpReadsTheUpdates() throws IOException {
    Path configuration = directory.resolve("exabgp.conf");
    Files.writeString(
        configuration,
        """
        neighbor 127.0.0.1 {
          router-id 192.0.2.9;
          local-address 127.0.0.1;
          local-as 65000;
          peer-as 65000;
          family { ipv4 unicast; ipv6 unicast; }
        }
        """);
    List<String> expected =
        List.of(
            "\"withdraw\": { \"ipv4 unicast\": [ { \"nlri\": \"10.1.0.0/16\"",
            "{ \"nlri\": \"198.51.100.1/32\"",
            "\"withdraw\": { \"ipv6 unicast\": [ { \"nlri\": \"2001:db8:2::/47\"",
            "\"2001:db8::1\": [ { \"nlri\": \"2001:db8:1::/48\"",
            "\"eor\": { \"afi\" : \"ipv4\"",
            "\"eor\": { \"afi\" : \"ipv6\"");
    List<UpdateView> updates = Samples.updates();
    for (int i = 0; i < updates.size(); i++) {
      String hex = updates.get(i).encode().toString().toUpperCase(Locale.ROOT);
      List<String> said = run(List.of("exabgp", configuration.toString(), "--decode", hex));
      String json =
          said.stream().filter(line -> line.contains("update json")).findFirst().orElse("");
      assertThat(json).as(String.join("\n", said)).contains(expected.get(i));
      if (json.contains("announce")) {
        assertThat(json)
            .contains("\"origin\": \"egp\"", "\"as-path\": [ 65000, 4200000000, 64500 ]")
            .contains("\"local-preference\": 120", "\"med\": 7", "\"originator-id\": \"192.0.2.1\"")
            .contains("\"community\": [ [ 65000, 100 ], [ 65535, 65281 ] ]")
            .contains("\"large-community\": [ [ 4200000000, 1 , 2 ] ]")
            .contains("target:65000:100", "target:4200000000L:5");
      }
    }
  }

  private static List<String> run(List<String> command) throws IOException {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(place -> Files.isExecutable(Path.of(place, command.getFirst())));
    assumeThat(there).as("%s on the PATH", command.getFirst()).isTrue();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
