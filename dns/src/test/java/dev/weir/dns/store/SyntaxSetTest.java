package dev.weir.dns.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.text.Diagnostic;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.text.Severity;
import dev.weir.dns.text.ZonePrinter;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Zone files of other projects, each with its verdict in `verdicts.txt`.
///
/// A line is: file, origin (`-` for the owner of the SOA record), what `named-compilezone` 9.18
/// says (`same` zone, `bad`, `-` if it refuses the zone for what is in it rather than how it is
/// written, or else a section of `docs/dns/zone-file-differences.md`), and our verdict: `good` with
/// the number of records and a digest of the canonical text, or `bad` with the number of errors and
/// the place of the first. `-Dgolden=` and a path writes the table anew there.
class SyntaxSetTest {

  @Test
  void everyFileHasItsVerdict() throws Exception {
    List<String> actual = new ArrayList<>();
    List<String> expected = Files.readAllLines(file("verdicts.txt"));
    try (Workers workers = Workers.of(1)) {
      for (String line : expected) {
        if (line.startsWith("#")) {
          actual.add(line);
          continue;
        }
        String[] columns = line.split("\t", 4);
        String verdict = verdict(file(columns[0]), columns[1], workers);
        actual.add(columns[0] + "\t" + columns[1] + "\t" + columns[2] + "\t" + verdict);
      }
    }
    String golden = System.getProperty("golden");
    if (golden != null) {
      Files.write(Path.of(golden), actual);
    }
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  @Test
  void oneZoneInFourSpellingsIsOneZone() throws Exception {
    try (Workers workers = Workers.of(1)) {
      Set<String> texts = new HashSet<>();
      for (String name : List.of("", "1.good", "2.good", "4.good")) {
        texts.add(without("blorf", "dnspython/example" + name, "example.", workers));
      }
      assertThat(texts).hasSize(1);
    }
  }

  @Test
  void whatAnotherReaderPrintedIsTheSameZone() throws Exception {
    try (Workers workers = Workers.of(1)) {
      String folder = "ldns/08-zonereader.tpkg/08-zonereader.";
      String origin = "jelte.nlnetlabs.nl.";
      String input = without("motherfish", folder + "inputzone", origin, workers);
      assertThat(input).isEqualTo(without("motherfish", folder + "outputzone", origin, workers));
    }
  }

  /// The canonical text of a file without the lines that hold `word`.
  private static String without(String word, String name, String origin, Workers workers)
      throws IOException, URISyntaxException {
    Path file = file(name);
    try (InputStream stream =
        file.toString().endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(file))
            : Files.newInputStream(file)) {
      String text =
          new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1)
              .lines()
              .filter(line -> !line.contains(word))
              .collect(Collectors.joining("\n"));
      LoadedZone loaded =
          ZoneFiles.load(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
              name,
              LoadOptions.of(Name.parse(origin)),
              workers);
      assertThat(loaded.diagnostics().errors()).as("%s", loaded.diagnostics().kept()).isZero();
      return text(Objects.requireNonNull(loaded.zone()), workers);
    }
  }

  @Test
  void everyStyleReadsBackAsTheSameZone() throws Exception {
    try (Workers workers = Workers.of(2)) {
      for (String line : Files.readAllLines(file("verdicts.txt"))) {
        String[] columns = line.split("\t", 4);
        if (columns.length == 4 && columns[3].startsWith("good")) {
          Zone zone = zone(columns[0], columns[1], workers);
          String text = text(zone, workers);
          for (PrintStyle style : PrintStyle.values()) {
            byte[] printed = print(zone, style, workers);
            LoadedZone again =
                ZoneFiles.load(
                    new ByteArrayInputStream(printed),
                    "printed",
                    LoadOptions.of(zone.apex()),
                    workers);
            assertThat(again.zone()).as(columns[0]).isNotNull();
            assertThat(text(Objects.requireNonNull(again.zone()), workers)).isEqualTo(text);
          }
        }
      }
    }
  }

  private static Zone zone(String name, String origin, Workers workers)
      throws IOException, URISyntaxException {
    Name apex = origin.equals("-") ? null : Name.parse(origin);
    LoadedZone loaded = ZoneFiles.load(file(name), LoadOptions.of(apex), workers);
    return Objects.requireNonNull(loaded.zone(), name);
  }

  private static String verdict(Path file, String origin, Workers workers)
      throws IOException, NoSuchAlgorithmException {
    Name apex = origin.equals("-") ? null : Name.parse(origin);
    LoadedZone loaded = ZoneFiles.load(file, LoadOptions.of(apex), workers);
    Zone zone = loaded.zone();
    if (zone == null) {
      Diagnostic first =
          loaded.diagnostics().kept().stream()
              .filter(d -> d.severity() == Severity.ERROR)
              .findFirst()
              .orElseThrow();
      return "bad "
          + loaded.diagnostics().errors()
          + (first.line() == 0 ? "" : " " + first.line() + ":" + first.column());
    }
    byte[] text = print(zone, PrintStyle.ABSOLUTE, workers);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
    return "good "
        + zone.summary().records()
        + " "
        + HexFormat.of().formatHex(digest).substring(0, 16);
  }

  private static String text(Zone zone, Workers workers) {
    return new String(print(zone, PrintStyle.ABSOLUTE, workers), StandardCharsets.ISO_8859_1);
  }

  private static byte[] print(Zone zone, PrintStyle style, Workers workers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZonePrinter.print(zone, style, workers, out::write);
    return out.toByteArray();
  }

  private static Path file(String name) throws URISyntaxException {
    URL url = SyntaxSetTest.class.getResource("/syntax/" + name);
    if (url == null) {
      url = SyntaxSetTest.class.getResource("/syntax/" + name + ".gz");
    }
    return Path.of(Objects.requireNonNull(url, name).toURI());
  }
}
