package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir mrt`: works with archives of routes and BGP messages; its verbs do the work.
@Command(
    name = "mrt",
    description = "Prints, counts, filters, compares and writes MRT archives.",
    subcommands = {
      CatCommand.class,
      FilterCommand.class,
      MrtStatCommand.class,
      MrtDiffCommand.class,
      MrtWriteCommand.class
    },
    sortOptions = false)
public final class MrtCommand {
  /// Makes the command; picocli makes its verbs.
  public MrtCommand() {}
}
