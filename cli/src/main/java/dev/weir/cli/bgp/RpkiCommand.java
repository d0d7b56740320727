package dev.weir.cli.bgp;

import picocli.CommandLine.Command;

/// `weir rpki`: what the resource PKI says of routes; its verbs do the work.
@Command(
    name = "rpki",
    description = "Judges origins and paths of routes, and compares validated payloads.",
    subcommands = {RpkiValidateCommand.class, RpkiDiffCommand.class},
    sortOptions = false)
public final class RpkiCommand {
  /// Makes the command; picocli makes its verbs.
  public RpkiCommand() {}
}
