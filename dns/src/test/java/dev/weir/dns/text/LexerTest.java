package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Entries and tokens of RFC 1035 §5.1, written as `token|'quoted token'`, a blank first if the
/// entry's line starts with one, and faults as `!message`.
class LexerTest {

  private static List<String> entries(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    byte[] array = new byte[octets.length + 3];
    System.arraycopy(octets, 0, array, 2, octets.length);
    Lexer lexer = new Lexer();
    lexer.begin(array, 2, 2 + octets.length);
    Entry entry = new Entry();
    List<String> entries = new ArrayList<>();
    while (true) {
      try {
        if (!lexer.next(entry)) {
          return entries;
        }
        entries.add(show(entry));
      } catch (EntryFault e) {
        entries.add("!" + (entry.start(e.token()) - 2) + " " + e.getMessage());
      }
    }
  }

  private static String show(Entry entry) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < entry.tokens(); i++) {
      tokens.add(entry.quoted(i) ? "'" + entry.string(i) + "'" : entry.string(i));
    }
    return (entry.leadingBlank() ? " " : "") + String.join("|", tokens);
  }

  @Test
  void partsWordsByBlanks() {
    assertThat(entries("a b\tc  d\n e\n")).containsExactly("a|b|c|d", " e");
  }

  @Test
  void takesALastLineWithoutEnd() {
    assertThat(entries("a b\nc")).containsExactly("a|b", "c");
  }

  @Test
  void passesOverBlankLinesAndComments() {
    assertThat(entries("\n  \n; all\na ; b \"( \n\t; c\n;")).containsExactly("a");
  }

  @Test
  void parenthesesJoinLines() {
    assertThat(entries("a ( b ; (\n c\n\nd ) e\nf")).containsExactly("a|b|c|d|e", "f");
  }

  @Test
  void parenthesesMayTouchTokensAndStandAnywhere() {
    assertThat(entries("(a\nb)c(d)e\n( )\n(\n)f")).containsExactly("a|b|c|d|e", "f");
  }

  @Test
  void aBlankLineStartInParenthesesIsNoNewEntry() {
    assertThat(entries(" ( a\n b )\nc")).containsExactly(" a|b", "c");
  }

  @Test
  void refusesNestedParentheses() {
    assertThat(entries("a ( b ( c )\nd"))
        .containsExactly(
            "!6 a parenthesis inside parentheses; they do not nest (RFC 1035 §5.1)", "d");
  }

  @Test
  void refusesAStrayClosingParenthesis() {
    assertThat(entries("a ) b\nc"))
        .containsExactly("!2 a closing parenthesis without an opening one", "c");
  }

  @Test
  void refusesAParenthesisThatIsNeverClosed() {
    assertThat(entries("a ( b\nc"))
        .containsExactly("!2 the parenthesis that opens here is never closed");
  }

  @Test
  void quotesHideEverythingButTheirEnd() {
    assertThat(entries("\"a ;(\tb\" \"\" \"a\\\"b\" \"\\\\\" c"))
        .containsExactly("'a ;(\tb'|''|'a\\\"b'|'\\\\'|c");
  }

  @Test
  void quotesNeedNoBlanksAround() {
    assertThat(entries("a\"b\"\"c\"d")).containsExactly("a|'b'|'c'|d");
  }

  @Test
  void refusesAQuoteLeftOpenAndGoesOnWithTheNextLine() {
    assertThat(entries("a \"b\nc"))
        .containsExactly(
            "!2 a quoted string must end on its line; a line end in it is written \\010", "c");
    assertThat(entries("a \"b\\\nc")).hasSize(2);
    assertThat(entries("a \"b\\")).hasSize(1);
  }

  @Test
  void escapesHideTheNextOctet() {
    assertThat(entries("a\\ b\\;c\\(d \\\"e \\\\ f")).containsExactly("a\\ b\\;c\\(d|\\\"e|\\\\|f");
  }

  @Test
  void aBackslashDoesNotHideALineEnd() {
    assertThat(entries("a b\\\nc\\")).containsExactly("a|b\\", "c\\");
  }

  @Test
  void takesEveryKindOfLineEnd() {
    assertThat(entries("a b\r\n c\r\n\r\nd\re ; f\rg \r\n"))
        .containsExactly("a|b", " c", "d", "e", "g");
  }

  @Test
  void formFeedIsABlank() {
    assertThat(entries("a\fb\n\f\nc")).containsExactly("a|b", "c");
  }

  @Test
  void refusesNul() {
    assertThat(entries("a\0b\nc\n\"d\0\"\n;\0\ne")).hasSize(4).last().isEqualTo("e");
  }

  @Test
  void octetsAboveAsciiAreWords() {
    assertThat(entries("ä \"ö\" ; ü")).hasSize(1);
  }

  @Test
  void countsLines() {
    byte[] text = "a\r\n(b\r\n\rc) \"\nd;\re\n\0".getBytes(StandardCharsets.US_ASCII);
    Lexer lexer = new Lexer();
    lexer.begin(text, 0, text.length - 1);
    Entry entry = new Entry();
    List<Integer> lines = new ArrayList<>();
    while (true) {
      try {
        if (!lexer.next(entry)) {
          break;
        }
      } catch (EntryFault e) {
        assertThat(e.token()).isPositive();
      }
      lines.add(lexer.entryLine());
    }
    assertThat(lines).containsExactly(0, 1, 4, 5);
    assertThat(lexer.lines()).isEqualTo(6);
  }
}
