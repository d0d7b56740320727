package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.cli.render.Progress;
import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Summary;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.SignerException;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.keys.PublicKeyRecord;
import dev.weir.signer.verify.Anchor;
import dev.weir.signer.verify.AnchorText;
import dev.weir.signer.verify.Verdict;
import dev.weir.signer.verify.VerifyOptions;
import dev.weir.signer.verify.ZoneVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir verify`: verifies a signed zone, and tells what is wrong with it.
@Command(
    name = "verify",
    description = {
      "Verifies a signed zone: every signature, the chain of NSEC or NSEC3 records, keys and zone"
          + " digest.",
      "Ends with 0 if the zone is sound, and 1 if there are errors."
    },
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private static final int OCTETS_A_SIGNATURE = 400;
  private static final Path STANDARD = Path.of("-");

  /// The key of RFC 6605 §6.1, to warm an engine with.
  private static final String EXAMPLE_KEY =
      "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      defaultValue = "now",
      description =
          "The time at which signatures must be valid: YYYYMMDDHHMMSS, YYYYMMDD, seconds since"
              + " 1970, now, now+7d (default: ${DEFAULT-VALUE}).")
  private String at = "";

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description =
          "A file of DS or DNSKEY records that the zone's keys must match; may be repeated.")
  private List<Path> anchors = new ArrayList<>();

  @Option(names = "--zonemd", description = "Demand a zone digest (RFC 8976) that fits.")
  private boolean zonemd;

  @Option(
      names = "--engine",
      paramLabel = "E",
      defaultValue = "auto",
      description = "auto, accp, jdk or bc (default: ${DEFAULT-VALUE}).")
  private String engine = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many findings are shown; all are counted (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print the verdict as one JSON object.")
  private boolean json;

  @Parameters(paramLabel = "ZONEFILE", description = "The zone; - for standard input.")
  private Path zoneFile = STANDARD;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Instant time = time();
    EngineChoice engines =
        EngineChoice.of(EngineName.parse(engine), expectedSignatures(), System::nanoTime);
    try (Workers workers = input.workers();
        Progress progress = Progress.start(console)) {
      Thread warmth = Thread.ofPlatform().daemon().name("engine-warmth").start(() -> warm(engines));
      progress.stage("read", 0);
      Zone zone = input.load(zoneFile, console, workers);
      VerifyOptions options =
          new VerifyOptions(time.getEpochSecond(), anchors(zone.apex()), zonemd, limit);
      await(warmth);
      progress.stage("verify", 0);
      Verdict verdict = ZoneVerifier.verify(zone, options, engines::verifier, workers);
      progress.finish();
      if (json) {
        json(zone, verdict);
      } else {
        text(zone, verdict);
      }
      return (verdict.sound() ? ExitCode.OK : ExitCode.FINDINGS).code();
    }
  }

  private Instant time() {
    Instant now = Instant.now();
    try {
      return Moment.parse(at, now, now);
    } catch (MalformedText e) {
      throw CommandFailure.unusable(String.valueOf(e.getMessage()));
    }
  }

  private List<Anchor> anchors(Name zone) throws IOException {
    List<Anchor> all = new ArrayList<>();
    for (Path file : anchors) {
      try {
        all.addAll(AnchorText.parse(Files.readString(file, StandardCharsets.ISO_8859_1), zone));
      } catch (MalformedText e) {
        throw CommandFailure.unusable(file + ": " + e.getMessage());
      }
    }
    return all;
  }

  /// A guess from the size of the file, good enough to choose an engine by.
  private long expectedSignatures() throws IOException {
    return Files.isRegularFile(zoneFile) ? Files.size(zoneFile) / OCTETS_A_SIGNATURE : 0;
  }

  /// Loads the engine while the zone is read.
  private static void warm(EngineChoice engines) {
    byte[] key = Base64.getDecoder().decode(EXAMPLE_KEY);
    try {
      engines.verifier(PublicKeyRecord.of(257, Algorithm.ECDSAP256SHA256, key));
    } catch (SignerException _) {
      return;
    }
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void text(Zone zone, Verdict verdict) {
    ReportOutput.lines(verdict.report(), console);
    String count = ReportOutput.count(verdict.report());
    console
        .out()
        .println(
            zone.apex()
                + ": "
                + (verdict.sound()
                    ? console.paint(Colour.GREEN, "sound")
                    : console.paint(Colour.RED, "not sound"))
                + ": "
                + (count.isEmpty() ? "" : count + "; ")
                + verdict.names()
                + " names, "
                + verdict.sets()
                + " record sets, "
                + verdict.signatures()
                + " signatures, "
                + verdict.denial()
                + expiry(verdict));
  }

  private static String expiry(Verdict verdict) {
    return verdict.earliestExpiry() == Summary.NO_EXPIRY
        ? ""
        : ", first expiry " + Instant.ofEpochSecond(verdict.earliestExpiry());
  }

  private void json(Zone zone, Verdict verdict) {
    Json out = new Json(console.out());
    out.object()
        .field("zone", zone.apex().toString())
        .field("sound", verdict.sound())
        .field("names", verdict.names())
        .field("sets", verdict.sets())
        .field("signatures", verdict.signatures())
        .field("denial", verdict.denial());
    if (verdict.earliestExpiry() != Summary.NO_EXPIRY) {
      out.field("firstExpiry", verdict.earliestExpiry());
    }
    ReportOutput.members(verdict.report(), out);
    out.end().newline();
  }
}
