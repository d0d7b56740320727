package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir policy`: tries policies on archives; its verbs do the work.
@Command(
    name = "policy",
    description = "Tries policies on archives of routes: what a change would do, and why.",
    subcommands = {PolicyDiffCommand.class, PolicyExplainCommand.class},
    sortOptions = false)
public final class PolicyCommand {
  /// Makes the command; picocli makes its verbs.
  public PolicyCommand() {}
}
