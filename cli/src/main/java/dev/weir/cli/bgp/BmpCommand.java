package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir bmp`: works with the BGP Monitoring Protocol; its verbs do the work.
@Command(
    name = "bmp",
    description = "Takes BGP Monitoring Protocol messages apart.",
    subcommands = {BmpDecodeCommand.class},
    sortOptions = false)
public final class BmpCommand {
  /// Makes the command; picocli makes its verbs.
  public BmpCommand() {}
}
