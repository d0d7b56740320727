package dev.weir.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The option every command has.
@Command
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this page.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;
}
