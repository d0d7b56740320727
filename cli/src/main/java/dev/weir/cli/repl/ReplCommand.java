package dev.weir.cli.repl;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.roto.HostLibrary;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.tool.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir repl`: takes expressions, statements and items at a prompt.
@Command(
    name = "repl",
    description = {
      "A prompt for Roto: expressions, statements, items. :help explains it.",
      "Without a terminal it reads standard input, prints values only, and ends with 1 if an input"
          + " failed."
    },
    sortOptions = false)
public final class ReplCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--no-history", description = "Neither read nor write the history file.")
  private boolean noHistory;

  @Option(names = "--plain", description = "No line editor, even on a terminal.")
  private boolean plain;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Scripts or package directories to load first.")
  private List<String> paths = new ArrayList<>();

  /// Makes the command.
  public ReplCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    // Standard input is asked last: only a person who looks at the output can be at a terminal.
    java.io.Console terminal = console.screen().outTerminal() ? System.console() : null;
    if (plain || terminal == null || !terminal.isTerminal()) {
      return piped();
    }
    try (Screenplay screenplay = new Screenplay(noHistory ? null : historyFile(), console)) {
      return screenplay.run(paths);
    }
  }

  private int piped() throws IOException {
    Runtime runtime = HostLibrary.runtime(console.out()::println);
    Dialogue dialogue =
        new Dialogue(
            new Session(runtime, System::nanoTime),
            console.out()::println,
            console.err()::println,
            console.screen().colourErr());
    boolean good = true;
    for (String path : paths) {
      good &= dialogue.answer(":load " + path);
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    StringBuilder input = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      input.append(input.isEmpty() ? "" : "\n").append(line);
      if (!Dialogue.isIncomplete(input.toString())) {
        good &= dialogue.answer(input.toString());
        input.setLength(0);
        console.out().flush();
        if (dialogue.isOver()) {
          break;
        }
      }
    }
    if (!input.isEmpty()) {
      good &= dialogue.answer(input.toString());
    }
    return (good ? ExitCode.OK : ExitCode.FINDINGS).code();
  }

  /// `weir/repl_history` in the directory that the XDG rules give for state.
  private static @Nullable Path historyFile() {
    String state = System.getenv("XDG_STATE_HOME");
    if (state != null && !state.isEmpty()) {
      return Path.of(state, "weir", "repl_history");
    }
    String home = System.getProperty("user.home");
    return home == null ? null : Path.of(home, ".local", "state", "weir", "repl_history");
  }
}
