package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.command.Verbs;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Screen.NONE);

  @Test
  void printsItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out()).startsWith("weir ").contains("Java 25").doesNotContain("${");
    assertThat(err()).isEmpty();
  }

  @Test
  void explainsItselfAndEveryVerb() {
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("Usage: weir").contains("internal error");
    assertThat(out()).contains(Verbs.names());
    for (String verb : Verbs.names()) {
      out.reset();
      assertThat(run(verb, "--help")).as(verb).isZero();
      assertThat(out()).contains("Usage: weir " + verb);
    }
  }

  @Test
  void everyNameInTheTableHasACommand() {
    for (String verb : Verbs.names()) {
      assertThat(Verbs.create(verb, console)).as(verb).isNotNull();
    }
    assertThat(Verbs.create("no-such-verb", console)).isNull();
  }

  @Test
  void withoutAVerbTheUsageGoesToStandardError() {
    assertThat(run()).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).contains("Usage: weir");
  }

  @Test
  void refusesAnUnknownVerbAndOption() {
    assertThat(run("no-such-verb")).isEqualTo(2);
    assertThat(err()).contains("no-such-verb").contains("weir --help").doesNotContain("\tat ");
    err.reset();
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(err()).contains("--no-such-option");
    assertThat(out()).isEmpty();
  }

  @Test
  void writesAShellCompletion() {
    assertThat(run("generate-completion")).isZero();
    assertThat(out()).contains("complete -F _complete_weir");
  }

  private int run(String... words) {
    return Main.run(words, console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
