package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir zone print`: reads a zone file and writes it in canonical order.
@Command(
    name = "print",
    description = "Prints a zone in canonical order, without duplicates.",
    sortOptions = false)
final class ZonePrintCommand implements Callable<Integer> {
  private static final Path STANDARD = Path.of("-");

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      defaultValue = "absolute",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PrintStyle style = PrintStyle.ABSOLUTE;

  @Option(
      names = {"-f", "--output"},
      paramLabel = "OUT",
      defaultValue = "-",
      description =
          "Where to write it; - for standard output; compressed if it ends in .gz or .zst (default:"
              + " ${DEFAULT-VALUE}).")
  private Path output = STANDARD;

  @Parameters(paramLabel = "FILE", description = "The zone; - for standard input.")
  private Path file = STANDARD;

  ZonePrintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Workers workers = input.workers()) {
      Zone zone = input.load(file, console, workers);
      console.out().flush();
      write(zone, workers);
    }
    return ExitCode.OK.code();
  }

  private void write(Zone zone, Workers workers) throws IOException {
    try {
      ZoneFiles.write(zone, output, style, workers);
    } catch (IOException e) {
      if (output.equals(STANDARD)) {
        throw e;
      }
      throw CommandFailure.unwritable(String.valueOf(e.getMessage()));
    }
  }
}
