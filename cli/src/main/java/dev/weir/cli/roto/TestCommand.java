package dev.weir.cli.roto;

import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.ScriptTest;
import dev.weir.roto.run.Limits;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.store.Sources.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir roto test`: runs the `test` items of scripts.
@Command(
    name = "test",
    description = {
      "Runs the tests of scripts; a line for each.",
      "Ends with 0 if all accept, 1 if one does not or a script has errors, 2 if one cannot be"
          + " read."
    },
    sortOptions = false)
final class TestCommand implements Callable<Integer> {
  private final Console console;
  private int passed;
  private int failed;
  private int broken;

  @Mixin private ScriptInput input = new ScriptInput();

  @Mixin private LibraryOption library = new LibraryOption();

  @Option(
      names = "--fuel",
      paramLabel = "N",
      description = "How many loop turns and calls a test may take (default: ${DEFAULT-VALUE}).")
  private long fuel = Limits.USUAL.fuel();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Run only tests whose name contains this.")
  private String filter = "";

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Scripts or package directories; - for standard input.")
  private List<String> paths = new ArrayList<>();

  TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ScriptFailure.requireFuel(fuel);
    Runtime runtime = library.runtime(console);
    int worst = ExitCode.OK.code();
    for (String path : paths) {
      worst = Math.max(worst, test(path, runtime).code());
    }
    summarise();
    return worst;
  }

  private ExitCode test(String path, Runtime runtime) throws IOException {
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    List<Diagnostic> found = reading.diagnostics();
    if (reading.tree() != null) {
      Compilation compilation = runtime.compile(reading.tree());
      if (compilation instanceof Compilation.Compiled(var compiled, var warnings)) {
        output.print(warnings);
        if (compiled.tests().isEmpty() && !input.json()) {
          console.out().println(path + ": no tests");
        }
        int before = failed;
        for (ScriptTest test : compiled.tests()) {
          if (test.path().contains(filter)) {
            run(path, test);
          }
        }
        return failed == before ? ExitCode.OK : ExitCode.FINDINGS;
      }
      found = compilation.diagnostics();
    }
    broken++;
    output.print(found);
    output.verdict(path, found, false);
    return ScriptInput.exit(found);
  }

  private void run(String path, ScriptTest test) {
    long start = System.nanoTime();
    Outcome outcome = test.run(Limits.USUAL.fuel(fuel), null);
    long micros = (System.nanoTime() - start) / 1000;
    if (outcome instanceof Outcome.Passed) {
      passed++;
    } else {
      failed++;
    }
    if (input.json()) {
      json(path, test, outcome, micros);
    } else {
      text(test, outcome, micros);
    }
  }

  private void text(ScriptTest test, Outcome outcome, long micros) {
    String verdict =
        switch (outcome) {
          case Outcome.Passed _ -> console.paint(Colour.GREEN, "pass");
          case Outcome.Rejected _ -> console.paint(Colour.RED, "FAIL");
          case Outcome.Faulted _ -> console.paint(Colour.RED, "STOP");
        };
    String time = String.format(Locale.ROOT, "%.3f ms", micros / 1000.0);
    console.out().println(verdict + " " + test.path() + "  " + console.paint(Colour.FAINT, time));
    if (outcome instanceof Outcome.Faulted(var reason)) {
      console.out().flush();
      ScriptFailure.print(reason, console);
    }
  }

  private void json(String path, ScriptTest test, Outcome outcome, long micros) {
    Json out = new Json(console.out());
    out.object().field("type", "test").field("path", path).field("name", test.path());
    out.field(
        "verdict",
        switch (outcome) {
          case Outcome.Passed _ -> "pass";
          case Outcome.Rejected _ -> "fail";
          case Outcome.Faulted _ -> "stop";
        });
    out.field("milliseconds", micros / 1000.0);
    DiagnosticOutput.place(out, test.source(), test.span());
    if (outcome instanceof Outcome.Faulted(var reason)) {
      ScriptFailure.members(reason, out);
    }
    out.end().newline();
  }

  private void summarise() {
    if (input.json()) {
      new Json(console.out())
          .object()
          .field("type", "sum")
          .field("passed", passed)
          .field("failed", failed)
          .field("broken", broken)
          .end()
          .newline();
      return;
    }
    StringBuilder line = new StringBuilder();
    line.append(passed + failed).append(passed + failed == 1 ? " test: " : " tests: ");
    line.append(passed).append(" passed, ").append(failed).append(" failed");
    if (broken > 0) {
      line.append(", ").append(broken).append(broken == 1 ? " script" : " scripts");
      line.append(" with errors");
    }
    boolean good = failed == 0 && broken == 0;
    console.out().println(console.paint(good ? Colour.GREEN : Colour.RED, line.toString()));
  }
}
