package dev.weir.cli.repl;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.roto.HostLibrary;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.tool.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// The prompt on a terminal: reads a whole input with the line editor, has it answered, and so on.
///
/// An input runs on this thread; Ctrl-C comes on another, and interrupts it. The runtime of the
/// language looks at the interruption every so many steps.
final class Screenplay implements AutoCloseable {
  private static final String PROMPT = "roto> ";
  private static final String MORE = "  ... ";
  private static final Size USUAL_SIZE = Size.of(80, 24);
  private static final int HISTORY_SIZE = 10_000;

  private final Terminal terminal;
  private final LineReader reader;
  private final Dialogue dialogue;

  Screenplay(@Nullable Path history, Console console) throws IOException {
    terminal = TerminalBuilder.builder().system(true).build();
    if (terminal.getSize().getColumns() == 0) {
      terminal.setSize(USUAL_SIZE); // a terminal that nobody has measured
    }
    Runtime runtime = HostLibrary.runtime(this::print);
    dialogue =
        new Dialogue(
            new Session(runtime, System::nanoTime),
            this::print,
            this::print,
            console.screen().colourOut());
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("weir")
            .parser(new InputParser())
            .completer(new InputCompleter(dialogue))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            .variable(LineReader.HISTORY_SIZE, HISTORY_SIZE)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false);
    if (console.screen().colourOut()) {
      builder.highlighter(new InputHighlighter());
    }
    if (history != null && prepare(history)) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    reader = builder.build();
  }

  private static boolean prepare(Path history) {
    try {
      Files.createDirectories(history.toAbsolutePath().getParent());
      return true;
    } catch (IOException _) {
      return false; // a prompt without a history is better than none
    }
  }

  private void print(String text) {
    terminal.writer().println(text);
    terminal.writer().flush();
  }

  /// Talks until the end of the input.
  int run(List<String> paths) {
    print("Roto, the policy language of Weir. :help explains, Ctrl-D ends.");
    for (String path : paths) {
      dialogue.answer(":load " + path);
    }
    // Between a line and its answer there is nothing to stop, and Ctrl-C must not end the program.
    terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
    while (!dialogue.isOver()) {
      try {
        answer(reader.readLine(PROMPT));
      } catch (UserInterruptException _) {
        terminal.flush(); // and the line is cleared
      } catch (EndOfFileException _) {
        break;
      }
    }
    return ExitCode.OK.code();
  }

  private void answer(String input) {
    Thread self = Thread.currentThread();
    SignalHandler before = terminal.handle(Signal.INT, _ -> self.interrupt());
    try {
      dialogue.answer(input);
    } finally {
      terminal.handle(Signal.INT, before);
      boolean _ = Thread.interrupted();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
