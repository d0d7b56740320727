package dev.weir.cli.bgp;

import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.bgp.rpki.VrpChanges;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir rpki diff`: by what two publications of a validator differ.
@Command(
    name = "diff",
    description = {
      "Prints the VRPs, ASPAs and router keys by which two publications of a validator differ, -"
          + " for those that go and + for those that come.",
      "Ends with 0 if there is no difference, and 1 if there is."
    },
    sortOptions = false)
final class RpkiDiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", description = "The older publication.")
  private Path older = Path.of("-");

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer publication.")
  private Path newer = Path.of("-");

  @Option(
      names = "--touched",
      description = "Print the blocks instead in which routes may have a new verdict.")
  private boolean touched;

  RpkiDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ValidatedPayloads before = RpkiInput.payloads(older);
    ValidatedPayloads after = RpkiInput.payloads(newer);
    VrpChanges changes = before.vrps().changesTo(after.vrps());
    if (touched) {
      changes.touched().forEach(block -> console.out().append(block + "\n"));
    } else {
      print(changes.withdrawn(), changes.announced());
      print(
          without(before.aspas().list(), after.aspas().list()),
          without(after.aspas().list(), before.aspas().list()));
      print(
          without(before.routerKeys(), after.routerKeys()),
          without(after.routerKeys(), before.routerKeys()));
    }
    console.out().flush();
    boolean same =
        changes.isEmpty()
            && before.aspas().equals(after.aspas())
            && before.routerKeys().equals(after.routerKeys());
    return (same ? ExitCode.OK : ExitCode.FINDINGS).code();
  }

  private static <T> List<T> without(List<T> all, List<T> others) {
    List<T> rest = new ArrayList<>(all);
    rest.removeAll(Set.copyOf(others));
    return rest;
  }

  private void print(List<?> gone, List<?> come) {
    gone.forEach(one -> console.out().append(console.paint(Colour.RED, "- " + one) + "\n"));
    come.forEach(one -> console.out().append(console.paint(Colour.GREEN, "+ " + one) + "\n"));
  }
}
