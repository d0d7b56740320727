package dev.weir.cli.bgp;

import dev.weir.bgp.flow.ArchiveFlow;
import dev.weir.bgp.flow.RouteGate;
import dev.weir.bgp.flow.Selection;
import dev.weir.bgp.path.AttributeType;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.cli.render.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir mrt stat`: what is in archives, counted.
@Command(
    name = "stat",
    description = {
      "Counts what is in archives: records by type, routes by family, peer and length of the"
          + " prefix, attributes, and what is damaged.",
      "Attributes are counted once for each message or table entry. With conditions, a record"
          + " counts if one of its routes does."
    },
    sortOptions = false)
final class MrtStatCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives; - is standard input.")
  private List<Path> files = List.of();

  @Mixin private RouteSelectionOptions selection = new RouteSelectionOptions();

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "How many threads work on records (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  MrtStatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Selection asked = selection.selection();
    filter.compile(console);
    DamageReport damages = new DamageReport(console, files);
    Queue<MrtTally> tallies = new ConcurrentLinkedQueue<>();
    long records;
    try (Progress progress = Progress.start(console)) {
      progress.stage("read", Archives.octets(files));
      records =
          ArchiveFlow.run(
              new Archives(files, console, threads, progress),
              Math.max(threads, 1),
              () -> {
                MrtTally tally = new MrtTally(filter.gate(asked.gate(), console));
                tallies.add(tally);
                return tally;
              },
              damages::add);
    }
    damages.finish();
    filter.summarise(console);
    MrtTally sum = new MrtTally(RouteGate.OPEN);
    tallies.forEach(sum::add);
    sum.damages = damages.count();
    if (json) {
      json(sum);
    } else {
      print(sum);
    }
    console.out().flush();
    return (records == 0 && damages.count() > 0 ? ExitCode.UNUSABLE : ExitCode.OK).code();
  }

  private void print(MrtTally sum) {
    PrintStream out = console.out();
    long records = sum.records.values().stream().mapToLong(each -> each.count).sum();
    long octets = sum.records.values().stream().mapToLong(each -> each.octets).sum();
    out.printf(
        Locale.ROOT,
        "%,15d records, %,d octets, %,d damaged places%n",
        records,
        octets,
        sum.damages);
    if (sum.last >= 0) {
      String from = String.valueOf(Instant.ofEpochSecond(sum.first));
      String to = String.valueOf(Instant.ofEpochSecond(sum.last));
      out.printf(Locale.ROOT, "%15s from %s to %s (%,d s)%n", "", from, to, sum.last - sum.first);
    }
    out.printf(Locale.ROOT, "%n%15s %15s  type%n", "records", "octets");
    sum.records.forEach(
        (kind, of) -> out.printf(Locale.ROOT, "%,15d %,15d  %s%n", of.count, of.octets, kind));
    out.printf(Locale.ROOT, "%n%15s %15s %15s  family%n", "table", "announced", "withdrawn");
    sum.families.forEach((family, of) ->
        out.printf(
            Locale.ROOT, "%,15d %,15d %,15d  %s%n", of.table, of.announced, of.withdrawn, family));
    out.printf(
        Locale.ROOT, "%n%15s %15s %15s %7s  peer%n", "table", "announced", "withdrawn", "states");
    sum.peers.forEach((peer, of) ->
        out.printf(
            Locale.ROOT,
            "%,15d %,15d %,15d %,7d  %s %s%n",
            of.table,
            of.announced,
            of.withdrawn,
            of.states,
            peer.address(),
            peer.asn()));
    out.printf(Locale.ROOT, "%n%15s  attribute%n", "sets");
    for (int type = 0; type < sum.attributes.length; type++) {
      if (sum.attributes[type] > 0) {
        out.printf(Locale.ROOT, "%,15d  %s%n", sum.attributes[type], AttributeType.name(type));
      }
    }
    out.printf(Locale.ROOT, "%n%15s  length of prefix%n", "routes");
    sum.lengths.forEach((family, counts) -> {
      for (int length = 0; length < counts.length; length++) {
        if (counts[length] > 0) {
          out.printf(Locale.ROOT, "%,15d  %s /%d%n", counts[length], family, length);
        }
      }
    });
  }

  private void json(MrtTally sum) {
    StringBuilder text = new StringBuilder(4096);
    Json out = new Json(text);
    out.object().field("damaged", sum.damages);
    if (sum.last >= 0) {
      out.field("first", sum.first).field("last", sum.last);
    }
    out.array("types");
    sum.records.forEach((kind, of) ->
        out.object()
            .field("type", kind.toString())
            .field("records", of.count)
            .field("octets", of.octets)
            .end());
    out.end().array("families");
    sum.families.forEach((family, of) -> {
      out.object().field("family", family.toString());
      routes(out, of);
      long[] counts = sum.lengths.get(family);
      if (counts != null) {
        out.object("lengths");
        for (int length = 0; length < counts.length; length++) {
          if (counts[length] > 0) {
            out.field(Integer.toString(length), counts[length]);
          }
        }
        out.end();
      }
      out.end();
    });
    out.end().array("peers");
    sum.peers.forEach((peer, of) -> {
      out.object().field("peer", peer.address().toString()).field("peer_as", peer.asn().number());
      routes(out, of);
      out.field("states", of.states).end();
    });
    out.end().object("attributes");
    for (int type = 0; type < sum.attributes.length; type++) {
      if (sum.attributes[type] > 0) {
        out.field(AttributeType.name(type), sum.attributes[type]);
      }
    }
    out.end().end().newline();
    console.out().append(text);
  }

  private static void routes(Json out, MrtTally.Routes of) {
    out.field("table", of.table).field("announced", of.announced).field("withdrawn", of.withdrawn);
  }
}
