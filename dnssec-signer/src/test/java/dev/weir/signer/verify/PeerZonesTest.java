package dev.weir.signer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.signer.engine.Engines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Zones that other signers signed are sound; each test is skipped, and says so, where its tool is
/// not installed.
class PeerZonesTest {
  private static final String ZONE =
      """
      example. 3600 IN SOA ns1.example. admin.example. 7 1800 900 604800 300
      example. 3600 IN NS ns1.example.
      ns1.example. 3600 IN A 192.0.2.1
      *.wild.example. 3600 IN TXT "any"
      a.b.c.example. 3600 IN TXT "deep"
      secure.example. 3600 IN NS ns.secure.example.
      secure.example. 3600 IN DS 1 13 2 (
        0000000000000000000000000000000000000000000000000000000000000000 )
      ns.secure.example. 3600 IN A 192.0.2.2
      insecure.example. 3600 IN NS ns.insecure.example.
      ns.insecure.example. 3600 IN A 192.0.2.3
      only.ent.example. 3600 IN NS ns1.example.
      moved.example. 3600 IN DNAME elsewhere.
      MiXeD.example. 3600 IN MX 10 Mail.EXAMPLE.
      """;

  @TempDir private Path directory = Path.of("");

  @Test
  void acceptsWhatBindSigns() throws Exception {
    Path zone = keyedZone();
    for (List<String> denial :
        List.of(List.<String>of(), List.of("-3", "-"), List.of("-3", "abcd", "-A"))) {
      run(
          "dnssec-signzone",
          denial,
          "-S",
          "-K",
          ".",
          "-o",
          "example",
          "-f",
          "signed",
          zone.toString());
      assertSound("signed");
    }
  }

  @Test
  void acceptsWhatLdnsSigns() throws Exception {
    Path zone = keyedZone();
    List<String> keys = keys();
    for (List<String> denial :
        List.of(List.<String>of(), List.of("-n", "-t", "0"), List.of("-n", "-p", "-t", "0"))) {
      List<String> options = new ArrayList<>(denial);
      options.addAll(List.of("-z", "1:1", "-o", "example.", "-f", "signed", zone.toString()));
      options.addAll(keys);
      run("ldns-signzone", options);
      assertSound("signed");
    }
  }

  @Test
  void acceptsWhatKnotSigns() throws Exception {
    for (String denial : List.of("nsec3: off", "nsec3: on", "nsec3: on\n    nsec3-opt-out: on")) {
      Files.writeString(
          directory.resolve("knot.conf"),
          """
          database:
            storage: %1$s
          policy:
            - id: p
              algorithm: ECDSAP256SHA256
              nsec3-iterations: 0
              nsec3-salt-length: 0
              %2$s
          zone:
            - domain: example.
              storage: %1$s
              file: plain
              dnssec-signing: on
              dnssec-policy: p
          """
              .formatted(directory, denial));
      Files.writeString(directory.resolve("plain"), ZONE);
      run("kzonesign", List.of("-c", "knot.conf", "-o", "out", "example."));
      assertSound("out/plain");
    }
  }

  private Path keyedZone() throws IOException, InterruptedException {
    run("dnssec-keygen", List.of("-q", "-a", "13", "-K", ".", "-f", "KSK", "example"));
    run("dnssec-keygen", List.of("-q", "-a", "13", "-K", ".", "example"));
    StringBuilder text = new StringBuilder(ZONE);
    for (String key : keys()) {
      text.append(Files.readString(directory.resolve(key + ".key")));
    }
    return Files.writeString(directory.resolve("plain"), text);
  }

  private List<String> keys() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(name -> name.endsWith(".private"))
          .map(name -> name.substring(0, name.length() - ".private".length()))
          .sorted()
          .toList();
    }
  }

  private void assertSound(String file) throws IOException {
    try (Workers workers = Workers.of(2)) {
      LoadedZone loaded =
          ZoneFiles.load(directory.resolve(file), LoadOptions.of(Name.parse("example.")), workers);
      assertThat(loaded.zone()).as("%s", loaded.diagnostics().kept()).isNotNull();
      Verdict verdict =
          ZoneVerifier.verify(
              Objects.requireNonNull(loaded.zone()),
              VerifyOptions.at(System.currentTimeMillis() / 1000),
              Engines::verifier,
              workers);
      assertThat(verdict.sound()).as("%s", verdict.report().findings()).isTrue();
      assertThat(verdict.signatures()).isGreaterThan(10);
    }
  }

  private void run(String tool, List<String> first, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(tool);
    command.addAll(first);
    command.addAll(List.of(more));
    Path log = directory.resolve("log");
    try {
      int code =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      assertThat(code)
          .as("%s: %s", command, Files.readString(log, StandardCharsets.ISO_8859_1))
          .isZero();
    } catch (IOException e) {
      Assumptions.abort(tool + " is not installed: " + e.getMessage());
    }
  }
}
