package dev.weir.bgp.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BgpdumpPrinterTest {
  private final List<Damage> damages = new ArrayList<>();

  @Test
  void printsWhatIsExpectedOfAllFilePairs() throws IOException {
    Path directory = SharedArchives.directory().resolve("ripe-bgpdump");
    List<Path> expectations;
    try (Stream<Path> files = Files.list(directory.resolve("expect"))) {
      expectations = files.sorted().toList();
    }
    assertThat(expectations).hasSize(12);
    for (Path expectation : expectations) {
      String name = expectation.getFileName().toString().replace(".bgp.gz", "");
      byte[] expected = SharedArchives.read(expectation);
      byte[] printed = print(SharedArchives.read(directory.resolve(name)));
      assertThat(firstDifference(printed, expected)).as(name).isEmpty();
    }
    assertThat(damages).isEmpty();
  }

  private byte[] print(byte[] archive) {
    RecordFramer framer = new RecordFramer(damages::add);
    RouteCursor route = new RouteCursor();
    BgpdumpPrinter printer = new BgpdumpPrinter(route);
    framer.feed(archive, 0, archive.length, 0, true);
    while (framer.next() == RecordFramer.Step.RECORD) {
      printer.print(archive, framer.start(), framer.end());
    }
    return java.util.Arrays.copyOf(printer.array(), printer.length());
  }

  /// The first two lines that differ; empty if none do.
  static String firstDifference(byte[] printed, byte[] expected) {
    int at = java.util.Arrays.mismatch(printed, expected);
    if (at < 0) {
      return "";
    }
    int from = at;
    while (from > 0 && printed[from - 1] != '\n') {
      from--;
    }
    return "printed  " + line(printed, from) + "\nexpected " + line(expected, from);
  }

  private static String line(byte[] text, int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return new String(text, from, end - from, StandardCharsets.US_ASCII);
  }
}
