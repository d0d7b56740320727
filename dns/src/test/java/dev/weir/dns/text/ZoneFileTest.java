package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole zone files: layout, strings, escapes, record data, and what is said of faults.
class ZoneFileTest {
  private static final ReadRules RULES = ReadRules.of(Name.parse("example."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 60 IN A 192.0.2.1",
        "(a 60 IN A 192.0.2.1)",
        "a ( 60 ; comment )\n\n IN\n\tA ) 192.0.2.1 ; (",
        "a 60 (\nIN\nA\n192.0.2.1)",
        "a(60)IN(A)192.0.2.1",
        "\ufeffa 60 IN A 192.0.2.1",
        "a 60 IN A 192.0.2.1\r\n",
        "\ra 60 IN A 192.0.2.1\r; ä\r",
        "\f\na\f60 IN A 192.0.2.1",
        "a 60 IN A 192.0.2.1 ; ünïcode \u2603",
        "a 60 IN A \\# 4 C0000201",
        "a 60 IN TYPE1 \\# 4 c0 00 (\n 0201 )",
        "\\097 60 IN A 192.0.2.1",
        "\\a.example. 60 IN A 192.0.2.1",
        "a 60 IN A 192.0.2.1\na 60 IN A 192.0.2.1",
      })
  void takesEveryLayout(String file) {
    Parsing parsing = Parsing.of(file);
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records()).containsExactly("a.example. 60 IN A 192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a;(b\" |\"a;(b\"",
        "\"\" |\"\"",
        "\"a\"\"b\" |\"a\" \"b\"",
        "\"a\"\t\"b\" |\"a\" \"b\"",
        "a b |\"a\" \"b\"",
        "\"a\\\"b\" |\"a\\\"b\"",
        "\"\\000\\255\" |\"\\000\\255\"",
        "a\\ b |\"a b\"",
        "\"ä\" |\"\\195\\164\"",
        "\"\\010\" |\"\\010\"",
        "( \"a\"\t) \"b\" |\"a\" \"b\"",
      })
  void takesStrings(String text, String printed) {
    Parsing parsing = Parsing.of("a 60 TXT " + text);
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records()).containsExactly("a.example. 60 IN TXT " + printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 60 TXT \"\\256\"",
        "a 60 TXT \"\\1\"",
        "a 60 TXT \\12",
        "a 60 TXT a\\",
        "a 60 TXT \"a\\",
        "a 60 TXT \"a",
        "a 60 TXT",
        "\\256 60 A 192.0.2.1",
        "\\1 60 A 192.0.2.1",
        "a.. 60 A 192.0.2.1",
        ".a 60 A 192.0.2.1",
        "a 60 A 192.0.2",
        "a 60 A 192.0.2.1 2",
        "a 60 A ( 192.0.2.1",
        "a 60 A 192.0.2.1 )",
        "a 60 A \\# 3 C00002",
        "a 60 A \\# 4 C000020",
        "a 60 A \\# 5 C0000201",
        "a 60 TYPE1 192.0.2.1.1",
        "a 60 TYPE65280 192.0.2.1",
        "a 60 A 192.0.2.1\0",
      })
  void refusesMalformedRecords(String file) {
    Parsing parsing = Parsing.of("x 60 A 192.0.2.9\n" + file);
    assertThat(parsing.errors()).isEqualTo(1);
    assertThat(parsing.diagnostics().getFirst().line()).isEqualTo(2);
  }

  @Test
  void aStringHasAtMost255OctetsAfterUnescaping() {
    assertThat(Parsing.of("a 60 TXT \"" + "\\097".repeat(255) + "\"").errors()).isZero();
    assertThat(Parsing.of("a 60 TXT \"" + "a".repeat(256) + "\"").errors()).isEqualTo(1);
  }

  @Test
  void refusesRecordDataOver65535Octets() {
    String strings = (" \"" + "a".repeat(255) + "\"").repeat(256);
    assertThat(Parsing.of("a 60 TXT" + strings).errors()).isEqualTo(1);
  }

  @Test
  void findsSeveralFaultsAndLoadsTheRest() {
    Parsing parsing =
        Parsing.of("$TTL 60\na A 1.2.3\nb A 192.0.2.2\n\nc NOPE\n(\nd A\n 1.2.3.4.5\n)\n");
    assertThat(parsing.diagnostics().stream().map(d -> d.line() + ":" + d.column()))
        .containsExactly("2:5", "5:3", "8:2");
  }

  @Test
  void countsMoreFaultsThanItKeeps() {
    Parsing parsing = Parsing.of("a 60 BAD\n".repeat(1000));
    assertThat(parsing.errors()).isEqualTo(1000);
    assertThat(parsing.diagnostics()).hasSize(20);
  }

  @Test
  void showsTheLineWithACaretUnderTheFault() {
    assertThat(Parsing.of("$TTL 60\n\twww \t A  1.2.3 ; x\n").diagnostics()).hasSize(1);
    Parsing parsing = Parsing.of("$TTL 60\nä.ö\tIN A  1.2.3 ; x\n");
    assertThat(parsing.diagnostics().getFirst().render().lines())
        .satisfies(lines -> {
          assertThat(lines).hasSize(3);
          assertThat(lines.get(0)).startsWith("zone.db:2:13: error: ");
          assertThat(lines.get(1)).isEqualTo("  ä.ö IN A  1.2.3 ; x");
          assertThat(lines.get(2)).isEqualTo("            ^~~~~");
        });
  }

  @Test
  void cutsLongLinesInDiagnostics() {
    Parsing parsing =
        Parsing.of("a 60 TXT " + "\"x\" ".repeat(100) + "\\1 " + "\"y\" ".repeat(100));
    String shown = parsing.diagnostics().getFirst().excerpt().text();
    assertThat(shown).startsWith("...").endsWith("...").hasSizeLessThan(160);
  }

  @Test
  void anEmptyFileIsNoZone() {
    assertThat(Parsing.of("").fault()).contains("no record of zone example.");
    assertThat(Parsing.of("; nothing\n").errors()).isEqualTo(1);
  }

  @Test
  void takesOctetsThatAreNoUtf8() {
    byte[] file = "a 60 TXT \"\u00ff\u00c3\"\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Parsing.of(file, RULES, Map.of()).records())
        .containsExactly("a.example. 60 IN TXT \"\\255\\195\"");
  }
}
