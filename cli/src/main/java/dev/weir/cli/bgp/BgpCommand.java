package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir bgp`: works with BGP messages; its verbs do the work.
@Command(
    name = "bgp",
    description = "Takes BGP messages apart.",
    subcommands = {DecodeCommand.class},
    sortOptions = false)
public final class BgpCommand {
  /// Makes the command; picocli makes its verbs.
  public BgpCommand() {}
}
