package dev.weir.cli.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class EndingTest {

  @Test
  void keepsTheSentenceOfAVerb() {
    Ending ending = Ending.of(CommandFailure.findings("example.zone: no SOA"));
    assertThat(ending).isEqualTo(new Ending(ExitCode.FINDINGS, "example.zone: no SOA"));
    assertThat(Ending.of(CommandFailure.unusable("x")).exit()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(Ending.of(CommandFailure.unwritable("x")).exit()).isEqualTo(ExitCode.UNWRITABLE);
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    assertThat(Ending.of(new NoSuchFileException("a.zone")))
        .isEqualTo(new Ending(ExitCode.UNUSABLE, "a.zone: no such file or directory"));
    assertThat(Ending.of(new AccessDeniedException("a.zone")))
        .isEqualTo(new Ending(ExitCode.UNUSABLE, "a.zone: permission denied"));
    assertThat(Ending.of(new MalformedInputException(1)).sentence()).contains("UTF-8");
    assertThat(Ending.of(new FileSystemException("a", null, "Is a directory")).sentence())
        .isEqualTo("a: Is a directory");
  }

  @Test
  void looksThroughWrappers() {
    IOException inner = new NoSuchFileException("a.zone");
    Exception wrapped =
        new CompletionException(new ExecutionException(new UncheckedIOException(inner)));
    assertThat(Ending.of(wrapped).exit()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void knowsAFullDiskFromAnInputError() {
    Ending ending = Ending.of(new IOException("No space left on device"));
    assertThat(ending.exit()).isEqualTo(ExitCode.UNWRITABLE);
    assertThat(ending.sentence()).contains("no space left");
  }

  @Test
  void saysNothingWhenTheReaderWentAway() {
    assertThat(Ending.of(new IOException("Broken pipe")))
        .isEqualTo(new Ending(ExitCode.PIPE_CLOSED, ""));
  }

  @Test
  void callsItsOwnFaultsInternal() {
    Ending ending = Ending.of(new IllegalStateException("oops"));
    assertThat(ending.exit()).isEqualTo(ExitCode.INTERNAL);
    assertThat(ending.sentence()).contains("IllegalStateException: oops").contains("WEIR_DEBUG");
    assertThat(Ending.of(new OutOfMemoryError()).sentence()).contains("WEIR_JAVA_OPTS");
  }
}
