package dev.weir.cli.roto;

import dev.weir.cli.render.Console;
import dev.weir.roto.host.Runtime;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Option;

/// The option that gives scripts more than the standard library. Without it the types of zones and
/// routes are not there, so that a script may use their names for its own.
final class LibraryOption {
  @Option(
      names = "--with",
      paramLabel = "LIBRARY",
      split = ",",
      description = "Add the types of: ${COMPLETION-CANDIDATES}.")
  private Set<HostLibrary> libraries = EnumSet.noneOf(HostLibrary.class);

  /// The runtime that was asked for: the standard library, `print`, and what was added.
  Runtime runtime(Console console) {
    return HostLibrary.runtime(libraries, console.out()::println);
  }
}
