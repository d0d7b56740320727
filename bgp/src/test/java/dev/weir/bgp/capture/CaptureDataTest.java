package dev.weir.bgp.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.wire.BgpFraming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Real captures, if `-Dweir.shared=DIRECTORY` says where they are.
class CaptureDataTest {
  @Test
  void everyCaptureIsReadToItsEnd() throws IOException {
    List<Path> files = captures("bgp");
    assertThat(files).hasSizeGreaterThan(60);
    for (Path path : files) {
      Capture capture = read(path);
      assertThat(capture.fault()).as("%s", path).isNull();
      assertThat(capture.packets()).as("%s", path).isPositive();
      assertThat(capture.others()).as("%s", path).doesNotContainKey("cut inside a header");
      assertThat(capture.streams()).as("%s", path).isNotEmpty();
      long missing = capture.streams().stream().mapToLong(CapturedStream::missing).sum();
      assertThat(missing).as("%s", path).isEqualTo(missingIn(path));
    }
  }

  /// One capture was filtered when it was made: a KEEPALIVE between two packets is not in it.
  private static int missingIn(Path path) {
    return path.endsWith("bgp_withdraw.cap") ? 19 : 0;
  }

  @Test
  void everySessionIsSplitIntoMessages() throws IOException {
    for (Path path : captures("bgp/pcap")) {
      for (StreamEvent event : read(path).split(new BgpFraming())) {
        Class<?> expected =
            event instanceof StreamEvent.Gap && missingIn(path) > 0
                ? StreamEvent.Gap.class
                : StreamEvent.Message.class;
        assertThat(event).as("%s", path).isInstanceOf(expected);
      }
    }
  }

  private static Capture read(Path path) throws IOException {
    return Capture.read(Octets.of(Files.readAllBytes(path)));
  }

  private static List<Path> captures(String under) throws IOException {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    Path root = Path.of(shared, "data", under);
    assumeThat(root).isDirectory();
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(path -> path.toString().matches(".*\\.p?cap")).sorted().toList();
    }
  }
}
