package dev.weir.bgp.octets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageSplitterTest {
  /// A message is a digit, which counts itself, and small letters.
  private static final Framing FRAMING =
      new Framing() {
        @Override
        public int measure(Octets arrived) {
          int first = arrived.isEmpty() ? 0 : arrived.u8(0) - '0';
          return arrived.isEmpty() ? MORE : first >= 1 && first <= 9 ? first : NONE;
        }

        @Override
        public int find(Octets arrived) {
          int length = measure(arrived);
          for (int i = 1; i < Math.min(length, arrived.length()); i++) {
            if (arrived.u8(i) < 'a') {
              return NONE;
            }
          }
          return length;
        }
      };

  @Test
  void handsOnMessagesInOrder() {
    assertThat(split(true, "3ab1", "2x")).isEqualTo("0:3ab 3:1 4:2x");
  }

  @Test
  void putsTogetherWhatLiesAcrossPieces() {
    assertThat(split(true, "5a", "b", "cd2", "x")).isEqualTo("0:5abcd 5:2x");
  }

  @Test
  void findsTheNextMessageBehindDamage() {
    assertThat(split(true, "3ab", "!!!", "3cd")).isEqualTo("0:3ab 3-6 6:3cd");
  }

  @Test
  void asksForEvidenceWhenItSearches() {
    assertThat(split(false, "4ab9xy3cd1")).isEqualTo("0-6 6:3cd 9:1");
  }

  @Test
  void aMessageThatNeverEndsHidesNoneBehindIt() {
    assertThat(split(false, "9ab", "c2x")).isEqualTo("0-4 4:2x");
    assertThat(split(true, "9abc")).isEqualTo("0-4");
  }

  @Test
  void aGapLosesTheMessageThatWasBegun() {
    assertThat(split(true, "2a5b", "|", "xx2y")).isEqualTo("0:2a 2-6 6:2y");
  }

  @Test
  void theCutOfThePiecesDoesNotMatter() {
    Random random = new Random(7);
    String stream = "3ab!!9abcdefgh2x??4abc!".repeat(5);
    String whole = split(true, stream);
    for (int i = 0; i < 200; i++) {
      int a = random.nextInt(stream.length());
      int b = random.nextInt(a, stream.length());
      assertThat(split(true, stream.substring(0, a), stream.substring(a, b), stream.substring(b)))
          .isEqualTo(whole);
    }
    assertThat(split(true, stream.split(""))).isEqualTo(whole);
  }

  private static String split(boolean atBoundary, String... pieces) {
    StringBuilder log = new StringBuilder();
    MessageSplitter.Sink sink =
        new MessageSplitter.Sink() {
          @Override
          public void message(long offset, Octets message) {
            say(offset + ":" + new String(message.toBytes(), StandardCharsets.US_ASCII));
          }

          @Override
          public void skipped(long offset, int octets) {
            say(offset + "-" + (offset + octets));
          }

          private void say(String word) {
            log.append(log.isEmpty() ? "" : " ").append(word);
          }
        };
    MessageSplitter splitter = new MessageSplitter(FRAMING, sink, atBoundary);
    for (String piece : pieces) {
      if (piece.equals("|")) {
        splitter.gap();
      } else {
        splitter.accept(Octets.of(piece.getBytes(StandardCharsets.US_ASCII)));
      }
    }
    splitter.finish();
    return log.toString();
  }
}
