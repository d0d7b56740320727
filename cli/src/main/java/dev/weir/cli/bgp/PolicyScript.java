package dev.weir.cli.bgp;

import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.OnFault;
import dev.weir.bgp.filter.Policy;
import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.bgp.filter.RouteFilter;
import dev.weir.bgp.filter.Rpki;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.LookupException;
import dev.weir.roto.run.ScriptException;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.DiagnosticPrinter;
import dev.weir.roto.store.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A policy named on a command line: `SCRIPT` or `SCRIPT:NAME`, compiled. Without a name it is the
/// filter `rib_in_pre`, or the only one that the script has for routes.
///
/// @param policy the compiled script
/// @param name of the filter
/// @param globals what comes with its calls: lists that the script filled, metrics, an output that
///   is dropped
record PolicyScript(Policy policy, String name, Globals globals) {
  private static final String HOOK = "rib_in_pre";
  private static final Pattern NAMED = Pattern.compile("(.+):([A-Za-z_][A-Za-z0-9_.]*)");

  /// Reads and compiles a script that asks nothing of the RPKI, see below.
  static PolicyScript read(String argument, PolicyRuntime runtime, Console console) {
    return read(argument, runtime, Rpki.NONE, console);
  }

  /// Reads and compiles a script.
  ///
  /// @throws CommandFailure if it cannot be read, does not compile, or has no such filter; what is
  ///   wrong with its text has been printed
  static PolicyScript read(String argument, PolicyRuntime runtime, Rpki rpki, Console console) {
    String path = argument;
    String wanted = "";
    Matcher named = NAMED.matcher(argument);
    if (named.matches() && !Files.exists(Path.of(argument))) {
      path = named.group(1);
      wanted = named.group(2);
    }
    Policy policy = compile(path, runtime, console);
    Globals globals = Globals.silent().withRpki(rpki);
    try {
      policy.fillLists(globals);
    } catch (ScriptException stopped) {
      throw CommandFailure.unusable("compile_lists was stopped: " + stopped.getMessage());
    }
    String name = wanted.isEmpty() ? preferred(policy, path) : wanted;
    PolicyScript script = new PolicyScript(policy, name, globals);
    try {
      script.filter(OnFault.reject(_ -> {}));
    } catch (LookupException | IllegalArgumentException unfit) {
      throw CommandFailure.unusable(path + ": " + unfit.getMessage());
    }
    return script;
  }

  /// The payloads of the RPKI that the options name; none if they name none.
  static Rpki rpki(RpkiOptions options) throws IOException {
    if (options.isEmpty()) {
      return Rpki.NONE;
    }
    ValidatedPayloads payloads = options.payloads();
    return Rpki.of(payloads.vrps(), payloads.aspas());
  }

  private static String preferred(Policy policy, String path) {
    return policy
        .preferred(HOOK)
        .orElseThrow(() ->
            CommandFailure.unusable(
                path
                    + ": has no filter rib_in_pre, and not exactly one filter of routes; say"
                    + " which: "
                    + path
                    + ":NAME"));
  }

  private static Policy compile(String path, PolicyRuntime runtime, Console console) {
    Sources.Reading reading = Sources.read(Path.of(path));
    if (reading.tree() == null) {
      print(reading.diagnostics(), console);
      throw CommandFailure.unusable(path + ": cannot be read");
    }
    return switch (runtime.compile(reading.tree())) {
      case Compilation.Compiled compiled -> {
        print(compiled.warnings(), console);
        yield Policy.of(compiled.result());
      }
      case Compilation.Rejected(List<Diagnostic> found) -> {
        print(found, console);
        throw CommandFailure.unusable(path + ": does not compile");
      }
    };
  }

  private static void print(List<Diagnostic> found, Console console) {
    for (Diagnostic one : found) {
      String text = DiagnosticPrinter.render(one, console.screen().colourErr());
      console.err().println(text.strip());
      console.err().println();
    }
  }

  /// The filter, for one thread.
  RouteFilter filter(OnFault onFault) {
    return policy.routeFilter(name, globals, onFault);
  }
}
