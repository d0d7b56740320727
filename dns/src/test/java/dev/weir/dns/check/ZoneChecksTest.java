package dev.weir.dns.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.LoadedZone;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneChecksTest {
  /// A small zone of `cases.txt`.
  ///
  /// @param name what it is called
  /// @param origin its apex
  /// @param loads whether BIND 9.18 `named-checkzone` loads it
  /// @param rules the rules it breaks, in canonical order of the findings
  /// @param text the zone file
  record Case(String name, String origin, boolean loads, String rules, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void breaksTheseRulesAndIsRefusedAsBindDoes(Case zone) throws Exception {
    Report report = check(zone.text(), zone.origin(), 2);

    assertThat(rules(report)).isEqualTo(zone.rules());
    assertThat(report.sound()).isEqualTo(zone.loads());
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String block : resource("cases.txt").split("=== ")) {
      if (!block.isBlank()) {
        int end = block.indexOf('\n');
        String[] head = block.substring(0, end).split("\t", -1);
        cases.add(
            new Case(head[0], head[1], head[2].equals("loads"), head[3], block.substring(end + 1)));
      }
    }
    return cases.stream();
  }

  @Test
  void looksAtRangesThatBeginBelowACut() throws Exception {
    StringBuilder text = new StringBuilder("@ 300 SOA ns.o. h.o. 1 2 3 4 5\n@ 300 NS ns.o.\n");
    text.append("sub 300 NS a0.sub\nmoved 300 DNAME o.\n");
    for (int i = 0; i < 60_000; i++) {
      text.append("a").append(i).append(".sub 300 A 192.0.2.1\n");
    }
    for (int i = 0; i < 60_000; i++) {
      text.append("b").append(i).append(".moved 300 NS nowhere.example.\n");
    }

    Report report = check(text.toString(), "example.", 2);

    assertThat(report.errors()).isZero();
    assertThat(report.counts()).containsOnlyKeys(ZoneRule.DNAME_OCCLUDES);
    assertThat(report.warnings()).isEqualTo(60_000);
    assertThat(report.findings()).hasSize(100);
    assertThat(check(text.toString(), "example.", 1).findings().toString())
        .isEqualTo(report.findings().toString());
  }

  @Test
  void printsFindingsOnOneLine() throws Exception {
    Report report = check("@ 300 SOA ns h 1 2 3 4 5\n@ NS ns\n", "example.", 1);

    assertThat(report.findings().getFirst())
        .hasToString(
            "error: example. NS: ns.example. has no address in the zone [ns-target, RFC 2181"
                + " §10.3]");
  }

  /// The syntax sets of other projects, with the verdicts of `named-checkzone` but for the
  /// differences that `docs/dns/zone-file-differences.md` argues.
  @Test
  void agreesOnTheSharedSyntaxSets() throws Exception {
    String shared = System.getProperty("weir.shared", "");
    Assumptions.assumeFalse(shared.isEmpty(), "give -Dweir.shared=DIRECTORY to run over all data");
    Path root = Path.of(shared, "data", "dns", "syntax");
    List<String> expected = resource("verdicts.txt").lines().toList();
    List<String> actual = new ArrayList<>();
    try (Workers workers = Workers.of(2)) {
      for (String line : expected) {
        String[] columns = line.split("\t", -1);
        LoadedZone loaded =
            ZoneFiles.load(
                root.resolve(columns[0]), LoadOptions.of(Name.parse(columns[1])), workers);
        actual.add(columns[0] + "\t" + columns[1] + "\t" + verdict(loaded, workers));
      }
    }
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private static String verdict(LoadedZone loaded, Workers workers) {
    Zone zone = loaded.zone();
    if (zone == null) {
      return "1\tsyntax";
    }
    Report report = ZoneChecks.check(zone, 200, workers);
    List<String> errors =
        report.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.rule().id())
            .distinct()
            .sorted()
            .toList();
    return (report.sound() ? 0 : 1) + "\t" + errors;
  }

  private static String rules(Report report) {
    return report.findings().stream()
        .map(finding -> finding.rule().id())
        .collect(Collectors.joining(" "));
  }

  private static Report check(String text, String origin, int threads) throws IOException {
    try (Workers workers = Workers.of(threads)) {
      LoadedZone loaded =
          ZoneFiles.load(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
              "case",
              LoadOptions.of(Name.parse(origin)),
              workers);
      Zone zone = loaded.zone();
      assertThat(zone).as("%s", loaded.diagnostics().kept()).isNotNull();
      return ZoneChecks.check(Objects.requireNonNull(zone), 100, workers);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = ZoneChecksTest.class.getResourceAsStream("/check/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
