package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.dns.MalformedText;
import dev.weir.dns.name.Name;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.text.Diagnostic;
import dev.weir.dns.text.Diagnostics;
import dev.weir.dns.text.Severity;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every verb that reads a zone file, and the reading.
final class ZoneInput {
  @Option(
      names = {"-o", "--origin"},
      paramLabel = "ORIGIN",
      description = "The zone's name (default: the owner of the SOA record).")
  private @Nullable String origin;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work (default: all processors).")
  private int threads;

  /// The zone's name as it was given; null if it was not.
  ///
  /// @throws CommandFailure if it is no name
  @Nullable Name origin() {
    if (origin == null) {
      return null;
    }
    try {
      return Name.parse(origin);
    } catch (MalformedText e) {
      throw CommandFailure.unusable("--origin: " + e.getMessage());
    }
  }

  /// Workers, as many as was asked for.
  Workers workers() {
    if (threads < 0) {
      throw CommandFailure.unusable("--threads is 1 or more, not " + threads);
    }
    return Workers.of(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  /// Loads a zone file and prints what is wrong with it.
  ///
  /// @throws CommandFailure if there is any error in it
  /// @throws IOException if it cannot be read
  Zone load(Path file, Console console, Workers workers) throws IOException {
    LoadedZone loaded = ZoneFiles.load(file, LoadOptions.of(origin()), workers);
    print(loaded.diagnostics(), console);
    Zone zone = loaded.zone();
    if (zone == null) {
      throw CommandFailure.findings(
          file + ": " + loaded.diagnostics().errors() + " errors; the zone was not loaded");
    }
    return zone;
  }

  /// Prints diagnostics to standard error, and says how many more there are.
  static void print(Diagnostics diagnostics, Console console) {
    for (Diagnostic diagnostic : diagnostics.kept()) {
      boolean error = diagnostic.severity() == Severity.ERROR;
      String text = diagnostic.render();
      boolean colour = console.screen().colourErr();
      console.err().println(colour ? (error ? Colour.RED : Colour.YELLOW).paint(text) : text);
    }
    long more = diagnostics.errors() + diagnostics.warnings() - diagnostics.kept().size();
    if (more > 0) {
      console.say(more + " more errors and warnings are not shown");
    }
  }
}
