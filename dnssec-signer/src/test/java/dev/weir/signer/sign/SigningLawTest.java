package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.check.Report;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every zone, whatever is in it and however it is signed.
class SigningLawTest {
  private static final int SEEDS = 80;
  private static final int PAGED_SEEDS = 8;
  private static final List<Name> APEXES =
      List.of(
          Name.parse("example."),
          Name.parse("Sub.EXAMPLE.Net."),
          Name.ROOT,
          Name.parse("*.example."),
          Name.parse("\\000.\\001.\\192.test."),
          longest());

  /// Pairs of the root zone; a key knows no zone but its own, so it is given to another.
  private static final Map<SigningAlgorithm, List<SigningKey>> KEYS = keys();

  /// One zone and how to sign it.
  private record Case(String name, Zone zone, SigningPolicy policy, List<SigningKey> keys) {
    boolean deterministic() {
      return keys.stream()
          .allMatch(key ->
              key.publicKey().signing().family() == SigningAlgorithm.Family.RSA
                  || key.publicKey().signing().family() == SigningAlgorithm.Family.EDWARDS);
    }

    Zone sign(int threads) {
      return Signing.sign(zone, policy, keys, threads).zone();
    }

    Report verify(Zone signed, int threads) {
      return Signing.verify(signed, keys, policy.zonemd() != null, threads);
    }
  }

