package dev.weir.signer.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.store.LoadOptions;
import dev.weir.dns.store.ZoneFiles;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reviews of zones, written in Roto.
class ZoneLibraryTest {
  private static final String OLD =
      """
      $ORIGIN example.
      @       3600 SOA ns.example. host.example. 7 7200 3600 86400 300
      @       3600 NS  ns
      @       3600 MX  10 mail
      ns      3600 A   192.0.2.1
      mail    3600 AAAA 2001:db8::1
      *.w     60   TXT "a b"
      """;

  private static final String NEW =
      """
      $ORIGIN example.
      @       3600 SOA ns.example. host.example. 8 7200 3600 86400 300
      @       3600 NS  ns
      @       3600 MX  10 mail
      ns      3600 A   192.0.2.1
      ns      3600 A   192.0.2.2
      mail    3600 AAAA 2001:db8::1
      """;

  private final Runtime runtime = ZoneLibrary.addTo(Runtime.builder()).build();

  @TempDir private Path directory;

  @FunctionalInterface
  interface Review {
    boolean accepts(ReviewZone zone, ReviewZone before);
  }

  @Test
  void aZoneIsReviewedAgainstTheOneBefore() throws IOException {
    Review review =
        compile(
                """
                filter review(zone: Zone, before: Zone) {
                    let change = zone.change_from(before);
                    if zone.serial() == before.serial() { reject }
                    if change.removed_count > 2 { reject }
                    for one in change.removed {
                        if one.rtype() == rtype.NS { reject }
                    }
                    accept
                }
                """)
            .function("review", Review.class);
    ReviewZone older = zone(OLD);
    ReviewZone newer = zone(NEW);
    assertThat(review.accepts(newer, older)).isTrue();
    assertThat(review.accepts(older, older)).isFalse();
    ReviewZone bare =
        zone(NEW.replaceAll("(?m)^(ns|mail|@ +3600 MX).*$", "").replace(" 8 ", " 9 "));
    assertThat(review.accepts(bare, newer)).isFalse();
  }

  @Test
  void aDifferenceCountsAndListsWhatComesAndGoes() throws IOException {
    ReviewChange change = zone(NEW).changeFrom(zone(OLD));
    assertThat(change.removedCount()).isEqualTo(2);
    assertThat(change.addedCount()).isEqualTo(2);
    assertThat(change.removed())
        .extracting(ReviewRecord::text)
        .contains("*.w.example. 60 IN TXT \"a b\"");
    assertThat(change.added())
        .extracting(ReviewRecord::text)
        .contains("ns.example. 3600 IN A 192.0.2.2");
  }

  @Test
  void zonesOfDifferentNamesHaveNothingInCommon() throws IOException {
    ReviewChange change = zone(NEW).changeFrom(zone(OLD.replace("example.", "example.org.")));
    assertThat(change.addedCount()).isEqualTo(6);
    assertThat(change.removedCount()).isEqualTo(6);
  }

  @Test
  void recordsAreFoundByNameAndType() throws IOException {
    assertThat(text("zone.find(zone.apex(), rtype.MX)?.records()[0].data()"))
        .isEqualTo("10 mail.example.");
    assertThat(text("zone.find(zone.apex(), rtype.MX)?.records()[0].target()?.text()"))
        .isEqualTo("mail.example.");
    assertThat(
            text("f\"{zone.find(Name.parse(\"NS.example\")?, rtype.A)?.records()[0].address()?}\""))
        .isEqualTo("192.0.2.1");
    assertThat(text("f\"{zone.sets(rtype.TXT)[0].owner().parent()?.text()}\""))
        .isEqualTo("w.example.");
    assertThat(text("f\"{zone.serial()?} {zone.len()} {zone.name_count()} {zone.count(rtype.A)}\""))
        .isEqualTo("7 6 4 1");
    assertThat(text("zone.find(Name.parse(\"elsewhere.\")?, rtype.A)?.owner().text()"))
        .isEqualTo("nothing");
  }

  @Test
  void namesKnowTheirPlace() throws IOException {
    assertThat(ReviewName.parse("*.w.example").orElseThrow().isWildcard()).isTrue();
    assertThat(ReviewName.parse("a..b")).isEmpty();
    ReviewName apex = zone(OLD).apex();
    assertThat(ReviewName.parse("x.EXAMPLE.").orElseThrow().isUnder(apex)).isTrue();
    assertThat(ReviewName.parse("EXAMPLE")).contains(apex);
    assertThat(apex.parent().orElseThrow().parent()).isEmpty();
  }

  private String text(String expression) throws IOException {
    String script =
        "fn some(zone: Zone) -> String? { Some("
            + expression
            + ") }\nfn text(zone: Zone) -> String {"
            + " match some(zone) { Some(text) => text, None => \"nothing\" } }";
    Function<ReviewZone, String> text = compile(script).function("text", Text.class)::of;
    return text.apply(zone(OLD));
  }

  @FunctionalInterface
  interface Text {
    String of(ReviewZone zone);
  }

  private CompiledPackage compile(String script) {
    return runtime.compile(SourceTree.of("review", script)).orThrow();
  }

  private ReviewZone zone(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("zone"), text);
    try (Workers workers = Workers.of(1)) {
      Zone zone = ZoneFiles.load(file, LoadOptions.of(null), workers).zone();
      assertThat(zone).isNotNull();
      return new ReviewZone(zone);
    }
  }
}
