package dev.weir.cli.bgp;

import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.rib.ArchiveLoader;
import dev.weir.bgp.rib.Rib;
import dev.weir.bgp.rib.RibDifference;
import dev.weir.bgp.rib.RibRoute;
import dev.weir.bgp.rib.RibSnapshot;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.cli.render.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir mrt diff`: what differs between the tables that two archives lead to.
@Command(
    name = "diff",
    description = {
      "Compares two tables, or what two archives of messages lead to: routes of the same peer,"
          + " prefix and path identifier.",
      "'+' is only in NEW, '-' only in OLD, '~' has other attributes. Times, BGP identifiers and"
          + " the order of routes do not count.",
      "Ends with 0 if both are the same, 1 if they differ, 2 if a file cannot be read."
    },
    sortOptions = false)
final class MrtDiffCommand implements Callable<Integer> {
  private final Console console;
  private long added;
  private long removed;
  private long changed;

  @Parameters(index = "0", paramLabel = "OLD", description = "An archive; - for standard input.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The archive to compare it with.")
  private Path next = Path.of("");

  @Option(names = "--count", description = "Print the counts only.")
  private boolean countOnly;

  @Option(names = "--json", description = "Print a JSON object for each route, and for the counts.")
  private boolean json;

  MrtDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (old.equals(next) && old.equals(Path.of("-"))) {
      throw CommandFailure.unusable("standard input can be one of the archives, not both");
    }
    RibSnapshot before = load(old);
    RibSnapshot after = load(next);
    RibDifference.between(before, after, this::change);
    summarise(before.routes(), after.routes());
    console.out().flush();
    return (added + removed + changed == 0 ? ExitCode.OK : ExitCode.FINDINGS).code();
  }

  private RibSnapshot load(Path file) throws IOException {
    Rib rib = new Rib();
    ArchiveLoader loader = ArchiveLoader.withoutIds(rib);
    List<Path> files = List.of(file);
    int workers = Runtime.getRuntime().availableProcessors();
    try (Progress progress = Progress.start(console)) {
      progress.stage("load", Archives.octets(files));
      RibInput.load(new Archives(files, console, workers, progress), loader, console);
    }
    for (String fault : loader.faults()) {
      console.say(file + ": " + fault);
    }
    if (loader.faultCount() > 0) {
      console.say(file + ": " + loader.faultCount() + " damaged places; the rest is compared");
    }
    if (loader.records() == 0 && loader.faultCount() > 0) {
      throw CommandFailure.unusable(file + ": no record could be read");
    }
    return rib.snapshot();
  }

  private void change(RibDifference.Change change) {
    RibRoute before = change.before();
    RibRoute after = change.after();
    added += change.isAdded() ? 1 : 0;
    removed += change.isRemoved() ? 1 : 0;
    changed += before != null && after != null ? 1 : 0;
    if (countOnly) {
      return;
    }
    if (json) {
      json(before, after);
    } else if (before == null && after != null) {
      line(Colour.GREEN, "+", after, words(after));
    } else if (before != null && after == null) {
      line(Colour.RED, "-", before, words(before));
    } else if (before != null && after != null) {
      line(Colour.YELLOW, "~", after, "");
      for (String what : changes(before, after)) {
        console.out().append("    ").append(what).append('\n');
      }
    }
  }

  private void line(Colour colour, String sign, RibRoute route, String words) {
    console
        .out()
        .append(console.paint(colour, sign))
        .append(' ')
        .append(RouteWords.key(route))
        .append(route.family().safi() == 1 ? "" : " " + route.family())
        .append(" from ")
        .append(String.valueOf(route.peer().address()))
        .append(' ')
        .append(String.valueOf(route.peer().asn()))
        .append(words)
        .append('\n');
  }

  private static String words(RibRoute route) {
    String communities = RouteWords.communities(route);
    return " next hop "
        + RouteWords.hop(route)
        + " path "
        + route.asPath()
        + ' '
        + RouteWords.origin(route)
        + (communities.isEmpty() ? "" : " [" + communities + "]");
  }

  /// A line for each attribute that differs; next hops are compared wherever they stand.
  private static List<String> changes(RibRoute before, RibRoute after) {
    List<String> lines = new ArrayList<>();
    String hop = AttributeType.name(AttributeType.NEXT_HOP) + ": ";
    if (!before.nextHopOctets().equals(after.nextHopOctets())) {
      lines.add(hop + RouteWords.hop(before) + " -> " + RouteWords.hop(after));
    }
    for (String line : AttributeChanges.of(before.attributes(), after.attributes())) {
      if (!line.startsWith(hop)) {
        lines.add(line);
      }
    }
    return lines.isEmpty() ? List.of("flags or order of attributes") : lines;
  }

  private void json(@Nullable RibRoute before, @Nullable RibRoute after) {
    RibRoute route = after != null ? after : before;
    if (route == null) {
      return;
    }
    StringBuilder line = new StringBuilder(400);
    Json out = new Json(line);
    String word = before == null ? "added" : after == null ? "removed" : "changed";
    out.object().field("difference", word).field("family", route.family().toString());
    if (route.family().isPlain()) {
      out.field("prefix", route.prefix().toString());
    } else {
      out.field("nlri", route.nlri().toString());
    }
    if (route.pathId() != 0) {
      out.field("path_id", Integer.toUnsignedLong(route.pathId()));
    }
    out.field("peer", route.peer().address().toString());
    out.field("peer_as", route.peer().asn().number());
    side(out, "old", before);
    side(out, "new", after);
    if (before != null && after != null) {
      out.array("changes");
      changes(before, after).forEach(out::value);
      out.end();
    }
    out.end().newline();
    console.out().append(line);
  }

  private static void side(Json out, String name, @Nullable RibRoute route) {
    if (route != null) {
      out.object(name).field("next_hop", RouteWords.hop(route));
      out.field("as_path", route.asPath().toString());
      out.field("origin", route.origin() == null ? null : String.valueOf(route.origin()));
      out.field("communities", RouteWords.communities(route)).end();
    }
  }

  private void summarise(long before, long after) {
    if (json) {
      StringBuilder line = new StringBuilder();
      new Json(line)
          .object()
          .field("old_routes", before)
          .field("new_routes", after)
          .field("added", added)
          .field("removed", removed)
          .field("changed", changed)
          .end()
          .newline();
      console.out().append(line);
      return;
    }
    String counts = added + " added, " + removed + " removed, " + changed + " changed";
    console.out().append(before + " routes -> " + after + " routes: " + counts + "\n");
  }
}
