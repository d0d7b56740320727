package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.dns.name.Name;
import dev.weir.dns.type.RecordClass;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;

/// A zone file gives records or diagnostics and nothing else, however it is cut into pieces; what
/// it gives can be printed and read again.
class ZoneFileFuzzTest {
  private static final int PIECE = 64;

  @FuzzTest(maxDuration = "10s")
  void readsOrRefuses(byte[] file) {
    Name apex = Name.parse("example.");
    ReadRules rules = new ReadRules(apex, RecordClass.IN, 1000, 3, 20, 4 << 20);
    try (Workers workers = Workers.of(1)) {
      ParsedZone whole = parse(file, rules, workers);
      ParsedZone pieces = parse(file, rules.withPieceOctets(PIECE), workers);
      assertThat(pieces.diagnostics().kept()).isEqualTo(whole.diagnostics().kept());
      Zone zone = ZoneBuilder.build(apex, whole.runs(), workers).zone();
      String text = Parsing.print(zone, PrintStyle.ABSOLUTE, workers);
      assertThat(
              Parsing.print(
                  ZoneBuilder.build(apex, pieces.runs(), workers).zone(),
                  PrintStyle.ABSOLUTE,
                  workers))
          .isEqualTo(text);
      if (zone.summary().records() > 0) {
        assertThat(Parsing.of(text).text()).isEqualTo(text);
      }
    }
  }

  private static ParsedZone parse(byte[] file, ReadRules rules, Workers workers) {
    return ZoneFileParser.parse(
        new StringSource("zone.db", file, Integer.MAX_VALUE),
        (name, from) -> StringSource.of(name, "$TTL 5\n@ A 192.0.2.1\n$INCLUDE again"),
        rules,
        workers);
  }
}
