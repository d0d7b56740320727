package dev.weir.cli.bgp;

import dev.weir.bgp.bmp.BmpFraming;
import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.capture.Capture;
import dev.weir.bgp.capture.CaptureReader;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.capture.StreamKey;
import dev.weir.bgp.octets.MessageSplitter;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir bmp decode`: says what a monitored router says.
@Command(
    name = "decode",
    description = {
      "Prints BMP messages field by field, with the BGP messages in them.",
      "Reads a stream as a router sends it, or a packet capture (pcap, pcapng) with such streams.",
      "Ends with 0 if all messages are right, 1 if one is not, 2 if there is nothing to read."
    },
    sortOptions = false)
final class BmpDecodeCommand implements Callable<Integer> {
  private static final int CHUNK = 1 << 16;

  private final Console console;

  @Option(names = "--json", description = "Print one JSON object a message, a line each.")
  private boolean json;

  @Option(names = "--stat", description = "Print counts instead: messages, and routes by peer.")
  private boolean stat;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|PCAP|-",
      defaultValue = "-",
      description = "A file, or - for standard input.")
  private String input = "-";

  BmpDecodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BmpOutput output = stat ? new BmpTally(console, json) : new BmpPrinter(console, json);
    try (InputStream stream = input.equals("-") ? console.in() : Files.newInputStream(file())) {
      Octets first = Octets.of(stream.readNBytes(CHUNK));
      if (CaptureReader.recognises(first)) {
        byte[] rest = stream.readAllBytes();
        capture(new OctetsWriter(CHUNK + rest.length).octets(first).bytes(rest).toOctets(), output);
      } else {
        stream(first, stream, output);
      }
    }
    output.finish();
    if (output.count() == 0) {
      throw CommandFailure.unusable(input + ": no BMP messages in it");
    }
    return (output.hasFindings() ? ExitCode.FINDINGS : ExitCode.OK).code();
  }

  private Path file() {
    Path path = Path.of(input);
    if (Files.isDirectory(path)) {
      throw CommandFailure.unusable(input + ": a directory, where a file is expected");
    }
    return path;
  }

  private static void stream(Octets first, InputStream rest, BmpOutput output) throws IOException {
    MonitoredPeers peers = new MonitoredPeers();
    MessageSplitter.Sink sink =
        new MessageSplitter.Sink() {
          @Override
          public void message(long offset, Octets message) {
            output.message(null, BmpMessage.read(message), peers);
          }

          @Override
          public void skipped(long offset, int octets) {
            output.skip(null, octets + " octets at " + offset + " that are no message");
          }
        };
    MessageSplitter splitter = new MessageSplitter(new BmpFraming(), sink, false);
    Octets chunk = first;
    while (!chunk.isEmpty()) {
      splitter.accept(chunk);
      chunk = Octets.of(rest.readNBytes(CHUNK));
    }
    splitter.finish();
  }

  /// Streams without a single message belong to other protocols and are passed over.
  private void capture(Octets file, BmpOutput output) {
    Capture capture = Capture.read(file);
    List<StreamEvent> events = capture.split(new BmpFraming());
    Set<StreamKey> monitored = new HashSet<>();
    for (StreamEvent event : events) {
      if (event instanceof StreamEvent.Message message) {
        monitored.add(message.stream());
      }
    }
    Map<StreamKey, MonitoredPeers> sessions = new HashMap<>();
    for (StreamEvent event : events) {
      if (!monitored.contains(event.stream())) {
        continue;
      }
      switch (event) {
        case StreamEvent.Message message ->
            output.message(
                message,
                BmpMessage.read(message.octets()),
                sessions.computeIfAbsent(message.stream(), _ -> new MonitoredPeers()));
        case StreamEvent.Skipped skipped ->
            output.skip(skipped, skipped.octets() + " octets that are no message");
        case StreamEvent.Gap gap -> output.skip(gap, gap.octets() + " octets were not captured");
      }
    }
    if (capture.fault() != null) {
      output.fault(input + ": " + capture.fault());
    }
  }
}