  @Test
  void whatIsSignedIsSound() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Case random = small(seed);
      Zone signed = random.sign(1 + seed % 3);
      Report report = random.verify(signed, 1 + seed / 3 % 3);
      assertThat(report.sound()).as(random.name() + report.findings()).isTrue();
    }
  }

  @Test
  void zonesOfManyPagesAreSoundWhereverTheyAreCut() {
    for (int seed = 0; seed < PAGED_SEEDS; seed++) {
      Case random = paged(seed);
      Zone signed = random.sign(3);
      for (int threads : new int[] {1, 3}) {
        Report report = random.verify(signed, threads);
        assertThat(report.sound()).as(random.name() + report.findings()).isTrue();
      }
    }
  }

  @Test
  void threadsMakeNoDifference() {
    int compared = 0;
    for (int seed = 0; seed < SEEDS + PAGED_SEEDS; seed++) {
      Case random = seed < SEEDS ? small(seed) : paged(seed - SEEDS);
      if (random.deterministic()) {
        List<String> one = Signing.lines(random.sign(1));
        assertThat(Signing.lines(random.sign(3))).as(random.name()).isEqualTo(one);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(SEEDS / 4);
  }

  @Test
  void strippedOfDnssecItIsTheInput() {
    for (int seed = 0; seed < SEEDS + PAGED_SEEDS; seed++) {
      Case random = seed < SEEDS ? small(seed) : paged(seed - SEEDS);
      Zone signed = random.sign(2);
      Zone stripped;
      try (Workers workers = Workers.of(2)) {
        stripped = DnssecStripper.strip(signed, workers);
      }
      String apex = random.zone().apex() + " ";
      List<String> lines = new ArrayList<>(Signing.lines(stripped));
      lines.removeIf(line ->
          line.startsWith(apex) && (line.contains(" DNSKEY ") || line.contains(" ZONEMD ")));
      assertThat(lines).as(random.name()).isEqualTo(Signing.lines(random.zone()));
    }
  }

  @Test
  void signingAgainChangesNothing() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Case random = small(seed);
      if (random.deterministic()) {
        Zone once = random.sign(1);
        Zone twice = Signing.sign(once, random.policy(), random.keys(), 2).zone();
        assertThat(Signing.lines(twice)).as(random.name()).isEqualTo(Signing.lines(once));
      }
    }
  }

  @Test
  void reuseKeepsEverySignatureOfAnUnchangedZone() {
    for (int seed = 0; seed < SEEDS / 2 + PAGED_SEEDS; seed++) {
      Case random = seed < SEEDS / 2 ? small(seed) : paged(seed - SEEDS / 2);
      SignedZone once = Signing.sign(random.zone(), random.policy(), random.keys(), 1);
      SignedZone twice =
          Signing.resign(
              once.zone(),
              random.policy(),
              random.keys(),
              1 + seed % 3,
              Signing.NOW.plusSeconds(1));
      assertThat(twice.signatures()).as(random.name()).isZero();
      assertThat(twice.reused()).as(random.name()).isEqualTo(once.signatures());
      assertThat(Signing.lines(twice.zone()))
          .as(random.name())
          .isEqualTo(Signing.lines(once.zone()));
    }
  }

  private static Case small(int seed) {
    Random random = new Random(seed);
    int names = random.nextInt(6) == 0 ? random.nextInt(2) : random.nextInt(60);
    return random(seed, random, names, 0);
  }

  /// Each name fills most of a page, so that few names make many ranges.
  private static Case paged(int seed) {
    Random random = new Random(1_000_000L + seed);
    return random(seed, random, 150, 30_000);
  }

  private static Case random(int seed, Random random, int names, int filler) {
    Name apex = APEXES.get(random.nextInt(APEXES.size()));
    Denial denial =
        switch (random.nextInt(5)) {
          case 0, 1 -> new Denial.Nsec();
          case 2 -> Denial.Nsec3.plain(false);
          case 3 -> Denial.Nsec3.plain(true);
          default ->
              new Denial.Nsec3(
                  Octets.parseHex("00aabbcc"), 1 + random.nextInt(5), random.nextBoolean());
        };
    DigestHash zonemd =
        switch (random.nextInt(4)) {
          case 0 -> DigestHash.SHA_384;
          case 1 -> DigestHash.SHA_512;
          default -> null;
        };
    int jitter = random.nextBoolean() ? 0 : 86_400;
    Validity validity =
        new Validity(
            Signing.NOW.minus(Duration.ofHours(1)), Signing.NOW.plus(Duration.ofDays(9)), jitter);
    SigningPolicy policy =
        new SigningPolicy(
            denial,
            validity,
            SerialPolicy.KEEP,
            Signing.NOW,
            zonemd,
            random.nextBoolean(),
            random.nextBoolean() ? -1 : 60);
    List<SigningKey> keys = chosen(random, apex);
    Zone zone = RandomZones.zone(random, apex, keys, denial, names, filler);
    return new Case("seed " + seed + ", " + zone + " ", zone, policy, keys);
  }

  private static List<SigningKey> chosen(Random random, Name apex) {
    List<SigningKey> chosen = new ArrayList<>();
    switch (random.nextInt(9)) {
      case 0 -> chosen.addAll(of(SigningAlgorithm.ECDSAP256SHA256, 0, 1));
      case 1 -> chosen.addAll(of(SigningAlgorithm.ED25519, 2));
      case 2 -> chosen.addAll(of(SigningAlgorithm.RSASHA256, 0, 1));
      case 3 -> {
        chosen.addAll(of(SigningAlgorithm.ECDSAP256SHA256, 2));
        chosen.addAll(of(SigningAlgorithm.ED25519, 0, 1));
      }
      case 4 -> chosen.addAll(of(SigningAlgorithm.ECDSAP256SHA256, 0, 1, 3));
      case 5 -> {
        chosen.addAll(of(SigningAlgorithm.ED25519, 1, 0));
        chosen.addAll(of(SigningAlgorithm.RSASHA256, 0));
      }
      case 6 -> chosen.addAll(of(SigningAlgorithm.ECDSAP256SHA256, 1));
      case 7 -> chosen.addAll(of(SigningAlgorithm.ED25519, 0, 2, 1, 3));
      default -> chosen.addAll(of(SigningAlgorithm.ED25519, 0, 1));
    }
    return chosen.stream()
        .map(key -> new SigningKey(apex, key.publicKey(), key.privateMaterial()))
        .toList();
  }

  private static List<SigningKey> of(SigningAlgorithm algorithm, int... which) {
    List<SigningKey> keys = new ArrayList<>();
    for (int index : which) {
      keys.add(KEYS.get(algorithm).get(index));
    }
    return keys;
  }

  private static Map<SigningAlgorithm, List<SigningKey>> keys() {
    Map<SigningAlgorithm, List<SigningKey>> keys = new EnumMap<>(SigningAlgorithm.class);
    for (SigningAlgorithm algorithm :
        List.of(
            SigningAlgorithm.RSASHA256,
            SigningAlgorithm.ECDSAP256SHA256,
            SigningAlgorithm.ED25519)) {
      List<SigningKey> some = new ArrayList<>();
      for (KeyRole role : List.of(KeyRole.KSK, KeyRole.ZSK, KeyRole.CSK, KeyRole.ZSK)) {
        some.add(Signing.key(Name.ROOT, algorithm, role, some.size() + 1L));
      }
      keys.put(algorithm, some);
    }
    return keys;
  }

  /// 222 octets, the longest apex that leaves room for the label of a hash.
  private static Name longest() {
    Name name = Name.ROOT;
    for (int octets : new int[] {63, 63, 63, 28}) {
      name = name.child("L".repeat(octets).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    return name;
  }
}
