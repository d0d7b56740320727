package dev.weir.cli.bgp;

import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `weir mrt filter`: an archive of those routes that pass, with what a policy changed.
@Command(
    name = "filter",
    description = {
      "Writes an archive of the routes that are selected and that a policy accepts, as it has"
          + " changed them.",
      "Records all of whose routes pass unchanged are copied octet for octet."
    },
    sortOptions = false)
final class FilterCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private RouteRun run = new RouteRun();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "mrt (default), bgpdump, json, or csv.")
  private RouteForm form = RouteForm.MRT;

  FilterCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (form == RouteForm.MRT && !run.hasTarget() && console.screen().outTerminal()) {
      throw CommandFailure.unusable("an archive is no text: say -o FILE, or --format bgpdump");
    }
    return run.run(form, console).code();
  }
}
