package dev.weir.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The prompt on a real pseudo-terminal, which `script` of util-linux makes.
class TerminalTest {
  private static final long PATIENCE_SECONDS = 30;

  @TempDir private Path directory;

  private Process process;
  private Thread pump;
  private final StringBuilder screen = new StringBuilder();

  @AfterEach
  void end() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void aPersonTalksToThePrompt() throws Exception {
    start();
    await("roto> ");
    type("1 + 2\r");
    await("3: i32");

    type("fn f(a: i32) -> i32 {\r");
    await("... ");
    type("a * 2 }\r");
    await("defined f");
    type("f(21)\r");
    await("42: i32");

    type("\"abc\".starts_\t");
    await("starts_with");
    type("\u0003"); // clears the line
    await("roto> ");

    type("print(\"go\" + \"ing\"); while true {}\r");
    await("going");
    type("\u0003"); // stops the script
    await("stopped");
    type("f(4)\r"); // the session is still there
    await("8: i32");

    await("roto> ");
    type("\u0010"); // Ctrl-P: the last line again
    await("f(4)");
    type("\r");
    await("8: i32");
    type("nonsense\r");
    await("^^^^^^^^");
    await("roto> ");
    type("\u0004");
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();

    Path history = directory.resolve("weir/repl_history");
    assertThat(Files.readString(history)).contains("f(21)").contains("nonsense");
  }

  private void start() throws IOException {
    assumeThat(hasScript()).as("`script` of util-linux makes the terminal").isTrue();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // Without exec a shell between the terminal and the program also dies of Ctrl-C.
    String command =
        "exec "
            + java
            + " --enable-native-access=ALL-UNNAMED -Dweir.tty=12 -cp '"
            + System.getProperty("java.class.path")
            + "' dev.weir.cli.Main repl";
    ProcessBuilder builder = new ProcessBuilder("script", "-qefc", command, "/dev/null");
    builder.environment().put("XDG_STATE_HOME", directory.toString());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("NO_COLOR", "1");
    process = builder.redirectErrorStream(true).start();
    pump = Thread.ofPlatform().daemon().start(this::pump);
  }

  private static boolean hasScript() {
    try {
      Process version = new ProcessBuilder("script", "--version").start();
      return new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .contains("util-linux");
    } catch (IOException missing) {
      return false;
    }
  }

  private void pump() {
    byte[] buffer = new byte[4096];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (screen) {
          screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          screen.notifyAll();
        }
      }
    } catch (IOException ended) {
      return;
    }
  }

  private void type(String keys) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write(keys.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Waits until a text is on the screen, and forgets all up to its end.
  private void await(String text) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    synchronized (screen) {
      int found = screen.indexOf(text);
      while (found < 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        assertThat(left).as("no <" + text + "> in <" + screen + ">").isPositive();
        screen.wait(left);
        found = screen.indexOf(text);
      }
      screen.delete(0, found + text.length());
    }
  }
}
