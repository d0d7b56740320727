package dev.weir.dns.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.text.ZonePrinter;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Real root zones, if `-Dweir.shared=DIRECTORY` says where they are.
class SharedZonesTest {

  @Test
  void rootZonesReadBackAsTheyWerePrinted() throws IOException {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(shared, "data/dns/root"))) {
      files = all.filter(file -> file.toString().endsWith(".gz")).toList();
    }
    assertThat(files).isNotEmpty();
    try (Workers workers = Workers.of(2)) {
      for (Path file : files) {
        LoadedZone loaded = ZoneFiles.load(file, LoadOptions.of(null), workers);
        assertThat(loaded.diagnostics().kept()).isEmpty();
        byte[] text = print(Objects.requireNonNull(loaded.zone()), workers);
        LoadedZone again =
            ZoneFiles.load(
                new ByteArrayInputStream(text), "printed", LoadOptions.of(null), workers);
        assertThat(print(Objects.requireNonNull(again.zone()), workers)).isEqualTo(text);
      }
    }
  }

  private static byte[] print(Zone zone, Workers workers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZonePrinter.print(zone, PrintStyle.ABSOLUTE, workers, out::write);
    return out.toByteArray();
  }
}
