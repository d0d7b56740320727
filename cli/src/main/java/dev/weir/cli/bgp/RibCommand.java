package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir rib`: the routing table; its verbs do the work.
@Command(
    name = "rib",
    description = "Loads archives into a routing table and asks it.",
    subcommands = {RibLoadCommand.class},
    sortOptions = false)
public final class RibCommand {
  /// Makes the command; picocli makes its verbs.
  public RibCommand() {}
}
