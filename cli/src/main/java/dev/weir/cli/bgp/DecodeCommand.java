package dev.weir.cli.bgp;

import dev.weir.bgp.capture.Capture;
import dev.weir.bgp.capture.CaptureReader;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.check.PeerContext;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.BgpFraming;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MessageCursor;
import dev.weir.bgp.wire.MessageError;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir bgp decode`: says what messages say, and what is wrong with them.
@Command(
    name = "decode",
    description = {
      "Prints BGP messages field by field, and what RFC 7606 asks to be done about wrong ones.",
      "Reads hexadecimal digits, octets as they are sent, or a packet capture (pcap, pcapng).",
      "Ends with 0 if all messages are right, 1 if one is not, 2 if there is nothing to read."
    },
    sortOptions = false)
final class DecodeCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Print one JSON object a message, a line each.")
  private boolean json;

  @Option(names = "--two-octet-asn", description = "AS numbers of paths have two octets.")
  private boolean twoOctetAsn;

  @Option(
      names = "--add-path",
      split = ",",
      paramLabel = "FAMILY",
      description = "Routes of these families have path identifiers, such as ipv4-unicast.")
  private List<String> addPath = new ArrayList<>();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "179",
      description = "The TCP port of BGP in a capture, if not ${DEFAULT-VALUE}.")
  private int port = 179;

  @Option(
      names = "--peer",
      paramLabel = "KIND",
      defaultValue = "unknown",
      description = "Who sent them: ${COMPLETION-CANDIDATES}; some rules depend on it.")
  private PeerContext.Kind peer = PeerContext.Kind.UNKNOWN;

  @Parameters(
      arity = "0..1",
      paramLabel = "HEX|-|FILE",
      defaultValue = "-",
      description = "Hexadecimal digits, a file, or - for standard input.")
  private String input = "-";

  DecodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Negotiated negotiated = negotiated();
    Octets octets = read();
    DecodedOutput output = new DecodedOutput(console, json, PeerContext.of(peer));
    if (CaptureReader.recognises(octets)) {
      capture(octets, new Conversations(negotiated, twoOctetAsn), output);
    } else {
      messages(octets, negotiated, output);
    }
    if (output.count() == 0) {
      throw CommandFailure.unusable(input + ": no BGP messages in it");
    }
    return (output.hasFindings() ? ExitCode.FINDINGS : ExitCode.OK).code();
  }

  private Negotiated negotiated() {
    Set<AfiSafi> families = new HashSet<>();
    for (String name : addPath) {
      try {
        families.add(AfiSafi.parse(name));
      } catch (IllegalArgumentException unknown) {
        throw CommandFailure.unusable(
            "--add-path " + name + ": expected a family such as ipv4-unicast or afi1-safi1");
      }
    }
    return new Negotiated(!twoOctetAsn, families, true);
  }

  private void messages(Octets octets, Negotiated negotiated, DecodedOutput output) {
    MessageCursor cursor = new MessageCursor(octets, negotiated);
    while (cursor.next()) {
      output.message(null, cursor.message());
    }
    MessageError error = cursor.error();
    if (error != null || cursor.isIncomplete()) {
      output.message(null, Message.read(octets.from(cursor.start() - octets.offset()), negotiated));
    }
  }

  private void capture(Octets octets, Conversations conversations, DecodedOutput output) {
    Capture capture = Capture.read(octets, segment -> Conversations.isBgp(segment, port));
    for (StreamEvent event : capture.split(new BgpFraming())) {
      switch (event) {
        case StreamEvent.Message message ->
            output.message(message, conversations.read(message.stream(), message.octets()));
        case StreamEvent.Skipped skipped ->
            output.skip(skipped, skipped.octets() + " octets that are no message");
        case StreamEvent.Gap gap -> output.skip(gap, gap.octets() + " octets were not captured");
      }
    }
    if (capture.fault() != null) {
      output.fault(input + ": " + capture.fault());
    }
  }

  private Octets read() throws IOException {
    if (input.equals("-")) {
      return bare(Octets.of(console.in().readAllBytes()));
    }
    Path file = file(input);
    if (file != null) {
      return bare(Octets.of(Files.readAllBytes(file)));
    }
    String digits = digits(input);
    if (digits == null) {
      throw CommandFailure.unusable(input + ": neither a file nor hexadecimal digits");
    }
    return Octets.parseHex(digits);
  }

  private static @org.jspecify.annotations.Nullable Path file(String name) {
    try {
      Path path = Path.of(name);
      return Files.exists(path) ? path : null;
    } catch (InvalidPathException _) {
      return null;
    }
  }

  /// Octets that are all hexadecimal digits are taken for those: a message begins with a marker.
  private static Octets bare(Octets octets) {
    boolean text = octets.length() > 0;
    for (int i = 0; i < octets.length() && text; i++) {
      int c = octets.u8(i);
      text = c < 0x7f && (HexFormat.isHexDigit(c) || c <= ' ' || c == ':' || c == 'x');
    }
    if (!text) {
      return octets;
    }
    String digits =
        digits(new String(octets.toBytes(), java.nio.charset.StandardCharsets.US_ASCII));
    return digits == null ? octets : Octets.parseHex(digits);
  }

  /// The digits of text, without blanks, colons and `0x`; null if there is anything else.
  private static @org.jspecify.annotations.Nullable String digits(String text) {
    String bare = text.replaceAll("\\b0[xX]", "").replaceAll("[\\s:]", "");
    boolean hex = !bare.isEmpty() && bare.length() % 2 == 0;
    for (int i = 0; i < bare.length() && hex; i++) {
      hex = HexFormat.isHexDigit(bare.charAt(i));
    }
    return hex ? bare : null;
  }
}
