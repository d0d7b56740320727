package dev.weir.cli;

import dev.weir.cli.render.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command without a verb: prints the version, or says which verbs there are.
@Command(
    name = "weir",
    description = "Signs and verifies DNS zones; checks and runs Roto policies.",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n")
final class Weir implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      description = "Print the version.")
  private boolean version;

  Weir(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (version) {
      console.out().println(Version.line());
      return 0;
    }
    spec.commandLine().usage(console.err());
    return 2;
  }
}
