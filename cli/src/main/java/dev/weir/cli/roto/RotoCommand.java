package dev.weir.cli.roto;

import picocli.CommandLine.Command;

/// `weir roto`: works with scripts of the policy language; its verbs do the work.
@Command(
    name = "roto",
    description = "Checks, tests, runs, formats and documents Roto scripts.",
    subcommands = {
      CheckCommand.class,
      TestCommand.class,
      RunCommand.class,
      FormatCommand.class,
      AstCommand.class,
      DocCommand.class
    },
    sortOptions = false)
public final class RotoCommand {
  /// Makes the command; picocli makes its verbs.
  public RotoCommand() {}
}
