package dev.weir.cli.bgp;

import dev.weir.bgp.flow.OctetSource;
import dev.weir.bgp.mrt.BgpdumpLines;
import dev.weir.bgp.mrt.JsonLines;
import dev.weir.bgp.mrt.LineArchiver;
import dev.weir.bgp.mrt.MalformedLine;
import dev.weir.bgp.mrt.RouteLine;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir mrt write`: an archive of lines of text.
@Command(
    name = "write",
    description = {
      "Writes an archive of the lines of bgpdump -m or of weir mrt cat --format json, which may be"
          + " mixed, and compressed.",
      "Tables become TABLE_DUMP_V2 with a table of peers, TABLE_DUMP lines such records, and"
          + " messages BGP4MP or BGP4MP_ET. Empty lines and those that begin with # are passed"
          + " over.",
      "Ends with 1, and writes nothing, if a line is malformed."
    },
    sortOptions = false)
final class MrtWriteCommand implements Callable<Integer> {
  private static final int PIECE = 1 << 18;

  private final Console console;
  private final OctetsWriter records = new OctetsWriter(2 * PIECE);
  private final LineArchiver archiver = new LineArchiver(records);

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Lines of text; - or nothing for standard input.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write here; compressed if it ends in .gz, .bz2, .zst or .xz.")
  private @Nullable Path target;

  MrtWriteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (target == null && console.screen().outTerminal()) {
      throw CommandFailure.unusable("an archive is no text: say -o FILE");
    }
    List<Path> inputs = files.isEmpty() ? List.of(Path.of("-")) : files;
    try (Progress progress = Progress.start(console);
        RouteOutput output = RouteOutput.open(target, console);
        Spool spool = new Spool(output)) {
      progress.stage("read", Archives.octets(inputs));
      for (OctetSource source : new Archives(inputs, console, 1, progress)) {
        try (OctetSource lines = source) {
          read(lines, spool);
        }
      }
      archiver.flush();
      spool.take(records);
      spool.finish(archiver.peerTable());
      output.finish();
    }
    return ExitCode.OK.code();
  }

  private void read(OctetSource source, Spool spool) throws IOException {
    BgpdumpLines bars = new BgpdumpLines();
    JsonLines objects = new JsonLines();
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new SourceStream(source), StandardCharsets.UTF_8), PIECE);
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        RouteLine read = line.startsWith("{") ? objects.read(line) : bars.read(line);
        if (!spool.isAside() && LineArchiver.needsPeers(read)) {
          archiver.flush();
          spool.take(records);
          spool.aside();
        }
        archiver.add(read);
      } catch (MalformedLine malformed) {
        throw CommandFailure.findings(
            source.name()
                + ":"
                + number
                + ":"
                + malformed.column()
                + ": "
                + malformed.getMessage());
      }
      if (records.length() >= PIECE) {
        spool.take(records);
      }
    }
  }

  /// Where records go: to the output, and from the first that needs the table of peers on into a
  /// file of its own, until that table is known.
  private static final class Spool implements AutoCloseable {
    private final RouteOutput output;
    private @Nullable Path file;
    private @Nullable OutputStream aside;

    Spool(RouteOutput output) {
      this.output = output;
    }

    boolean isAside() {
      return aside != null;
    }

    void aside() throws IOException {
      Path made = Files.createTempFile("weir-", ".mrt");
      file = made;
      aside = Files.newOutputStream(made);
    }

    void take(OctetsWriter records) throws IOException {
      Octets octets = records.toOctets();
      if (aside != null) {
        aside.write(octets.array(), octets.offset(), octets.length());
      } else {
        output.write(octets.array(), octets.offset(), octets.length());
      }
      records.truncate(0);
    }

    /// Puts the table of peers and what was set aside into the output.
    void finish(Octets peers) throws IOException {
      if (aside == null || file == null) {
        return;
      }
      aside.close();
      output.write(peers.array(), peers.offset(), peers.length());
      byte[] piece = new byte[PIECE];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
          output.write(piece, 0, read);
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (aside != null && file != null) {
        aside.close();
        Files.deleteIfExists(file);
      }
    }
  }

  /// The octets of a source as a stream.
  private static final class SourceStream extends InputStream {
    private final OctetSource source;

    SourceStream(OctetSource source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return source.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      return most == 0 ? 0 : source.read(into, at, most);
    }
  }
}
