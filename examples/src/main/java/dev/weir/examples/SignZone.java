package dev.weir.examples;

import dev.weir.dns.name.Name;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.keys.KeyGenerator;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.sign.SignedZone;
import dev.weir.signer.sign.SigningPolicy;
import dev.weir.signer.sign.ZoneSigner;
import dev.weir.signer.verify.Verdict;
import dev.weir.signer.verify.VerifyOptions;
import dev.weir.signer.verify.ZoneVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/// Signs a zone in memory and verifies it: time, randomness and threads are given, nothing is
/// global.
public final class SignZone {
  private static final String ZONE =
      """
      $ORIGIN example.
      $TTL 3600
      @    SOA  ns1 hostmaster 1 1800 900 604800 3600
      @    NS   ns1
      ns1  A    192.0.2.1
      www  AAAA 2001:db8::1
      sub  NS   ns.sub
      ns.sub A  192.0.2.2
      """;

  private SignZone() {}

  /// Prints what was signed and what the verifier says of it.
  public static void main(String[] args) throws IOException {
    System.out.println(run(Instant.now()));
  }

  /// Signs, verifies, and returns a sentence about it.
  static String run(Instant now) throws IOException {
    EngineChoice engines = EngineChoice.of(EngineName.AUTO, 10, System::nanoTime);
    try (Workers workers = Workers.of(2)) {
      Zone zone = load(workers);
      SigningKey key =
          new KeyGenerator(new SecureRandom())
              .generate(
                  Name.parse("example."),
                  SigningAlgorithm.ECDSAP256SHA256,
                  KeyRole.CSK,
                  0,
                  List.of());
      ZoneSigner signer = new ZoneSigner(SigningPolicy.usual(now), List.of(key), engines, workers);
      SignedZone signed = signer.sign(zone);
      VerifyOptions options = new VerifyOptions(now.getEpochSecond(), List.of(), false, 10);
      Verdict verdict = ZoneVerifier.verify(signed.zone(), options, engines::verifier, workers);
      return signed.signatures()
          + " signatures with "
          + key.baseName()
          + (verdict.sound() ? ", sound" : ", unsound: " + verdict.report().findings());
    }
  }

  private static Zone load(Workers workers) throws IOException {
    InputStream text = new ByteArrayInputStream(ZONE.getBytes(StandardCharsets.US_ASCII));
    LoadOptions options = LoadOptions.of(Name.parse("example."));
    LoadedZone loaded = ZoneFiles.load(text, "example.zone", options, workers);
    Zone zone = loaded.zone();
    if (zone == null) {
      throw new IllegalStateException("the zone has errors: " + loaded);
    }
    return zone;
  }
}
