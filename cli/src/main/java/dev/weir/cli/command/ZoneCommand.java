package dev.weir.cli.command;

import picocli.CommandLine.Command;

/// `weir zone`: looks at zone files without keys; its verbs do the work.
@Command(
    name = "zone",
    description = "Checks, prints, digests and compares zone files.",
    subcommands = {
      ZoneCheckCommand.class,
      ZonePrintCommand.class,
      ZoneDiffCommand.class,
      ZoneDigestCommand.class
    },
    sortOptions = false)
final class ZoneCommand {
  ZoneCommand() {}
}
