package dev.weir.cli.roto;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.Severity;
import dev.weir.roto.source.SourceTree.Module;
import dev.weir.roto.store.Sources.Reading;
import dev.weir.roto.syntax.Ast;
import dev.weir.roto.syntax.Parsed;
import dev.weir.roto.syntax.Parser;
import dev.weir.roto.tool.LibraryDocs;
import dev.weir.roto.tool.ScriptDocs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir roto doc`: writes what there is to know of scripts, or of the standard library, as
/// Markdown.
@Command(
    name = "doc",
    description = {
      "Writes Markdown: the items of scripts with their doc comments, or the standard library.",
      "Ends with 0, with 1 if a script has syntax errors, 2 if one cannot be read."
    },
    sortOptions = false)
final class DocCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScriptInput input = new ScriptInput();

  @Mixin private LibraryOption host = new LibraryOption();

  @Option(names = "--library", description = "Document the standard library, and what --with adds.")
  private boolean library;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Scripts or package directories; - for standard input.")
  private List<String> paths = new ArrayList<>();

  DocCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!library && paths.isEmpty()) {
      throw CommandFailure.unusable("give a PATH, or --library for the standard library");
    }
    if (library) {
      write("<library>", LibraryDocs.markdown(host.runtime(console).library()));
    }
    int worst = ExitCode.OK.code();
    for (String path : paths) {
      worst = Math.max(worst, document(path).code());
    }
    return worst;
  }

  private ExitCode document(String path) throws IOException {
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    if (reading.tree() == null) {
      output.print(reading.diagnostics());
      output.verdict(path, reading.diagnostics(), false);
      return ScriptInput.exit(reading.diagnostics());
    }
    List<Diagnostic> found = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Module module : reading.tree().modules()) {
      Parsed parsed = Parser.parse(module.source());
      Ast.File file = parsed.file();
      found.addAll(parsed.diagnostics());
      text.append(text.isEmpty() ? "" : "\n").append(ScriptDocs.markdown(module.path(), file));
    }
    if (DiagnosticOutput.count(found, Severity.ERROR) > 0) {
      output.print(found);
      output.verdict(path, found, false);
      return ExitCode.FINDINGS;
    }
    write(path, text.toString());
    return ExitCode.OK;
  }

  private void write(String path, String markdown) {
    if (input.json()) {
      new Json(console.out())
          .object()
          .field("type", "doc")
          .field("path", path)
          .field("markdown", markdown)
          .end()
          .newline();
    } else {
      console.out().print(markdown);
    }
  }
}
