package dev.weir.cli.roto;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.store.Sources.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir roto check`: says whether scripts compile.
@Command(
    name = "check",
    description = {
      "Compiles scripts without running them; a line for each.",
      "Ends with 0 if all are right, 1 if one has errors, 2 if one cannot be read."
    },
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScriptInput input = new ScriptInput();

  @Mixin private LibraryOption library = new LibraryOption();

  @Option(names = "--deny-warnings", description = "Take a warning for an error.")
  private boolean denyWarnings;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scripts or package directories; - for standard input.")
  private List<String> paths = new ArrayList<>();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Runtime runtime = library.runtime(console);
    int worst = ExitCode.OK.code();
    for (String path : paths) {
      worst = Math.max(worst, check(path, runtime).code());
    }
    return worst;
  }

  private ExitCode check(String path, Runtime runtime) throws IOException {
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    List<Diagnostic> found = reading.diagnostics();
    boolean good = false;
    if (reading.tree() != null) {
      Compilation compilation = runtime.compile(reading.tree());
      found = compilation.diagnostics();
      good = compilation instanceof Compilation.Compiled && !(denyWarnings && !found.isEmpty());
    }
    output.print(found);
    output.verdict(path, found, good);
    return good ? ExitCode.OK : ScriptInput.exit(found);
  }
}
