package dev.weir.cli.roto;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.store.Sources;
import dev.weir.roto.store.Sources.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that every verb has, and how scripts come in: a file, a directory that is a package,
/// or `-` for standard input.
final class ScriptInput {
  @Option(names = "--json", description = "Print a JSON object for each finding and result.")
  private boolean json;

  /// Whether a program reads what is printed.
  boolean json() {
    return json;
  }

  /// What diagnostics are printed with.
  DiagnosticOutput output(Console console) {
    return new DiagnosticOutput(console, json);
  }

  /// Reads the texts of a package.
  ///
  /// @throws IOException if standard input cannot be read; of files that is a diagnostic
  static Reading read(String path, Console console) throws IOException {
    return path.equals("-")
        ? Sources.decode("<stdin>", console.in().readAllBytes())
        : Sources.read(Path.of(path));
  }

  /// How a command ends because of these: [ExitCode#UNUSABLE] if something could not be read.
  static ExitCode exit(List<Diagnostic> errors) {
    return errors.stream().anyMatch(one -> one.code() == Code.UNREADABLE)
        ? ExitCode.UNUSABLE
        : ExitCode.FINDINGS;
  }
}
