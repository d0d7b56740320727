package dev.weir.cli.command;

import dev.weir.cli.bgp.TableDemo;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.text.RdataPrinter;
import dev.weir.dns.type.DigestType;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.keys.DelegationRecord;
import dev.weir.signer.keys.KeyGenerator;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.KeyTimes;
import dev.weir.signer.keys.SigningAlgorithm;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.sign.SignedZone;
import dev.weir.signer.sign.SigningPolicy;
import dev.weir.signer.sign.ZoneSigner;
import dev.weir.signer.store.KeyFiles;
import dev.weir.signer.verify.Anchor;
import dev.weir.signer.verify.Verdict;
import dev.weir.signer.verify.VerifyOptions;
import dev.weir.signer.verify.ZoneVerifier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `weir demo`: the bundled root zone verified as IANA published it, signed with new keys, verified
/// again; and a bundled table of routes filtered.
@Command(
    name = "demo",
    description =
        "Verifies the real root zone of 2023-11-05 (bundled), signs it with new keys, and verifies"
            + " the result; then filters a table of routes (bundled) with a policy.")
final class DemoCommand implements Callable<Integer> {
  private static final String RESOURCE = "root.zone.gz";
  private static final Instant PUBLISHED = Instant.parse("2023-11-06T00:00:00Z");
  private static final int EXPECTED_SIGNATURES = 3000;

  /// The DS record of the root's key-signing key 20326, as IANA publishes it as trust anchor.
  private static final Anchor IANA =
      new Anchor(
          RecordType.DS,
          Octets.parseHex(
              "4f660802" + "e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d"));

  private final Console console;

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Where keys and signed zone go (default: a new directory for temporary files).")
  private @Nullable Path directory;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    EngineChoice engines = EngineChoice.of(EngineName.AUTO, EXPECTED_SIGNATURES, System::nanoTime);
    Path target = directory == null ? Files.createTempDirectory("weir-demo-") : directory;
    Files.createDirectories(target);
    try (Workers workers = Workers.of(Runtime.getRuntime().availableProcessors())) {
      title("The root zone of 2023-11-05, as IANA published it");
      long begin = System.nanoTime();
      Zone root = load(workers);
      done("read", begin, count(root));
      verify(root, PUBLISHED, List.of(IANA), engines, workers);

      title("The same zone with new keys of algorithm 13 and a zone digest");
      Instant now = Instant.now();
      List<SigningKey> keys = makeKeys(target, now);
      begin = System.nanoTime();
      SigningPolicy policy = SigningPolicy.usual(now).with(DigestHash.SHA_384);
      SignedZone signed = new ZoneSigner(policy, keys, engines, workers).sign(root);
      done("signed", begin, number(signed.signatures()) + " signatures");
      DelegationRecord ds =
          DelegationRecord.of(Name.ROOT, keys.getFirst().publicKey(), DigestType.SHA_256);
      Anchor anchor = new Anchor(RecordType.DS, Octets.of(ds.rdata()));
      verify(signed.zone(), now, List.of(anchor), engines, workers);
      Path file = target.resolve("root.zone.signed");
      begin = System.nanoTime();
      ZoneFiles.write(signed.zone(), file, PrintStyle.ABSOLUTE, workers);
      done("written", begin, file.toString());
      show(signed.zone(), file, keys);
    }
    title("A table of routes, and those that a policy in Roto lets through");
    if (!TableDemo.run(target, console)) {
      throw CommandFailure.findings("the table was not filtered");
    }
    return ExitCode.OK.code();
  }

  private static Zone load(Workers workers) throws IOException {
    try (InputStream resource = DemoCommand.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("the bundled root zone is missing");
      }
      InputStream text = new GZIPInputStream(new BufferedInputStream(resource), 1 << 16);
      Zone zone = ZoneFiles.load(text, "root.zone", LoadOptions.of(Name.ROOT), workers).zone();
      if (zone == null) {
        throw new IllegalStateException("the bundled root zone does not load");
      }
      return zone;
    }
  }

  private List<SigningKey> makeKeys(Path target, Instant now) {
    long begin = System.nanoTime();
    KeyGenerator generator = new KeyGenerator(new SecureRandom());
    SigningAlgorithm algorithm = SigningAlgorithm.ECDSAP256SHA256;
    SigningKey ksk = generator.generate(Name.ROOT, algorithm, KeyRole.KSK, 0, List.of());
    SigningKey zsk =
        generator.generate(Name.ROOT, algorithm, KeyRole.ZSK, 0, List.of(ksk.publicKey()));
    KeyTimes times =
        KeyTimes.from(
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(now));
    KeyFiles.write(target, ksk, times);
    KeyFiles.write(target, zsk, times);
    done("keys", begin, ksk.baseName() + " (KSK), " + zsk.baseName() + " (ZSK)");
    return List.of(ksk, zsk);
  }

  private void verify(
      Zone zone, Instant at, List<Anchor> anchors, EngineChoice engines, Workers workers) {
    long begin = System.nanoTime();
    VerifyOptions options = new VerifyOptions(at.getEpochSecond(), anchors, false, 10);
    Verdict verdict = ZoneVerifier.verify(zone, options, engines::verifier, workers);
    verdict.report().findings().forEach(finding -> console.out().println("  " + finding));
    if (!verdict.sound()) {
      throw CommandFailure.findings("the zone does not verify");
    }
    done(
        "verified",
        begin,
        number(verdict.signatures())
            + " signatures and the "
            + verdict.denial()
            + " chain, as of "
            + at.toString().substring(0, 10));
  }

  /// Shows a delegation as it is signed, and how to go on.
  private void show(Zone zone, Path file, List<SigningKey> keys) {
    title("One delegation of it");
    ZoneCursor at = zone.find("com\0".getBytes(StandardCharsets.ISO_8859_1));
    OctetBuffer line = new OctetBuffer();
    while (at != null && at.nextSet()) {
      if (at.type() != RecordType.NS.code() && at.nextRecord()) {
        line.clear();
        line.latin1("com. " + at.ttl() + " IN " + new RecordType(at.type()) + " ");
        RdataPrinter.print(at.type(), at.page(), at.rdataFrom(), at.rdataLength(), line);
        console
            .out()
            .println(
                "  " + new String(line.array(), 0, line.length(), StandardCharsets.ISO_8859_1));
      }
    }
    title("Look closer");
    console.out().println("  weir verify " + file);
    console.out().println("  weir zone digest --check " + file);
    console
        .out()
        .println("  weir key2ds " + file.resolveSibling(keys.getFirst().baseName() + ".key"));
  }

  private static String count(Zone zone) {
    return number(zone.summary().records())
        + " records, "
        + number(zone.summary().nodes())
        + " names";
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private void title(String text) {
    console.out().println(console.paint(Colour.BOLD, text));
  }

  private void done(String what, long begin, String result) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    console
        .out()
        .println(
            "  "
                + console.paint(Colour.GREEN, String.format(Locale.ROOT, "%-9s", what))
                + String.format(Locale.ROOT, "%6.2f s  ", seconds)
                + result);
  }
}
