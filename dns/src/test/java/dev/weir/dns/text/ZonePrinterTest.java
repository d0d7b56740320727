package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneBuilder;
import org.junit.jupiter.api.Test;

class ZonePrinterTest {
  private static final String SIGNATURE = " 13 1 300 20240101000000 20231201000000 1 example. AAAA";

  private static final String ZONE =
      """
      $TTL 300
      example. NS ns
      example. RRSIG NS%s
      example. RRSIG SOA%s
      example. SOA ns host.master 2024010100 1800 900 604800 3600
      example. DNSKEY 257 3 13 AAAA
      example. RRSIG AAAA%s
      Ns 60 A 192.0.2.1
      ns 60 A 192.0.2.2
      \\@.x TXT "a;b"
      $ORIGIN \\$.
      """
          .formatted(SIGNATURE, SIGNATURE, SIGNATURE);

  private static String print(PrintStyle style) {
    Name origin = Name.parse("example.");
    try (Workers workers = Workers.of(2)) {
      ParsedZone parsed =
          ZoneFileParser.parse(
              StringSource.of("zone.db", ZONE),
              (file, from) -> StringSource.of(file, ""),
              ReadRules.of(origin),
              workers);
      assertThat(parsed.diagnostics().kept()).isEmpty();
      Zone zone = ZoneBuilder.build(origin, parsed.runs(), workers).zone();
      return Parsing.print(zone, style, workers);
    }
  }

  @Test
  void writesRecordsOfALineWithSignaturesBehindTheirSets() {
    String soa = "ns.example. host.master.example. 2024010100 1800 900 604800 3600";
    assertThat(print(PrintStyle.ABSOLUTE).replace('\t', ' ').replace(SIGNATURE, ""))
        .isEqualTo(
            """
            example. 300 IN SOA %s
            example. 300 IN RRSIG SOA
            example. 300 IN NS ns.example.
            example. 300 IN RRSIG NS
            example. 300 IN DNSKEY 257 3 13 AAAA
            example. 300 IN RRSIG AAAA
            Ns.example. 60 IN A 192.0.2.1
            Ns.example. 60 IN A 192.0.2.2
            \\@.x.example. 300 IN TXT "a;b"
            """
                .formatted(soa));
  }

  @Test
  void leavesOutWhatTheReaderKnows() {
    assertThat(print(PrintStyle.RELATIVE).replace('\t', ' ').replace(SIGNATURE, ""))
        .startsWith("$ORIGIN example.\n$TTL 300\n@ IN SOA ns.example. host")
        .contains("\n 300 IN RRSIG SOA\n IN NS ns.example.\n")
        .endsWith("Ns 60 IN A 192.0.2.1\n 60 IN A 192.0.2.2\n\\@.x IN TXT \"a;b\"\n");
  }

  @Test
  void foldsLongRecordsForPeople() {
    assertThat(print(PrintStyle.PRETTY))
        .contains("SOA\tns.example. host.master.example. (\n\t\t\t\t\t2024010100\t; serial\n")
        .contains("\t\t\t\t\t1800\t\t; refresh (30 minutes)\n")
        .contains(
            "DNSKEY\t257 3 13 (\n\t\t\t\t\tAAAA\n\t\t\t\t\t) ; key signing key, key tag 1038\n")
        .contains("1 example. (\n\t\t\t\t\tAAAA\n\t\t\t\t\t)\n");
  }

  @Test
  void saysSecondsAsPeopleDo() {
    assertThat(FoldedRdata.spoken(0)).isEqualTo("0 seconds");
    assertThat(FoldedRdata.spoken(1)).isEqualTo("1 second");
    assertThat(FoldedRdata.spoken(788_645)).isEqualTo("1 week 2 days 3 hours 4 minutes 5 seconds");
  }
}
