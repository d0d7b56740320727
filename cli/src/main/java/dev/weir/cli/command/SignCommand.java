package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.cli.render.Progress;
import dev.weir.dns.MalformedText;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.type.Ttl;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.signer.engine.EngineChoice;
import dev.weir.signer.engine.EngineName;
import dev.weir.signer.keys.KeyRole;
import dev.weir.signer.keys.SigningKey;
import dev.weir.signer.sign.Denial;
import dev.weir.signer.sign.SerialPolicy;
import dev.weir.signer.sign.SignedZone;
import dev.weir.signer.sign.SigningPolicy;
import dev.weir.signer.sign.Validity;
import dev.weir.signer.sign.ZoneSigner;
import dev.weir.signer.store.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir sign`: signs a zone file with the keys given, and writes the signed zone.
@Command(
    name = "sign",
    description = "Signs a zone file, and writes the signed zone.",
    sortOptions = false)
final class SignCommand implements Callable<Integer> {
  private static final int OCTETS_A_SIGNATURE = 200;
  private static final Path STANDARD = Path.of("-");

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @ArgGroup(exclusive = false)
  private Nsec3Options nsec3 = new Nsec3Options();

  @Option(
      names = "--inception",
      paramLabel = "TIME",
      defaultValue = "now-1h",
      description =
          "When signatures begin to be valid: YYYYMMDDHHMMSS, YYYYMMDD, seconds since 1970, now,"
              + " now-1h (default: ${DEFAULT-VALUE}).")
  private String inception = "";

  @Option(
      names = "--expiration",
      paramLabel = "TIME",
      defaultValue = "now+30d",
      description =
          "When they end, in the same forms; a bare +30d counts from the inception (default:"
              + " ${DEFAULT-VALUE}).")
  private String expiration = "";

  @Option(
      names = "--jitter",
      paramLabel = "D",
      defaultValue = "0",
      description =
          "Let signatures end up to this much earlier, spread over the names (12h; default: 0).")
  private String jitter = "";

  @Option(
      names = "--serial",
      paramLabel = "HOW",
      defaultValue = "keep",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SerialPolicy serial = SerialPolicy.KEEP;

  @Option(
      names = "--zonemd",
      paramLabel = "HASH",
      description = "Add a zone digest (RFC 8976): sha384 or sha512.")
  private @Nullable String zonemd;

  @Option(
      names = "--dnskey-ttl",
      paramLabel = "TTL",
      description = "The TTL of the DNSKEY set (default: the zone's own, or that of the SOA).")
  private @Nullable String dnskeyTtl;

  @Option(names = "--all-keys", description = "Sign the DNSKEY set with every key.")
  private boolean allKeys;

  @Option(
      names = "--reuse",
      description = "Keep signatures of a signed input that are still right and do not end soon.")
  private boolean reuse;

  @Option(
      names = "--refresh",
      paramLabel = "D",
      description =
          "With --reuse: make signatures anew that end within this time (default: a quarter of the"
              + " validity).")
  private @Nullable String refresh;

  @Option(
      names = "--engine",
      paramLabel = "E",
      defaultValue = "auto",
      description = "auto, accp, jdk, bc or pkcs11 (default: ${DEFAULT-VALUE}).")
  private String engine = "";

  @Option(
      names = {"-f", "--output"},
      paramLabel = "OUT",
      description =
          "The signed zone; - for standard output; compressed if it ends in .gz or .zst (default:"
              + " ZONEFILE.signed).")
  private @Nullable Path output;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "csk",
      description =
          "The role of a key that has no flags of its own (PEM alone, token): ksk, zsk or"
              + " csk (default: ${DEFAULT-VALUE}).")
  private KeyRole role = KeyRole.CSK;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say which engine signs, and why.")
  private boolean verbose;

  @Option(names = "--json", description = "Print what was done as one JSON object.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "ZONEFILE", description = "The zone; - for standard input.")
  private Path zoneFile = STANDARD;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY",
      description =
          "A key: the base name of a BIND pair (Kexample.+013+12345), a PEM file, or a pkcs11:"
              + " URI.")
  private List<String> keyArguments = List.of();

  /// How the zone denies what does not exist.
  static final class Nsec3Options {
    @Option(names = "--nsec3", description = "Deny with NSEC3 instead of NSEC.")
    private boolean wanted;

    @Option(names = "--opt-out", description = "NSEC3 without records for unsigned delegations.")
    private boolean optOut;

    @Option(
        names = "--salt",
        paramLabel = "HEX",
        description = "The NSEC3 salt; none is best (RFC 9276).")
    private @Nullable String salt;

    @Option(
        names = "--iterations",
        paramLabel = "N",
        description = "Additional NSEC3 iterations; 0 is best (RFC 9276).")
    private int iterations;

    private Denial denial() {
      if (!wanted) {
        if (optOut || salt != null || iterations != 0) {
          throw CommandFailure.unusable("--opt-out, --salt and --iterations go with --nsec3");
        }
        return new Denial.Nsec();
      }
      try {
        String hex = salt == null || salt.equals("-") ? "" : salt;
        return new Denial.Nsec3(Octets.parseHex(hex), iterations, optOut);
      } catch (IllegalArgumentException e) {
        throw CommandFailure.unusable(
            "the NSEC3 salt is up to 255 octets in hexadecimal, and iterations are 0 to 65535");
      }
    }
  }

  SignCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Instant now = Instant.now();
    SigningPolicy policy = policy(now);
    EngineChoice engines =
        EngineChoice.of(EngineName.parse(engine), expectedSignatures(), System::nanoTime);
    try (Workers workers = input.workers();
        Progress progress = Progress.start(console)) {
      EngineWarmth warmth = EngineWarmth.start(engines, keyArguments, input.origin(), role);
      Stages stages = new Stages(progress);
      stages.begin("read");
      Zone zone = input.load(zoneFile, console, workers);
      List<SigningKey> keys = keys(zone.apex());
      warmth.await();
      stages.begin("sign");
      SignedZone signed =
          new ZoneSigner(policy, keys, engines, workers).sign(zone, keepUntil(policy));
      signed.notes().forEach(note -> console.say(zoneFile + ": " + note));
      stages.begin("write");
      write(signed.zone(), workers);
      stages.end();
      report(signed, engines, stages);
    }
    return ExitCode.OK.code();
  }

  private void write(Zone zone, Workers workers) throws IOException {
    Path target = target();
    try {
      ZoneFiles.write(zone, target, PrintStyle.ABSOLUTE, workers);
    } catch (IOException e) {
      if (target.equals(STANDARD)) {
        throw e;
      }
      throw CommandFailure.unwritable(String.valueOf(e.getMessage()));
    }
  }

  private SigningPolicy policy(Instant now) {
    Validity validity;
    try {
      Instant begin = Moment.parse(inception, now, now);
      Instant end = Moment.parse(expiration, now, begin);
      validity = new Validity(begin, end, seconds(jitter));
    } catch (MalformedText e) {
      throw CommandFailure.unusable(String.valueOf(e.getMessage()));
    }
    return new SigningPolicy(
        nsec3.denial(),
        validity,
        serial,
        now,
        hash(),
        allKeys,
        dnskeyTtl == null ? -1 : seconds(dnskeyTtl));
  }

  private static int seconds(String text) {
    try {
      return Ttl.parse(text).seconds();
    } catch (MalformedText e) {
      throw CommandFailure.unusable(String.valueOf(e.getMessage()));
    }
  }

  /// Signatures that end before this are made anew; null to keep none.
  private @Nullable Instant keepUntil(SigningPolicy policy) {
    if (!reuse) {
      return null;
    }
    Validity validity = policy.validity();
    long seconds =
        refresh == null
            ? Duration.between(validity.inception(), validity.expiration()).toSeconds() / 4
            : seconds(refresh);
    return policy.now().plusSeconds(seconds);
  }

  private @Nullable DigestHash hash() {
    if (zonemd == null) {
      return null;
    }
    return switch (zonemd.toLowerCase(Locale.ROOT)) {
      case "sha384" -> DigestHash.SHA_384;
      case "sha512" -> DigestHash.SHA_512;
      default -> throw CommandFailure.unusable("--zonemd is sha384 or sha512, not " + zonemd);
    };
  }

  /// A guess from the size of the file, good enough to choose an engine by.
  private long expectedSignatures() throws IOException {
    return Files.isRegularFile(zoneFile) ? Files.size(zoneFile) / OCTETS_A_SIGNATURE : 0;
  }

  private List<SigningKey> keys(Name zone) {
    List<SigningKey> keys = new ArrayList<>();
    for (String argument : keyArguments) {
      keys.add(KeyFiles.load(argument, zone, role));
    }
    return keys;
  }

  private Path target() {
    if (output != null) {
      return output;
    }
    return zoneFile.equals(STANDARD) ? STANDARD : Path.of(zoneFile + ".signed");
  }

  private void report(SignedZone signed, EngineChoice engines, Stages stages) {
    if (verbose) {
      engines.reasons().forEach(console::say);
      console.say(stages.toString());
    }
    Zone zone = signed.zone();
    if (json) {
      new Json(console.out())
          .object()
          .field("zone", zone.apex().toString())
          .field("serial", signed.serial().value())
          .field("records", zone.summary().records())
          .field("signatures", signed.signatures())
          .field("reused", signed.reused())
          .field("output", target().toString())
          .end()
          .newline();
    } else if (verbose) {
      console.say(
          zone.apex()
              + " serial "
              + signed.serial()
              + ": "
              + zone.summary().records()
              + " records, "
              + signed.signatures()
              + " signatures made, "
              + signed.reused()
              + " kept, written to "
              + target());
    }
  }
}
