package dev.weir.cli.roto;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.store.Sources.Reading;
import dev.weir.roto.syntax.AstPrinter;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `weir roto ast`: prints what the parser makes of scripts; names and types are not looked at.
@Command(
    name = "ast",
    description = {
      "Prints the syntax tree of scripts.",
      "Ends with 0 if all parse, 1 if one has syntax errors, 2 if one cannot be read."
    },
    sortOptions = false)
final class AstCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScriptInput input = new ScriptInput();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scripts or package directories; - for standard input.")
  private List<String> paths = new ArrayList<>();

  AstCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int worst = ExitCode.OK.code();
    for (String path : paths) {
      worst = Math.max(worst, print(path).code());
    }
    return worst;
  }

  private ExitCode print(String path) throws IOException {
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    if (reading.tree() == null) {
      output.print(reading.diagnostics());
      output.verdict(path, reading.diagnostics(), false);
      return ScriptInput.exit(reading.diagnostics());
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Module module : reading.tree().modules()) {
      Parsed parsed = Parser.parse(module.source());
      found.addAll(parsed.diagnostics());
      if (DiagnosticOutput.count(parsed.diagnostics(), Severity.ERROR) == 0) {
        tree(module, AstPrinter.print(parsed.file()));
      }
    }
    output.print(found);
    if (DiagnosticOutput.count(found, Severity.ERROR) == 0) {
      return ExitCode.OK;
    }
    output.verdict(path, found, false);
    return ExitCode.FINDINGS;
  }

  private void tree(Module module, String text) {
    if (input.json()) {
      new Json(console.out())
          .object()
          .field("type", "tree")
          .field("file", module.source().name())
          .field("module", module.path())
          .field("tree", text)
          .end()
          .newline();
    } else {
      console.out().println(text.stripTrailing());
    }
  }
}
