package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws over random zone files, well formed and not.
class ZoneFileLawTest {
  private static final Name ORIGIN = Name.parse("example.");
  private static final String[] LINES = {
    "a A 192.0.2.1",
    "b 30 A 192.0.2.2",
    "c IN 40 TXT \"x ; ( y\"",
    "  AAAA 2001:db8::1",
    "\tTXT more",
    "@ NS ns",
    "; comment (",
    "",
    "   ",
    "d ( A\n192.0.2.3 )",
    "e ( TXT one\ntwo ; )\nthree\n\n  four\n)",
    "f TXT ( a",
    "g TXT b )",
    ")",
    "(",
    "$TTL 50",
    "$TTL 1h",
    "$ORIGIN sub",
    "$ORIGIN example.",
    "$ORIGIN other.",
    "$INCLUDE one",
    "$INCLUDE two sub",
    "$INCLUDE missing",
    "$GENERATE 1-3 g$ A 192.0.2.$",
    "h BAD",
    "i A 1.2.3",
    "j TXT \"open",
    "k\\",
    "l A 192.0.2.4\r",
    "m A 192.0.2.5\rn A 192.0.2.6",
    "outside.test. A 192.0.2.7",
    "o\0 A 192.0.2.8",
    "SOA SOA ns h 1 2 3 4 5",
    "@ 20 SOA ns h 1 2 3 4 60",
    "p RRSIG A 13 2 7200 20240101000000 20231201000000 1 example. AAAA",
    "long.label.names.that.go.on.for.a.while.so.that.lines.differ.in.length A 192.0.2.9",
  };
  private static final Map<String, String> FILES =
      Map.of(
          "one", "$TTL 70\nq A 192.0.2.10\n$ORIGIN deep\nr A 192.0.2.11\n",
          "two", "@ 15 A 192.0.2.12\n  TXT x\n$INCLUDE one\ns ( A 192.0.2.1");

  private static String file(long seed) {
    Random random = new Random(seed);
    StringBuilder file = new StringBuilder();
    boolean calm = random.nextBoolean();
    if (random.nextInt(4) > 0) {
      file.append("$TTL 60\n");
    }
    int lines = random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      boolean plain = calm && random.nextInt(8) > 0;
      file.append(LINES[random.nextInt(plain ? 6 : LINES.length)]).append('\n');
    }
    if (random.nextBoolean() && !file.isEmpty()) {
      file.setLength(file.length() - 1);
    }
    return file.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 30, 100, 400})
  void readingInPiecesIsReadingInOne(int pieceOctets) {
    for (long seed = 0; seed < 150; seed++) {
      String file = file(seed);
      ReadRules rules = ReadRules.of(seed % 3 == 0 ? null : ORIGIN);
      Parsing whole = Parsing.of(file, rules, FILES);
      Parsing pieces = Parsing.of(file, rules.withPieceOctets(pieceOctets), FILES);
      assertThat(pieces).as("seed %d of\n%s", seed, file).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsPrintedReadsAsTheSameZone(long start) {
    try (Workers workers = Workers.of(2)) {
      for (long seed = start * 1000; seed < start * 1000 + 100; seed++) {
        Zone zone = zone(file(seed), workers);
        String absolute = Parsing.print(zone, PrintStyle.ABSOLUTE, workers);
        for (PrintStyle style : PrintStyle.values()) {
          String text = Parsing.print(zone, style, workers);
          if (zone.summary().records() > 0) {
            Parsing again = Parsing.of(text);
            assertThat(again.diagnostics()).as(text).isEmpty();
            assertThat(again.text()).isEqualTo(absolute);
          }
        }
      }
    }
  }

  private static Zone zone(String file, Workers workers) {
    ParsedZone parsed =
        ZoneFileParser.parse(
            StringSource.of("zone.db", file),
            (name, from) -> StringSource.of(name, FILES.getOrDefault(name, "")),
            ReadRules.of(ORIGIN),
            workers);
    return ZoneBuilder.build(ORIGIN, parsed.runs(), workers).zone();
  }
}
