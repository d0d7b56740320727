package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.dns.dnssec.DigestHash;
import dev.weir.dns.dnssec.ZoneDigest;
import dev.weir.dns.dnssec.ZoneDigestCheck;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Serial;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir zone digest`: computes a zone's ZONEMD record, or checks the ones it has.
@Command(
    name = "digest",
    description = {
      "Prints the ZONEMD record (RFC 8976) that fits a zone.",
      "With --check: compares with those in the zone; ends with 0 if one fits, else with 1."
    },
    sortOptions = false)
final class ZoneDigestCommand implements Callable<Integer> {
  private static final int SOA = 6;
  private static final Path STANDARD = Path.of("-");

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @Option(names = "--sha512", description = "Use SHA-512 instead of SHA-384.")
  private boolean sha512;

  @Option(names = "--check", description = "Compare with the ZONEMD records in the zone.")
  private boolean check;

  @Parameters(paramLabel = "FILE", description = "The zone; - for standard input.")
  private Path file = STANDARD;

  ZoneDigestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Workers workers = input.workers()) {
      Zone zone = input.load(file, console, workers);
      return (check ? compare(zone, workers) : print(zone, workers)).code();
    }
  }

  private ExitCode print(Zone zone, Workers workers) {
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null || !apex.findSet(SOA, 0)) {
      throw CommandFailure.findings(
          file + ": the zone has no SOA record, whose serial a ZONEMD record repeats");
    }
    byte[] record =
        ZoneDigest.record(zone, sha512 ? DigestHash.SHA_512 : DigestHash.SHA_384, workers);
    int serial = Octets.i32(record, 0);
    console
        .out()
        .println(
            zone.apex()
                + "\t"
                + apex.ttl()
                + "\tIN\tZONEMD\t"
                + new Serial(serial)
                + " "
                + record[4]
                + " "
                + record[5]
                + " "
                + HexFormat.of().formatHex(record, ZoneDigest.HEADER, record.length));
    return ExitCode.OK;
  }

  private ExitCode compare(Zone zone, Workers workers) {
    ZoneDigestCheck result = ZoneDigestCheck.of(zone, workers);
    if (result.outcomes().isEmpty()) {
      console.out().println(zone.apex() + ": no ZONEMD record");
    }
    for (ZoneDigestCheck.Outcome outcome : result.outcomes()) {
      console
          .out()
          .println(
              zone.apex()
                  + ": ZONEMD "
                  + new Serial(outcome.serial())
                  + " "
                  + outcome.scheme()
                  + " "
                  + outcome.hash()
                  + ": "
                  + words(outcome));
    }
    return result.fits() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static String words(ZoneDigestCheck.Outcome outcome) {
    return switch (outcome.verdict()) {
      case FITS -> "fits";
      case DIFFERS -> "differs; the zone's digest is " + outcome.computed();
      case OTHER_SERIAL -> "the serial is not that of the SOA record";
      case UNKNOWN_SCHEME -> "the scheme is not known";
      case UNKNOWN_HASH -> "the hash algorithm is not known";
      case WRONG_LENGTH -> "the digest has the wrong length";
      case REPEATED -> "another record has the same scheme and hash algorithm";
    };
  }
}
