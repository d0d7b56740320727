package dev.weir.cli;

import dev.weir.cli.render.Console;

/// The entry point of `weir`.
///
/// The version is answered before picocli is loaded: it is what scripts ask first, and the measure
/// of a start.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    Console console = Console.ofProcess();
    int code = run(args, console);
    console.out().flush();
    System.exit(code);
  }

  /// Runs one command line on a console and returns its exit code; throws nothing.
  public static int run(String[] args, Console console) {
    boolean debug = System.getenv("WEIR_DEBUG") != null;
    try {
      if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
        console.out().println(Version.line());
        return 0;
      }
      return CommandTree.run(args, console, debug);
    } catch (RuntimeException | Error thrown) {
      return CommandTree.end(console, thrown, debug);
    }
  }
}
