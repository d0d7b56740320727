package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `$ORIGIN`, `$TTL`, `$INCLUDE` and `$GENERATE`.
class DirectiveTest {
  private static final ReadRules RULES = ReadRules.of(Name.parse("example."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$DATE 1",
        "$UNKNOWN",
        "$ORIGIN",
        "$ORIGIN a b",
        "$ORIGIN a..b",
        "$TTL",
        "$TTL x",
        "$TTL 1 2",
        "$INCLUDE",
        "$INCLUDE a b c",
        "$INCLUDE missing",
        "$INCLUDE a\\3",
        "$",
        "$GENERATE",
        "$GENERATE 1-2 a A",
        "$GENERATE 2-1 a A 192.0.2.$",
        "$ORIGIN \"a\"",
        "$GENERATE 1-2/0 a A 192.0.2.$",
        "$GENERATE x-2 a A 192.0.2.$",
        "$GENERATE 1 a A 192.0.2.$",
        "$GENERATE 1-2000000 a$ A 192.0.2.1",
        "$GENERATE 1-2147483648 a$ A 192.0.2.1",
        "$GENERATE 1-2 a${ A 192.0.2.$",
        "$GENERATE 1-2 a${1,2,q} A 192.0.2.$",
        "$GENERATE 1-2 a${-3} A 192.0.2.$",
        "$GENERATE 1-2 a${0,999} A 192.0.2.$",
        "$GENERATE 1-2 a$ A 192.0.2.$$",
        "$GENERATE 1-2 a${0,200} A 192.0.2.$",
      })
  void refusesMalformedDirectives(String directive) {
    Parsing parsing = Parsing.of("$TTL 60\n" + directive + "\na A 192.0.2.1\n");
    assertThat(parsing.errors()).isEqualTo(1);
    assertThat(parsing.diagnostics().getFirst().line()).isEqualTo(2);
    assertThat(parsing.records()).contains("a.example. 60 IN A 192.0.2.1");
  }

  @Test
  void includesAFileUnderAnOriginAndRestoresOriginAndOwner() {
    Parsing parsing =
        Parsing.of(
            """
            $TTL 60
            a A 192.0.2.1
            $INCLUDE one b ; comment
              TXT after
            c A 192.0.2.3
            $include "two"
            d A 192.0.2.4
            """,
            RULES,
            Map.of("one", "@ A 192.0.2.2\n$ORIGIN x\ny A 192.0.2.9\n", "two", "$TTL 30\n  TXT in"));
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records())
        .containsExactly(
            "a.example. 60 IN A 192.0.2.1",
            "a.example. 60 IN TXT \"after\"",
            "b.example. 60 IN A 192.0.2.2",
            "y.x.b.example. 60 IN A 192.0.2.9",
            "c.example. 60 IN A 192.0.2.3",
            "c.example. 30 IN TXT \"in\"",
            "d.example. 30 IN A 192.0.2.4");
  }

  @Test
  void namesTheIncludedFileInDiagnostics() {
    Parsing parsing =
        Parsing.of(
            "$TTL 60\n$INCLUDE one\nb BAD\n", RULES, Map.of("one", "\na A 192.0.2.1\na BAD\n"));
    assertThat(parsing.diagnostics().stream().map(d -> d.file() + ":" + d.line()))
        .containsExactly("one:3", "zone.db:3");
  }

  @Test
  void refusesAFileThatIncludesItself() {
    Parsing parsing = Parsing.of("$INCLUDE a", RULES, Map.of("a", "$INCLUDE b", "b", "$INCLUDE a"));
    assertThat(parsing.fault()).isEqualTo("b:1:10: error: 'a' includes itself");
  }

  @Test
  void refusesDeepNesting() {
    Map<String, String> files = new java.util.HashMap<>();
    for (int i = 0; i < 20; i++) {
      files.put("f" + i, "$INCLUDE f" + (i + 1));
    }
    assertThat(Parsing.of("$INCLUDE f0", RULES, files).fault())
        .startsWith("f15:1:10: error: $INCLUDE is nested deeper than 16 files");
  }

  @Test
  void findsTheSoaRecordInAnIncludedFile() {
    Parsing parsing =
        Parsing.of(
            "$TTL 60\n$INCLUDE soa\na.example. A 192.0.2.1",
            ReadRules.of(null),
            Map.of("soa", "$ORIGIN example.\n@ SOA ns h 1 2 3 4 5"));
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records()).hasSize(2);
  }

  @Test
  void generatesRecords() {
    Parsing parsing =
        Parsing.of("$TTL 60\n$GENERATE 8-12/2 a$ IN A 192.0.2.${1,0,d}\n  TXT after\n");
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records())
        .containsExactly(
            "a10.example. 60 IN A 192.0.2.11",
            "a12.example. 60 IN A 192.0.2.13",
            "a12.example. 60 IN TXT \"after\"",
            "a8.example. 60 IN A 192.0.2.9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$|5.example.",
        "a${0,3}|a005.example.",
        "a${-3}b|a2b.example.",
        "a${20,4,x}|a0019.example.",
        "a${250,1,X}|aFF.example.",
        "a${4,3,o}|a011.example.",
        "${0,4,n}a|5.0.a.example.",
        "${0,3,n}.a|5.0.a.example.",
        "${0,1,n}.a|5.a.example.",
        "${166,5,N}.a|B.A.0.a.example.",
        "a\\$|a\\$.example.",
        "a$$b|a\\$b.example.",
        "$-${1}|5-6.example.",
      })
  void writesTheNumberAsTheModifierAsks(String pattern, String owner) {
    Parsing parsing = Parsing.of("$GENERATE 5-5 " + pattern + " 60 A 192.0.2.1");
    assertThat(parsing.diagnostics()).isEmpty();
    assertThat(parsing.records()).isEqualTo(List.of(owner + " 60 IN A 192.0.2.1"));
  }

  @Test
  void generatesQuotedStrings() {
    assertThat(Parsing.of("$GENERATE 1-1 a 60 TXT \"$ ; ${1}\"").records())
        .containsExactly("a.example. 60 IN TXT \"1 ; 2\"");
  }
}
