package dev.weir.signer.sign;

import dev.weir.dns.check.Report;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.type.DigestType;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.keys.TestKeys;
import dev.weir.signer.verify.Anchor;
import dev.weir.signer.verify.VerifyOptions;
import dev.weir.signer.verify.ZoneVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tests of signing share: zones from text, signing and verifying in one line, and zones as
/// lines that can be compared.
final class Signing {
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private static final EngineChoice ENGINES =
      EngineChoice.of(EngineName.AUTO, 1_000_000, System::nanoTime);
  private static final int RSA_BITS = 1024;

  private Signing() {}

  /// The zone `example.` with a SOA record, an NS record and these lines.
  static Zone example(String... lines) {
    List<String> all = new ArrayList<>();
    all.add("$ORIGIN example.");
    all.add("@ 3600 IN SOA ns hostmaster 7 7200 900 604800 1800");
    all.add("@ 3600 IN NS ns");
    all.add("ns 3600 IN A 192.0.2.1");
    all.addAll(List.of(lines));
    return parse(String.join("\n", all) + "\n");
  }

  /// The zone with this text.
  static Zone parse(String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    try (Workers workers = Workers.of(1)) {
      LoadedZone loaded = ZoneFiles.load(in, "text", LoadOptions.of(null), workers);
      if (loaded.zone() == null) {
        throw new AssertionError(loaded.diagnostics().kept());
      }
      return loaded.zone();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A pair of a zone, always the same for the same arguments.
  static SigningKey key(Name zone, SigningAlgorithm algorithm, KeyRole role, long seed) {
    int bits = algorithm.family() == SigningAlgorithm.Family.RSA ? RSA_BITS : 0;
    SigningKey key =
        new dev.weir.signer.keys.KeyGenerator(TestKeys.seeded(seed))
            .generate(zone, algorithm, role, bits, List.of());
    return new SigningKey(zone, key.publicKey(), key.privateMaterial());
  }

  /// A key-signing and a zone-signing key of `example.`, Ed25519, so that signatures repeat.
  static List<SigningKey> pair() {
    Name zone = Name.parse("example.");
    return List.of(
        key(zone, SigningAlgorithm.ED25519, KeyRole.KSK, 1),
        key(zone, SigningAlgorithm.ED25519, KeyRole.ZSK, 2));
  }

  static SigningPolicy policy() {
    return SigningPolicy.usual(NOW);
  }

  static SigningPolicy nsec3(boolean optOut) {
    return policy().with(Denial.Nsec3.plain(optOut));
  }

  /// Signs with [#pair] on one thread.
  static Zone sign(Zone zone, SigningPolicy policy) {
    return sign(zone, policy, pair(), 1).zone();
  }

  static SignedZone sign(Zone zone, SigningPolicy policy, List<SigningKey> keys, int threads) {
    return resign(zone, policy, keys, threads, null);
  }

  static SignedZone resign(
      Zone zone,
      SigningPolicy policy,
      List<SigningKey> keys,
      int threads,
      @Nullable Instant notBefore) {
    try (Workers workers = Workers.of(threads)) {
      return new ZoneSigner(policy, keys, ENGINES, workers).sign(zone, notBefore);
    }
  }

  /// Verifies a zone now, against DS records of its keys with the SEP flag.
  static Report verify(Zone zone, List<SigningKey> keys, boolean digest, int threads) {
    List<Anchor> anchors = new ArrayList<>();
    for (SigningKey key : keys) {
      if (key.publicKey().entryPoint()) {
        DelegationRecord ds = DelegationRecord.of(zone.apex(), key.publicKey(), new DigestType(2));
        anchors.add(new Anchor(RecordType.DS, Octets.of(ds.rdata())));
      }
    }
    VerifyOptions options = new VerifyOptions(NOW.getEpochSecond(), anchors, digest, 20);
    try (Workers workers = Workers.of(threads)) {
      return ZoneVerifier.verify(zone, options, ENGINES::verifier, workers).report();
    }
  }

  /// Every record as `owner ttl type/covered rdata`, in the order of the zone, case as it is.
  static List<String> lines(Zone zone) {
    List<String> lines = new ArrayList<>();
    ZoneCursor at = zone.cursor();
    while (at.next()) {
      String owner = at.owner().toString();
      while (at.nextSet()) {
        String set = owner + " " + at.ttl() + " " + new RecordType(at.type());
        String covered = at.covered() == 0 ? "" : "/" + new RecordType(at.covered());
        while (at.nextRecord()) {
          lines.add(set + covered + " " + at.rdata());
        }
      }
    }
    return lines;
  }

  /// The lines whose owner and type are these; the type of a signature is `RRSIG/COVERED`.
  static List<String> lines(Zone zone, String owner, String type) {
    return lines(zone).stream()
        .filter(line -> line.startsWith(owner + " ") && line.contains(" " + type + " "))
        .toList();
  }

  /// The record data of the only line with this owner and type.
  static Octets rdata(Zone zone, String owner, String type) {
    List<String> lines = lines(zone, owner, type);
    if (lines.size() != 1) {
      throw new AssertionError(owner + " " + type + ": " + lines);
    }
    String line = lines.getFirst();
    return Octets.parseHex(line.substring(line.lastIndexOf(' ') + 1));
  }

  /// The types in the bitmap at the end of NSEC or NSEC3 data, as one line.
  static String types(Octets rdata, int bitmapAt) {
    List<String> types = new ArrayList<>();
    int at = bitmapAt;
    while (at < rdata.length()) {
      int window = rdata.u8(at);
      int octets = rdata.u8(at + 1);
      for (int bit = 0; bit < octets * 8; bit++) {
        if ((rdata.u8(at + 2 + bit / 8) & 0x80 >> bit % 8) != 0) {
          types.add(new RecordType(window * 256 + bit).toString());
        }
      }
      at += 2 + octets;
    }
    return String.join(" ", types);
  }
}
