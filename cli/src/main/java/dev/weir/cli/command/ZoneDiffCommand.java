package dev.weir.cli.command;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.text.RdataPrinter;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weir zone diff`: the records by which two versions of a zone differ.
@Command(
    name = "diff",
    description = {
      "Prints the records by which two versions of a zone differ, - for those that go and + for"
          + " those that come.",
      "Ends with 0 if there is no difference, and 1 if there is."
    },
    sortOptions = false)
final class ZoneDiffCommand implements Callable<Integer> {
  private static final Path STANDARD = Path.of("-");

  private final Console console;

  @Mixin private ZoneInput input = new ZoneInput();

  @Parameters(index = "0", paramLabel = "OLD", description = "The older version.")
  private Path older = STANDARD;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer version.")
  private Path newer = STANDARD;

  ZoneDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (Workers workers = input.workers()) {
      Zone before = input.load(older, console, workers);
      Zone after = input.load(newer, console, workers);
      if (!before.apex().equals(after.apex())) {
        throw CommandFailure.unusable(
            older + " is " + before.apex() + " and " + newer + " is " + after.apex());
      }
      Lines lines = new Lines(console);
      ZoneDiff.compare(before, after, lines);
      lines.flush();
      return (lines.count == 0 ? ExitCode.OK : ExitCode.FINDINGS).code();
    }
  }

  /// Prints a line for each difference, many at a time.
  private static final class Lines implements ZoneDiff.Sink {
    private static final int FULL = 64 * 1024;

    private final Console console;
    private final boolean colours;
    private final OctetBuffer text = new OctetBuffer(FULL + 4096);
    private final OctetBuffer line = new OctetBuffer();
    private long count;

    Lines(Console console) {
      this.console = console;
      this.colours = console.screen().colourOut();
    }

    @Override
    public void change(boolean added, ZoneCursor at, Octets rdata) {
      count++;
      line.clear();
      line.latin1(added ? "+ " : "- ").latin1(at.owner().toString());
      line.u8('\t').latin1(Integer.toString(at.ttl()));
      line.latin1("\tIN\t").latin1(new RecordType(at.type()).toString()).u8('\t');
      RdataPrinter.print(at.type(), rdata.array(), rdata.offset(), rdata.length(), line);
      if (colours) {
        String plain = new String(line.array(), 0, line.length(), StandardCharsets.ISO_8859_1);
        text.latin1((added ? Colour.GREEN : Colour.RED).paint(plain));
      } else {
        text.octets(line.view());
      }
      text.u8('\n');
      if (text.length() >= FULL) {
        flush();
      }
    }

    private void flush() {
      console.out().write(text.array(), 0, text.length());
      console.out().flush();
      text.clear();
    }
  }
}
