package dev.weir.cli.roto;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.FunctionInfo;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.ValuePrinter;
import dev.weir.roto.library.Library;
import dev.weir.roto.run.Limits;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.store.Sources.Reading;
import dev.weir.roto.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir roto run`: calls a function of a script and prints what it gives.
@Command(
    name = "run",
    description = {
      "Calls a function of a script and prints its result, if that is not ().",
      "Ends with 0, with 1 if the script has errors or is stopped, 2 if it cannot be read or has no"
          + " such function."
    },
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ScriptInput input = new ScriptInput();

  @Mixin private LibraryOption library = new LibraryOption();

  @Option(
      names = "--fuel",
      paramLabel = "N",
      description = "How many loop turns and calls it may take (default: ${DEFAULT-VALUE}).")
  private long fuel = Limits.USUAL.fuel();

  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "A script or package directory; - for standard input.")
  private String path = "-";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FUNCTION",
      defaultValue = "main",
      description = "The function (default: ${DEFAULT-VALUE}).")
  private String function = "main";

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description =
          "Values of its parameters, as a script writes them; a String may stand without quotes."
              + " Put -- before a negative number.")
  private List<String> arguments = new ArrayList<>();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ScriptFailure.requireFuel(fuel);
    Runtime runtime = library.runtime(console);
    DiagnosticOutput output = input.output(console);
    Reading reading = ScriptInput.read(path, console);
    List<Diagnostic> found = reading.diagnostics();
    if (reading.tree() != null) {
      Compilation compilation = runtime.compile(reading.tree());
      if (compilation instanceof Compilation.Compiled(var compiled, var warnings)) {
        output.print(warnings);
        return run(compiled, find(compiled), runtime).code();
      }
      found = compilation.diagnostics();
    }
    output.print(found);
    output.verdict(path, found, false);
    return ScriptInput.exit(found).code();
  }

  private FunctionInfo find(CompiledPackage compiled) {
    String name = function.startsWith("pkg.") ? function.substring(4) : function;
    List<FunctionInfo> functions = compiled.functions();
    for (FunctionInfo info : functions) {
      if (info.path().equals(name)) {
        return info;
      }
    }
    String there =
        functions.isEmpty()
            ? "it has none"
            : "it has " + String.join(", ", functions.stream().map(FunctionInfo::path).toList());
    throw CommandFailure.unusable(path + " has no function `" + name + "`; " + there);
  }

  private ExitCode run(CompiledPackage compiled, FunctionInfo info, Runtime runtime) {
    List<Type.Field> parameters = info.parameters();
    if (parameters.size() != arguments.size()) {
      throw CommandFailure.unusable(
          "`"
              + info.signature()
              + "` takes "
              + (parameters.isEmpty() ? "no" : parameters.size())
              + (parameters.size() == 1 ? " argument" : " arguments")
              + ", not "
              + arguments.size());
    }
    @Nullable Object[] values = new @Nullable Object[arguments.size()];
    ArgumentReader reader = new ArgumentReader(runtime);
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.read(parameters.get(i), arguments.get(i));
    }
    try {
      Object result = compiled.call(info.path(), Limits.USUAL.fuel(fuel), null, values);
      print(runtime.library(), info, result);
      return ExitCode.OK;
    } catch (ScriptException stopped) {
      console.out().flush();
      if (input.json()) {
        Json out = new Json(console.out()).object().field("type", "stopped");
        ScriptFailure.members(stopped, out);
        out.end().newline();
      } else {
        ScriptFailure.print(stopped, console);
      }
      return ExitCode.FINDINGS;
    }
  }

  private void print(Library library, FunctionInfo info, @Nullable Object result) {
    String text = ValuePrinter.print(library, info.result(), result);
    if (input.json()) {
      new Json(console.out())
          .object()
          .field("type", "result")
          .field("function", info.path())
          .field("resultType", info.result().toString())
          .field("value", text)
          .end()
          .newline();
    } else if (info.result() != Type.Scalar.UNIT) {
      console.out().println(text);
    }
  }
}
