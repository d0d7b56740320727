package dev.weir.cli.roto;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.Source;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.store.Sources.Reading;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tool.Formatter;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir roto fmt`: brings scripts into the one form.
///
/// A file is replaced as a whole, by a move, or not at all; a file with syntax errors stays as it
/// is. Standard input is written to standard output.
@Command(
    name = "fmt",
    description = {
      "Formats scripts in place, or - from standard input to standard output.",
      "Ends with 0, with 1 if one has syntax errors or, with --check, is not formatted, 2 if one"
          + " cannot be read."
    },
    sortOptions = false)
final class FormatCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScriptInput input = new ScriptInput();

  @Option(names = "--check", description = "Change nothing; say which files are not formatted.")
  private boolean check;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scripts or package directories; - for standard input.")
  private List<String> paths = new ArrayList<>();

  FormatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int worst = ExitCode.OK.code();
    for (String path : paths) {
      worst = Math.max(worst, format(path).code());
    }
    return worst;
  }

  private ExitCode format(String path) throws IOException {
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    if (reading.tree() == null) {
      output.print(reading.diagnostics());
      output.verdict(path, reading.diagnostics(), false);
      return ScriptInput.exit(reading.diagnostics());
    }
    ExitCode exit = ExitCode.OK;
    for (Module module : reading.tree().modules()) {
      if (isFile(module) && format(module.source(), path.equals("-"), output) != ExitCode.OK) {
        exit = ExitCode.FINDINGS;
      }
    }
    return exit;
  }

  /// A directory without a text of its own is a module with an empty text.
  private static boolean isFile(Module module) {
    return !module.source().text().isEmpty();
  }

  private ExitCode format(Source source, boolean stream, DiagnosticOutput output)
      throws IOException {
    Parsed parsed = Parser.parse(source);
    List<Diagnostic> found = parsed.diagnostics();
    if (DiagnosticOutput.count(found, Severity.ERROR) > 0) {
      output.print(found);
      output.verdict(source.name(), found, false);
      return ExitCode.FINDINGS;
    }
    String formatted = Formatter.format(source).orElse(source.text());
    boolean same = formatted.equals(source.text());
    if (stream && !check) {
      console.out().print(formatted);
      return ExitCode.OK;
    }
    if (!same && !check) {
      replace(Path.of(source.name()), formatted);
    }
    if (input.json()) {
      new Json(console.out())
          .object()
          .field("type", "format")
          .field("file", source.name())
          .field("formatted", same)
          .field("changed", !same && !check)
          .end()
          .newline();
    } else if (!same) {
      console.out().println(source.name() + ": " + (check ? "not formatted" : "formatted"));
    }
    return same || !check ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static void replace(Path file, String text) throws IOException {
    Path target = file.toRealPath();
    Path fresh = target.resolveSibling("." + target.getFileName() + ".weir-fmt");
    try {
      Files.copy(
          target, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.writeString(fresh, text);
      move(fresh, target);
    } catch (IOException failed) {
      Files.deleteIfExists(fresh);
      throw CommandFailure.unwritable(
          "cannot write " + file + ": " + failed.getMessage() + "; it is unchanged");
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
