package dev.weir.cli.bgp;

import dev.weir.bgp.flow.ArchiveFlow;
import dev.weir.bgp.flow.Batch;
import dev.weir.bgp.flow.PrintStage;
import dev.weir.bgp.flow.RouteGate;
import dev.weir.bgp.flow.Selection;
import dev.weir.bgp.flow.Stage;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A run of archives through gate and printer to an output: the files and options that the verbs
/// have in common.
final class RouteRun {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives; - is standard input.")
  private List<Path> files = List.of();

  @Mixin private RouteSelectionOptions selection = new RouteSelectionOptions();

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "How many threads work on records (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write here; compressed if it ends in .gz, .bz2, .zst or .xz.")
  private @Nullable Path target;

  boolean hasTarget() {
    return target != null;
  }

  /// Runs the archives, and says what was damaged and what the policy did.
  ExitCode run(RouteForm form, Console console) throws IOException {
    Selection asked = selection.selection();
    filter.compile(console);
    DamageReport damages = new DamageReport(console, files);
    long records;
    try (Progress progress = Progress.start(console);
        RouteOutput output = RouteOutput.open(target, console)) {
      progress.stage("read", Archives.octets(files));
      byte[] head = form.head().getBytes(StandardCharsets.US_ASCII);
      output.write(head, 0, head.length);
      records =
          ArchiveFlow.run(
              new Archives(files, console, threads, progress),
              Math.max(threads, 1),
              () -> stage(form, asked, console),
              batch -> write(output, batch, damages));
      output.finish();
    }
    damages.finish();
    filter.summarise(console);
    return records == 0 && damages.count() > 0 ? ExitCode.UNUSABLE : ExitCode.OK;
  }

  private Stage stage(RouteForm form, Selection asked, Console console) {
    RouteCursor route = new RouteCursor();
    RouteGate gate = filter.gate(asked.gate(), console);
    return new PrintStage(route, gate, form.printer(route));
  }

  private static void write(RouteOutput output, Batch batch, DamageReport damages)
      throws IOException {
    output.write(batch.out(), 0, batch.outLength());
    damages.add(batch);
  }
}
