package dev.weir.bgp.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.capture.Capture;
import dev.weir.bgp.capture.StreamEvent;
import dev.weir.bgp.octets.Framing;
import dev.weir.bgp.octets.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Real captures, if `-Dweir.shared=DIRECTORY` says where they are.
final class Captures {
  /// The captures that end inside a message.
  private static final Set<String> END_EARLY =
      Set.of(
          "202-BMP-CISCO-HUAWEI-multiple-sources/traffic-02.pcap",
          "301-BGP-CISCO-pretag/traffic-00.pcap",
          "302-BGP-IPv6-multiple-sources/traffic-00.pcap",
          "302-BGP-IPv6-multiple-sources/traffic-01.pcap");

  private Captures() {}

  static Path root() {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    Path root = Path.of(shared, "data", "bgp", "bmp");
    assumeThat(root).isDirectory();
    return root;
  }

  /// All captures of BMP sessions.
  static List<Path> ofBmp() throws IOException {
    try (Stream<Path> tree = Files.walk(root())) {
      return tree.filter(path -> path.toString().endsWith(".pcap"))
          .filter(path -> !path.toString().matches(".*(/netgauze/bgp/|/30[0-9]-BGP).*"))
          .sorted()
          .toList();
    }
  }

  /// The messages of a capture, in the order of time.
  static List<StreamEvent.Message> messages(Path path, Framing framing) throws IOException {
    Capture capture = Capture.read(Octets.of(Files.readAllBytes(path)));
    assertThat(capture.fault()).as("%s", path).isNull();
    List<StreamEvent.Message> messages = new ArrayList<>();
    for (StreamEvent event : capture.split(framing)) {
      if (event instanceof StreamEvent.Message message) {
        messages.add(message);
      } else {
        assertThat(path.getParent().getFileName().resolve(path.getFileName()).toString())
            .isIn(END_EARLY);
        StreamEvent.Skipped skipped = (StreamEvent.Skipped) event;
        long end = capture.streams().getFirst().length();
        assertThat(skipped.offset() + skipped.octets()).as("%s", path).isEqualTo(end);
      }
    }
    return messages;
  }
}
