package dev.weir.cli.command;

import dev.weir.cli.exit.Ending;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.cli.render.Progress;
import dev.weir.dns.check.Finding;
import dev.weir.dns.check.Report;
import dev.weir.dns.check.ZoneChecks;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.type.Serial;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir zone check`: loads zone files and says whether a server should.
@Command(
    name = "check",
    description = {
      "Loads zone files and checks their structure; a line for each.",
      "Ends with 0 if all load and are sane, 1 if a zone has errors, 2 if one cannot be read."
    },
    sortOptions = false)
final class ZoneCheckCommand implements Callable<Integer> {
  private static final int SOA = 6;

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @Option(
      names = "--integrity",
      paramLabel = "MODE",
      defaultValue = "full",
      description =
          "full, or none to leave out whether hosts that the zone's records name have addresses in"
              + " it (default: ${DEFAULT-VALUE}).")
  private Integrity integrity = Integrity.FULL;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many findings are shown for a zone (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print a JSON object for each file.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Zone files; - for standard input.")
  private List<Path> files = new ArrayList<>();

  /// Whether the hosts that records name are looked up.
  enum Integrity {
    FULL,
    NONE
  }

  ZoneCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int worst = ExitCode.OK.code();
    try (Workers workers = input.workers();
        Progress progress = Progress.start(console)) {
      for (Path file : files) {
        progress.stage("check " + file, 0);
        worst = Math.max(worst, check(file, workers).code());
      }
    }
    return worst;
  }

  private ExitCode check(Path file, Workers workers) {
    LoadedZone loaded;
    try {
      loaded = ZoneFiles.load(file, LoadOptions.of(input.origin()), workers);
    } catch (IOException e) {
      Ending ending = Ending.of(e);
      console.fail(ending.sentence());
      if (json) {
        new Json(console.out())
            .object()
            .field("file", file.toString())
            .field("readable", false)
            .field("message", ending.sentence())
            .end()
            .newline();
      }
      return ExitCode.UNUSABLE;
    }
    ZoneInput.print(loaded.diagnostics(), console);
    Zone zone = loaded.zone();
    Report report =
        zone == null ? null : ZoneChecks.check(zone, integrity == Integrity.FULL, limit, workers);
    boolean sane = report != null && report.sound();
    if (json) {
      json(file, loaded, report);
    } else {
      text(file, loaded, report);
    }
    return sane ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private void text(Path file, LoadedZone loaded, @Nullable Report report) {
    Zone zone = loaded.zone();
    if (zone == null || report == null) {
      console
          .out()
          .println(
              file
                  + ": "
                  + console.paint(Colour.RED, "not loaded")
                  + ": "
                  + loaded.diagnostics().errors()
                  + " errors");
      return;
    }
    for (Finding finding : report.findings()) {
      console.out().println(file + ": " + finding);
    }
    long more = report.total() - report.findings().size();
    if (more > 0) {
      console.out().println(file + ": and " + more + " more");
    }
    String count = ReportOutput.count(report);
    console
        .out()
        .println(
            file
                + ": "
                + zone.apex()
                + " serial "
                + serial(zone)
                + ", "
                + zone.summary().records()
                + " records: "
                + (report.sound()
                    ? console.paint(Colour.GREEN, "ok")
                    : console.paint(Colour.RED, "refused"))
                + (count.isEmpty() ? "" : " (" + count + ")"));
  }

  private void json(Path file, LoadedZone loaded, @Nullable Report report) {
    Json out = new Json(console.out());
    Zone zone = loaded.zone();
    out.object().field("file", file.toString()).field("readable", true);
    out.field("sane", report != null && report.sound());
    out.field("syntaxErrors", loaded.diagnostics().errors());
    out.field("syntaxWarnings", loaded.diagnostics().warnings());
    if (zone != null && report != null) {
      out.field("zone", zone.apex().toString());
      out.field("serial", serial(zone));
      out.field("records", zone.summary().records());
      ReportOutput.members(report, out);
    }
    out.end().newline();
  }

  private static String serial(Zone zone) {
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null || !apex.findSet(SOA, 0) || !apex.nextRecord()) {
      return "none";
    }
    int at = apex.rdataFrom() + apex.rdataLength() - 20;
    return new Serial(Octets.i32(apex.page(), at)).toString();
  }
}
