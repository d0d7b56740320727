package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Owner, TTL, class and type of a record in every shape that RFC 1035 §5.1 and custom allow.
class RecordTextTest {

  private static void assertOneRecord(String file, String record) {
    Parsing parsing = Parsing.of(file);
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records()).containsExactly(record);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 300 IN A 192.0.2.1",
        "a IN 300 A 192.0.2.1",
        "a 300 A 192.0.2.1",
        "a 5m A 192.0.2.1",
        "a 5M in a 192.0.2.1",
        "a 4m60s A 192.0.2.1",
        "a 000300 A 192.0.2.1",
        "a 300 CLASS1 A 192.0.2.1",
        "a 300 class1 TYPE1 192.0.2.1",
        "a.example. 300 IN A 192.0.2.1",
        "$TTL 300\na IN A 192.0.2.1",
        "$ttl 5m\na A 192.0.2.1",
        "$ORIGIN example.\n$TTL 300\na A 192.0.2.1",
        "$ORIGIN a.example.\n@ 300 A 192.0.2.1",
        "$origin a\n@ 300 A 192.0.2.1",
      })
  void takesTtlAndClassInEitherOrder(String file) {
    assertOneRecord(file, "a.example. 300 IN A 192.0.2.1");
  }

  @Test
  void takesTtlZero() {
    assertOneRecord("a 0 A 192.0.2.1", "a.example. 0 IN A 192.0.2.1");
  }

  @Test
  void takesTheLargestTtlAndRefusesALargerOne() {
    assertOneRecord("a 2147483647 A 192.0.2.1", "a.example. 2147483647 IN A 192.0.2.1");
    assertThat(Parsing.of("a 2147483648 A 192.0.2.1").fault())
        .isEqualTo(
            "zone.db:1:3: error: the TTL '2147483648' is over 2147483647 seconds (RFC 2181 §8)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 1x A 192.0.2.1", "a 1hh A 192.0.2.1", "a 1 2 A 192.0.2.1"})
  void refusesWhatIsNoTtl(String file) {
    assertThat(Parsing.of(file).errors()).isEqualTo(1);
  }

  @Test
  void ttlComesFromTheDirectiveThenFromTheLastRecordThenFromTheSoaMinimum() {
    assertThat(
            Parsing.of(
                    """
                    @ SOA ns hostmaster 1 2 3 4 60
                    a A 192.0.2.1
                    b 120 A 192.0.2.1
                    c A 192.0.2.1
                    $TTL 180
                    d A 192.0.2.1
                    e 240 A 192.0.2.1
                    f A 192.0.2.1
                    """)
                .records())
        .containsExactly(
            "example. 60 IN SOA ns.example. hostmaster.example. 1 2 3 4 60",
            "a.example. 60 IN A 192.0.2.1",
            "b.example. 120 IN A 192.0.2.1",
            "c.example. 120 IN A 192.0.2.1",
            "d.example. 180 IN A 192.0.2.1",
            "e.example. 240 IN A 192.0.2.1",
            "f.example. 180 IN A 192.0.2.1");
  }

  @Test
  void refusesARecordWhoseTtlNobodyStated() {
    assertThat(Parsing.of("a A 192.0.2.1").fault())
        .startsWith("zone.db:1:3: error: no TTL is known yet");
  }

  @Test
  void signatureWithoutTtlTakesItsOriginalTtl() {
    assertThat(
            Parsing.of(
                    "$TTL 300\na RRSIG A 13 2 7200 20240101000000 20231201000000 1 example. AAAA")
                .records())
        .containsExactly(
            "a.example. 7200 IN RRSIG A 13 2 7200 20240101000000 20231201000000 1 example. AAAA");
  }

  @Test
  void takesTtlUnitsInTheSoaRecord() {
    assertOneRecord(
        "@ 1h SOA ns hostmaster 1 1h30m 15m 1W 1d",
        "example. 3600 IN SOA ns.example. hostmaster.example. 1 5400 900 604800 86400");
  }

  @Test
  void leftOutOwnerIsTheLastOne() {
    assertThat(
            Parsing.of(
                    """
                    $TTL 60

                    a A 192.0.2.1

                    ; comment
                      ; indented comment
                      AAAA 2001:db8::1
                    $ORIGIN b
                    \t30 TXT x
                    """)
                .records())
        .containsExactly(
            "a.example. 60 IN A 192.0.2.1",
            "a.example. 30 IN TXT \"x\"",
            "a.example. 60 IN AAAA 2001:db8::1");
  }

  @Test
  void refusesAFirstRecordWithoutOwner() {
    assertThat(Parsing.of("  60 A 192.0.2.1").fault())
        .isEqualTo("zone.db:1:3: error: the first record has no owner");
  }

  @Test
  void typeAndClassNamesMayBeOwners() {
    assertThat(
            Parsing.of("$TTL 60\nA A 192.0.2.1\nIN A 192.0.2.1\nTXT IN TXT IN\n300 A 192.0.2.1")
                .records())
        .containsExactly(
            "300.example. 60 IN A 192.0.2.1",
            "A.example. 60 IN A 192.0.2.1",
            "IN.example. 60 IN A 192.0.2.1",
            "TXT.example. 60 IN TXT \"IN\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 60 CH A 192.0.2.1",
        "a 60 IN IN A 192.0.2.1",
        "a 60 CLASS32 A 192.0.2.1",
        "a 60 IN",
        "a",
        "a 60 \"A\" 192.0.2.1",
        "\"a\" 60 A 192.0.2.1",
        "a 60 NOSUCHTYPE 192.0.2.1",
        "a 60 TYPE65536 \\# 0",
        "a 60 TYPE0 \\# 0",
        "a 60 ANY \\# 0",
        "a 60 OPT \\# 0",
        " $TTL 60",
      })
  void refusesWrongClassesAndTypes(String file) {
    Parsing parsing = Parsing.of("x 60 A 192.0.2.9\n" + file + "\n");
    assertThat(parsing.errors()).isEqualTo(1);
    assertThat(parsing.diagnostics().getFirst().line()).isEqualTo(2);
  }

  @Test
  void namesThatDifferByTheFinalDotAreDifferentNames() {
    assertThat(Parsing.of("$TTL 60\na NS b.example\na NS b.example.").records())
        .containsExactly(
            "a.example. 60 IN NS b.example.", "a.example. 60 IN NS b.example.example.");
  }

  @Test
  void refusesARelativeNameThatIsTooLongUnderItsOrigin() {
    String label = "a".repeat(63) + ".";
    String origin = "$ORIGIN " + label.repeat(3) + "example.\n";
    assertThat(Parsing.of(origin + "b".repeat(50) + " 60 A 192.0.2.1").errors()).isZero();
    assertThat(Parsing.of(origin + "b".repeat(60) + " 60 A 192.0.2.1").fault())
        .contains("longer than 255 octets");
  }

  @Test
  void recordsOutsideTheZoneAreLeftOutWithAWarning() {
    Parsing parsing = Parsing.of("$TTL 60\na A 192.0.2.1\nb.example.net. A 192.0.2.1\n");
    assertThat(parsing.errors()).isZero();
    assertThat(parsing.fault())
        .isEqualTo(
            "zone.db:3:1: warning: b.example.net. is outside the zone; the record is left out");
    assertThat(parsing.records()).containsExactly("a.example. 60 IN A 192.0.2.1");
  }

  @Test
  void soaNeedNotComeFirstToTellTheApex() {
    Parsing parsing =
        Parsing.of(
            """
            a.example.	60 IN A 192.0.2.1
            example. 60 IN SOA ns.example. h.example. 1 2 3 4 5
            """,
            ReadRules.of(null),
            java.util.Map.of());
    assertThat(parsing.apex()).hasToString("example.");
    assertThat(parsing.records()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@ 60 SOA a b 1 2 3 4 5", "a.example. 60 A 192.0.2.1", ""})
  void refusesAFileThatDoesNotTellItsApex(String file) {
    Parsing parsing = Parsing.of(file, ReadRules.of(null), java.util.Map.of());
    assertThat(parsing.apex()).isNull();
    assertThat(parsing.fault()).startsWith("zone.db: error: ").contains("-o");
  }
}
