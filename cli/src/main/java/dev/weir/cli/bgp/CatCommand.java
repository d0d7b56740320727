package dev.weir.cli.bgp;

import dev.weir.cli.render.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `weir mrt cat`: the routes of archives, one a line.
@Command(
    name = "cat",
    description = {
      "Prints the routes of archives, one a line, as bgpdump -m does, as JSON or CSV.",
      "What is damaged is told on standard error and passed over."
    },
    sortOptions = false)
final class CatCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private RouteRun run = new RouteRun();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "bgpdump (default), json, csv, or mrt.")
  private RouteForm form = RouteForm.BGPDUMP;

  CatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return run.run(form, console).code();
  }
}
