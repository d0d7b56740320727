package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Signed zones before the judges of other projects.
///
/// `dnssec-verify` knows no time but the present, so these zones are signed now.
class JudgesTest {
  private static final Name CORP = Name.parse("corp.example.");
  private static final int RANDOM_ZONES = 12;

  @TempDir private Path directory;

  @Test
  void acceptTheRootZone() throws IOException {
    Zone root = load("root-2021051901.zone.gz", Name.ROOT);
    List<SigningKey> keys = pair(Name.ROOT, SigningAlgorithm.ECDSAP256SHA256);
    for (Denial denial : denials()) {
      accepted(Signing.sign(root, policy(denial), keys, 2).zone(), keys, denial);
    }
  }

  @Test
  void acceptEveryAlgorithm() throws IOException {
    Zone root = load("root-2021051901.zone.gz", Name.ROOT);
    for (SigningAlgorithm algorithm :
        List.of(
            SigningAlgorithm.RSASHA256,
            SigningAlgorithm.RSASHA512,
            SigningAlgorithm.ECDSAP384SHA384,
            SigningAlgorithm.ED25519,
            SigningAlgorithm.ED448)) {
      List<SigningKey> keys = pair(Name.ROOT, algorithm);
      Denial denial = Denial.Nsec3.plain(true);
      accepted(Signing.sign(root, policy(denial), keys, 2).zone(), keys, algorithm);
    }
  }

  @Test
  void acceptACompany() throws IOException {
    Zone corp = load("corp.example.zone.gz", CORP);
    List<SigningKey> keys = pair(CORP, SigningAlgorithm.ECDSAP256SHA256);
    for (Denial denial : denials()) {
      SigningPolicy policy = policy(denial).with(DigestHash.SHA_384);
      accepted(Signing.sign(corp, policy, keys, 2).zone(), keys, denial);
    }
  }

  @Test
  void acceptTwoAlgorithmsAndACombinedKey() throws IOException {
    Zone corp = load("corp.example.zone.gz", CORP);
    List<SigningKey> keys = new ArrayList<>(pair(CORP, SigningAlgorithm.ECDSAP256SHA256));
    keys.add(Signing.key(CORP, SigningAlgorithm.ED25519, KeyRole.CSK, 3));
    accepted(Signing.sign(corp, policy(new Denial.Nsec()), keys, 2).zone(), keys, "two");
  }

  @Test
  void acceptRandomZones() throws IOException {
    Name apex = Name.parse("random.example.");
    List<SigningKey> keys = pair(apex, SigningAlgorithm.ECDSAP256SHA256);
    for (int seed = 0; seed < RANDOM_ZONES; seed++) {
      Denial denial = denials().get(seed % denials().size());
      Zone zone = RandomZones.tame(new Random(seed), apex, keys, denial);
      accepted(Signing.sign(zone, policy(denial), keys, 1).zone(), keys, "seed " + seed);
    }
  }

  @Test
  void strippedOfDnssecTheZoneIsWhatItWas() throws IOException {
    Judge.assumeInstalled("named-compilezone", "bind9-utils");
    for (Name apex : List.of(Name.ROOT, CORP)) {
      String resource = apex.root() ? "root-2021051901.zone.gz" : "corp.example.zone.gz";
      Path input = directory.resolve("input.zone");
      try (InputStream in = new GZIPInputStream(resource(resource))) {
        Files.write(input, in.readAllBytes());
      }
      Zone zone = load(resource, apex);
      List<SigningKey> keys = pair(apex, SigningAlgorithm.ECDSAP256SHA256);
      for (Denial denial : denials()) {
        Path signed = write(Signing.sign(zone, policy(denial), keys, 2).zone());
        assertThat(compiled(signed, apex)).as(apex + " " + denial).isEqualTo(compiled(input, apex));
      }
    }
  }

  /// The zone as BIND prints it, without what signing makes.
  private List<String> compiled(Path zone, Name apex) throws IOException {
    Path out = directory.resolve("compiled.zone");
    Judge.Outcome outcome =
        Judge.run(
            List.of(
                "named-compilezone",
                "-q",
                "-i",
                "none",
                "-k",
                "ignore",
                "-m",
                "ignore",
                "-s",
                "full",
                "-o",
                out.toString(),
                apex.toString(),
                zone.toString()));
    assertThat(outcome.accepted()).as(outcome.said()).isTrue();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out, StandardCharsets.ISO_8859_1)) {
      if (line.startsWith(";")) {
        continue;
      }
      String type = line.split("\\s+", 5)[3];
      if (!List.of("RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY").contains(type)) {
        lines.add(line);
      }
    }
    lines.sort(null);
    return lines;
  }

  /// Asks all judges that are installed; those that are not are named by [#isInstalled].
  private void accepted(Zone signed, List<SigningKey> keys, Object what) throws IOException {
    Path anchor = directory.resolve("anchor.key");
    StringBuilder text = new StringBuilder();
    for (SigningKey key : keys) {
      if (key.publicKey().entryPoint()) {
        text.append(signed.apex()).append(" IN DNSKEY ").append(key.publicKey()).append('\n');
      }
    }
    Files.writeString(anchor, text);
    Path file = write(signed);
    for (Judge judge : Judge.values()) {
      if (judge.installed()) {
        Judge.Outcome outcome = judge.judge(file, signed.apex().toString(), anchor);
        assertThat(outcome.accepted()).as(judge + ", " + what + ": " + outcome.said()).isTrue();
      }
    }
  }

  /// A test of its own, so that whoever reads the report sees which judges did not judge.
  @ParameterizedTest
  @EnumSource(Judge.class)
  void isInstalled(Judge judge) {
    judge.assumeInstalled();
  }

  private Path write(Zone zone) throws IOException {
    Path file = directory.resolve("signed.zone");
    try (Workers workers = Workers.of(2)) {
      ZoneFiles.write(zone, file, PrintStyle.ABSOLUTE, workers);
    }
    return file;
  }

  private static Zone load(String resource, Name apex) throws IOException {
    try (InputStream in = resource(resource);
        Workers workers = Workers.of(2)) {
      LoadedZone loaded = ZoneFiles.load(in, resource, LoadOptions.of(apex), workers);
      return Objects.requireNonNull(loaded.zone(), () -> loaded.diagnostics().kept().toString());
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(JudgesTest.class.getResourceAsStream("/zones/" + name), name);
  }

  private static List<Denial> denials() {
    return List.of(
        new Denial.Nsec(),
        Denial.Nsec3.plain(false),
        Denial.Nsec3.plain(true),
        new Denial.Nsec3(Octets.parseHex("c0ffee"), 3, false));
  }

  private static SigningPolicy policy(Denial denial) {
    Instant now = Instant.now();
    Validity usual = Validity.usual(now);
    int jitter = (int) Duration.ofDays(2).toSeconds();
    Validity jittered = new Validity(usual.inception(), usual.expiration(), jitter);
    return new SigningPolicy(denial, jittered, SerialPolicy.KEEP, now, null, false, -1);
  }

  private static List<SigningKey> pair(Name zone, SigningAlgorithm algorithm) {
    return List.of(
        Signing.key(zone, algorithm, KeyRole.KSK, 1), Signing.key(zone, algorithm, KeyRole.ZSK, 2));
  }
}
