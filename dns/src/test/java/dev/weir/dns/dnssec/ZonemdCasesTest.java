package dev.weir.dns.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Zones with ZONEMD records of RFC 8976 appendix A and of other projects, each with its verdict in
/// `verdicts.txt`; `docs/dns/zonemd-cases.md` argues them.
///
/// A line is: file, `bad` for a file that is not loaded, or the apex, what the records say together
/// (`fits`, `refuted`, `open`), and each of them.
class ZonemdCasesTest {
  @Test
  void everyZoneHasItsVerdict() throws Exception {
    List<String> expected = Files.readAllLines(resource("verdicts.txt"));
    List<String> actual = new ArrayList<>();
    try (Workers workers = Workers.of(2)) {
      for (String line : expected) {
        actual.add(verdict(line.split("\t", 2)[0], workers));
      }
    }

    assertThat(actual).hasSizeGreaterThan(40).containsExactlyElementsOf(expected);
  }

  private static String verdict(String file, Workers workers)
      throws IOException, URISyntaxException {
    LoadedZone loaded = ZoneFiles.load(resource(file), LoadOptions.of(null), workers);
    Zone zone = loaded.zone();
    if (zone == null) {
      return file + "\tbad";
    }
    ZoneDigestCheck check = ZoneDigestCheck.of(zone, workers);
    String word = check.fits() ? "fits" : check.refuted() ? "refuted" : "open";
    List<ZoneDigestCheck.Verdict> verdicts =
        check.outcomes().stream().map(ZoneDigestCheck.Outcome::verdict).toList();
    return file + "\t" + zone.apex() + "\t" + word + "\t" + verdicts;
  }

  private static Path resource(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(ZonemdCasesTest.class.getResource("/zonemd/" + name), name);
    return Path.of(new URI(url.toString()));
  }
}
