package dev.weir.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void drawsABarAndARate() {
    assertThat(ProgressLine.of("sign", 461_000, 1_000_000, 2 * SECOND))
        .isEqualTo(
            "sign     [=========>          ]  46%  461,000 / 1,000,000  230,500/s  3 s left");
    assertThat(ProgressLine.of("sign", 10, 10, SECOND))
        .isEqualTo("sign     [====================] 100%  10 / 10  10/s");
    assertThat(ProgressLine.of("sign", 0, 10, 0))
        .isEqualTo("sign     [>                   ]   0%  0 / 10");
  }

  @Test
  void saysHowLongTheRestTakes() {
    assertThat(ProgressLine.of("read", 1, 1000, SECOND)).endsWith("  1/s  16:39 min left");
    assertThat(ProgressLine.of("read", 999, 1000, 999 * SECOND)).endsWith("  1/s  1 s left");
    assertThat(ProgressLine.of("read", 1001, 1000, SECOND)).doesNotContain("left");
    assertThat(ProgressLine.of("read", 0, 1000, SECOND)).doesNotContain("left");
  }

  @Test
  void countsWithoutATotal() {
    assertThat(ProgressLine.of("read", 1234, 0, SECOND)).isEqualTo("read     1,234  1,234/s");
  }

  @Test
  void staysWithinTheBarWhenTheTotalWasWrong() {
    assertThat(ProgressLine.of("sign", 12, 10, SECOND)).contains("100%").contains("12 / 10");
  }

  @Test
  void isSilentForShortWorkAndWithoutATerminal() {
    for (boolean terminal : new boolean[] {true, false}) {
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
      Console console =
          new Console(
              InputStream.nullInputStream(), stream, stream, new Screen(terminal, terminal, true));
      try (Progress progress = Progress.start(console)) {
        progress.stage("sign", 10);
        progress.add(10);
      }
      assertThat(err.size()).isZero();
    }
  }

  @Test
  void coloursOnlyWhatATerminalShows() {
    PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    InputStream in = InputStream.nullInputStream();
    Console plain = new Console(in, stream, stream, new Screen(false, true, true));
    Console bright = new Console(in, stream, stream, new Screen(true, true, true));
    Console noColour = new Console(in, stream, stream, new Screen(true, true, false));
    assertThat(plain.paint(Colour.RED, "x")).isEqualTo("x");
    assertThat(noColour.paint(Colour.RED, "x")).isEqualTo("x");
    assertThat(bright.paint(Colour.RED, "x")).isEqualTo("\u001b[31mx\u001b[0m");
  }
}
