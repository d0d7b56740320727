package dev.weir.roto.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final String SHELL = "a\u00e9\u20ac\ud83d\udc1a";

  @Test
  void splitKeepsEveryPart() {
    assertThat(Splitting.split(",a,,b,", ",")).isEqualTo(List.of("", "a", "", "b", ""));
    assertThat(Splitting.split("", ",")).isEqualTo(List.of(""));
    assertThat(Splitting.split("abc", ",")).isEqualTo(List.of("abc"));
    assertThat(Splitting.split("a--b-", "--")).isEqualTo(List.of("a", "b-"));
  }

  @Test
  void splitAtNothingGivesCharactersBetweenEmptyParts() {
    assertThat(Splitting.split("ab\ud83d\udc1a", ""))
        .isEqualTo(List.of("", "a", "b", "\ud83d\udc1a", ""));
    assertThat(Splitting.split("", "")).isEqualTo(List.of("", ""));
  }

  @Test
  void splitnStopsAtTheLimit() {
    assertThat(Splitting.splitn("a,b,c", 0, ",")).isEqualTo(List.of());
    assertThat(Splitting.splitn("a,b,c", 1, ",")).isEqualTo(List.of("a,b,c"));
    assertThat(Splitting.splitn("a,b,c", 2, ",")).isEqualTo(List.of("a", "b,c"));
    assertThat(Splitting.splitn("a,b,c", -1, ",")).isEqualTo(List.of("a", "b", "c"));
    assertThat(Splitting.splitn("abc", 3, "")).isEqualTo(List.of("", "a", "bc"));
  }

  @Test
  void rsplitnGivesTheLastPartFirst() {
    assertThat(Splitting.rsplitn("a,b,c", 0, ",")).isEqualTo(List.of());
    assertThat(Splitting.rsplitn("a,b,c", 1, ",")).isEqualTo(List.of("a,b,c"));
    assertThat(Splitting.rsplitn("a,b,c", 2, ",")).isEqualTo(List.of("c", "a,b"));
    assertThat(Splitting.rsplitn("a,b,c", 9, ",")).isEqualTo(List.of("c", "b", "a"));
    assertThat(Splitting.rsplitn("aaa", 2, "aa")).isEqualTo(List.of("", "a"));
    assertThat(Splitting.rsplitn("abc", 3, "")).isEqualTo(List.of("", "c", "ab"));
    assertThat(Splitting.rsplitn("", 5, "")).isEqualTo(List.of("", ""));
    assertThat(Splitting.rsplitn(",", 5, ",")).isEqualTo(List.of("", ""));
  }

  @Test
  void replaceGoesFromLeftToRight() {
    assertThat(Texts.replace("aaa", "aa", "b")).isEqualTo("ba");
    assertThat(Texts.replace("abc", "x", "y")).isEqualTo("abc");
    assertThat(Texts.replace("a\ud83d\udc1a", "", "-")).isEqualTo("-a-\ud83d\udc1a-");
    assertThat(Texts.replace("", "", "x")).isEqualTo("x");
  }

  @Test
  void trimKnowsWhatUnicodeCallsWhiteSpace() {
    assertThat(Texts.trim("\u00a0\u0085 \t\r\n\u000b\u3000x y\u2003\u1680")).isEqualTo("x y");
    assertThat(Texts.trim("\u001cx\u001f")).isEqualTo("\u001cx\u001f");
    assertThat(Texts.trim("\u200bx\ufeff")).isEqualTo("\u200bx\ufeff");
    assertThat(Texts.trimStart(" x ")).isEqualTo("x ");
    assertThat(Texts.trimEnd(" x ")).isEqualTo(" x");
    assertThat(Texts.trim(" \u2028 ")).isEmpty();
  }

  @Test
  void caseFollowsUnicodeAndNoLanguage() {
    assertThat(Texts.toUppercase("stra\u00dfe")).isEqualTo("STRASSE");
    assertThat(Texts.toLowercase("\u039f\u0394\u039f\u03a3")).isEqualTo("\u03bf\u03b4\u03bf\u03c2");
    assertThat(Texts.toLowercase("TITLE I")).isEqualTo("title i");
  }

  @Test
  void repeatRefusesWhatDoesNotFit() {
    assertThat(Texts.repeat("ab", 3)).isEqualTo("ababab");
    assertThat(Texts.repeat("ab", 0)).isEmpty();
    assertThat(Texts.repeat("", -1)).isEmpty();
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(() -> Texts.repeat("absurd", -1))
        .matches(e -> e.fault() == Fault.MEMORY);
  }

  @Test
  void orderIsByCodePoints() {
    assertThat(Texts.compare("\uffee", "\ud83d\udc1a")).isNegative();
    assertThat(Texts.compare("\ud83d\udc1a", "\uffee")).isPositive();
    assertThat(Texts.compare("a", "ab")).isNegative();
    assertThat(Texts.compare("ab", "ab")).isZero();
    assertThat(Texts.compare("\ud83d\udc1a", "\ud83d\udc1b")).isNegative();
  }

  @Test
  void positionsAreCountedInCharacters() {
    assertThat(Texts.find("\ud83d\udc1aab", "b")).isEqualTo(2L);
    assertThat(Texts.rfind("abab", "a")).isEqualTo(2L);
    assertThat(Texts.find("ab", "c")).isNull();
    assertThat(Texts.len("\ud83d\udc1a")).isOne();
    assertThat(Texts.padStart("\ud83d\udc1a", 3, '.')).isEqualTo("..\ud83d\udc1a");
    assertThat(Texts.padEnd("abc", 2, '.')).isEqualTo("abc");
  }

  @Test
  void bytesAreThoseOfUtf8() {
    StringBytes bytes = new StringBytes(SHELL);
    assertThat(bytes.len()).isEqualTo(10);
    assertThat(bytes.get(0)).isEqualTo((int) 'a');
    assertThat(bytes.get(1)).isEqualTo(0xe9);
    assertThat(bytes.get(2)).isNull();
    assertThat(bytes.get(6)).isEqualTo(0x1f41a);
    assertThat(bytes.get(8)).isNull();
    assertThat(bytes.get(10)).isNull();
    assertThat(bytes.get(-1)).isNull();
    assertThat(bytes.slice(1, 6)).isEqualTo("\u00e9\u20ac");
    assertThat(bytes.slice(1, 5)).isNull();
    assertThat(bytes.slice(6, 1)).isNull();
    assertThat(bytes.slice(10, 10)).isEmpty();
    assertThat(bytes.slice(10, 11)).isNull();
    assertThat(bytes.list().at(9)).isEqualTo(0x9a);
  }

  @Test
  void charactersAreCodePoints() {
    StringChars chars = new StringChars(SHELL);
    assertThat(chars.len()).isEqualTo(4);
    assertThat(chars.get(3)).isEqualTo(0x1f41a);
    assertThat(chars.get(4)).isNull();
    assertThat(chars.slice(2, 4)).isEqualTo("\u20ac\ud83d\udc1a");
    assertThat(chars.slice(4, 4)).isEmpty();
    assertThat(chars.slice(5, 5)).isNull();
    assertThat(chars.slice(3, 2)).isNull();
    assertThat(chars.list()).isEqualTo(List.of(0x61, 0xe9, 0x20ac, 0x1f41a));
  }

  @Test
  void linesEndWithLineFeedAndNotWithTheText() {
    assertThat(new StringLines("").len()).isZero();
    assertThat(new StringLines("a").len()).isOne();
    assertThat(new StringLines("a\n").len()).isOne();
    assertThat(new StringLines("\n\n").list()).isEqualTo(List.of("", ""));
    assertThat(new StringLines("a\r\nb\rc\n").list()).isEqualTo(List.of("a", "b\rc"));
    assertThat(new StringLines("a\r\nb").get(0)).isEqualTo("a");
    assertThat(new StringLines("a\r\nb").get(2)).isNull();
    assertThat(new StringLines("a\n").get(1)).isNull();
  }

  @Test
  void sliceOfLinesKeepsTheirEnds() {
    StringLines lines = new StringLines("1\n2\r\n3\n4\n");
    assertThat(lines.slice(0, 2)).isEqualTo("1\n2\r\n");
    assertThat(lines.slice(1, 4)).isEqualTo("2\r\n3\n4\n");
    assertThat(lines.slice(4, 4)).isEmpty();
    assertThat(lines.slice(0, 5)).isNull();
    assertThat(lines.slice(2, 1)).isNull();
    assertThat(new StringLines("").slice(0, 1)).isEmpty();
    assertThat(new StringLines("").slice(0, 2)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "ab", "aa"})
  void joiningWhatWasSplitGivesTheText(String separator) {
    SplittableRandom random = new SplittableRandom(separator.hashCode());
    for (int i = 0; i < 500; i++) {
      String text = text(random);
      RefList parts = Splitting.split(text, separator);
      if (separator.isEmpty()) {
        assertThat(parts.join("")).isEqualTo(text);
      } else {
        assertThat(parts.join(separator)).isEqualTo(text);
      }
      RefList last = Splitting.rsplitn(text, 3, separator);
      last.reverse();
      assertThat(last.join(separator)).isEqualTo(text);
      assertThat(Splitting.splitn(text, 3, separator).join(separator)).isEqualTo(text);
    }
  }

  @RepeatedTest(5)
  void viewsAgreeWithJava(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 200; i++) {
      String text = text(random);
      assertThat(new StringBytes(text).len())
          .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
      assertThat(Texts.fromChars(new StringChars(text).list())).isEqualTo(text);
      long at = random.nextLong(text.length() + 1);
      assertThat(new StringChars(text).slice(0, new StringChars(text).len())).isEqualTo(text);
      String front = new StringChars(text).slice(0, at);
      assertThat(front == null || text.startsWith(front)).isTrue();
    }
  }

  @Test
  void aBufferIsSharedUntilItIsFrozen() {
    TextBuffer buffer = TextBuffer.from("a");
    buffer.pushChar(0x1f41a);
    buffer.pushString("b");
    assertThat(buffer.asString()).isEqualTo("a\ud83d\udc1ab");
    assertThat(buffer.len()).isEqualTo(3);
    assertThat(buffer).isEqualTo(TextBuffer.from("a\ud83d\udc1ab"));
    buffer.freeze();
    assertThatExceptionOfType(ScriptException.class)
        .isThrownBy(() -> buffer.pushChar('x'))
        .matches(e -> e.fault() == Fault.FROZEN);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint("ab-\u00e9\u20ac".codePointAt(random.nextInt(5)));
      if (random.nextInt(6) == 0) {
        text.appendCodePoint(0x1f41a);
      }
    }
    return text.toString();
  }
}
