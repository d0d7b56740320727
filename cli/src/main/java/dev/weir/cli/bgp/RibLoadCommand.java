package dev.weir.cli.bgp;

import dev.weir.bgp.rib.ArchiveLoader;
import dev.weir.bgp.rib.DecisionProcess;
import dev.weir.bgp.rib.DecisionRules;
import dev.weir.bgp.rib.MalformedQuery;
import dev.weir.bgp.rib.OriginCheck;
import dev.weir.bgp.rib.Query;
import dev.weir.bgp.rib.QuerySummary;
import dev.weir.bgp.rib.Rib;
import dev.weir.bgp.rib.RibSnapshot;
import dev.weir.bgp.rib.StoreSize;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir rib load`: archives into a table, and questions to it.
@Command(
    name = "load",
    description = {
      "Loads table dumps and updates (MRT; plain, gzip, bzip2, zstd, xz) into a routing table, in"
          + " the order given, and answers queries.",
      "A query names prefixes ('all', '10.0.0.0/8', 'longest-match 192.0.2.1', 'more-specifics"
          + " 10.0.0.0/8', 'less-specifics 10.1.0.0/16'), conditions ('origin 65000', 'as 3356',"
          + " 'path \"_3356_\"', 'community 65000:*', 'next-hop 10.0.0.1', 'peer AS65000', 'rov"
          + " invalid', 'not ...'), and how to answer ('sort time desc', 'limit 20', 'count').",
      "Ends with 1 if an archive was damaged; what could be read is in the table."
    },
    sortOptions = false)
final class RibLoadCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives; - for standard input.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-q", "--query"},
      paramLabel = "QUERY",
      description = "What to ask; may be repeated; - reads queries from standard input.")
  private List<String> queries = new ArrayList<>();

  @Option(
      names = "--vrps",
      paramLabel = "FILE",
      description = "Validate origins with these payloads: JSON or CSV of a validator.")
  private @Nullable Path vrps;

  @Option(
      names = "--best",
      description = "Say of each route whether it is the best of its prefix, and why or why not.")
  private boolean best;

  @Option(names = "--json", description = "Print one JSON object for each route and each query.")
  private boolean json;

  @Option(names = "--csv", description = "Print comma separated values.")
  private boolean csv;

  RibLoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (json && csv) {
      throw CommandFailure.unusable("--json or --csv, not both");
    }
    if (queries.contains("-") && files.contains(Path.of("-"))) {
      throw CommandFailure.unusable("standard input is an archive, or queries, but not both");
    }
    List<Query> parsed = new ArrayList<>();
    for (String text : queries) {
      parsed.add(text.equals("-") ? Query.parse("") : parse(text));
    }
    Rib rib = new Rib();
    if (vrps != null) {
      rib.check(OriginCheck.of(RpkiInput.payloads(vrps).vrps()));
    }
    long start = System.nanoTime();
    ArchiveLoader loader = load(rib);
    summary(rib, loader, (System.nanoTime() - start) / 1e9);
    RibSnapshot snapshot = rib.snapshot();
    boolean malformed = false;
    for (int i = 0; i < parsed.size(); i++) {
      if (queries.get(i).equals("-")) {
        malformed |= askLines(snapshot);
      } else {
        ask(queries.get(i), parsed.get(i), snapshot);
      }
    }
    console.out().flush();
    ExitCode code = loader.faultCount() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    return (malformed ? ExitCode.UNUSABLE : code).code();
  }

  private static Query parse(String text) {
    try {
      return Query.parse(text);
    } catch (MalformedQuery malformed) {
      throw CommandFailure.unusable("--query: " + malformed.getMessage());
    }
  }

  private ArchiveLoader load(Rib rib) throws IOException {
    ArchiveLoader loader = new ArchiveLoader(rib, "");
    int workers = Runtime.getRuntime().availableProcessors();
    try (Progress progress = Progress.start(console)) {
      progress.stage("load", Archives.octets(files));
      RibInput.load(new Archives(files, console, workers, progress), loader, console);
    }
    return loader;
  }

  private void summary(Rib rib, ArchiveLoader loader, double seconds) {
    long routes = rib.routes();
    StoreSize size = rib.size();
    RibSnapshot snapshot = rib.published();
    StringBuilder families = new StringBuilder();
    for (AfiSafi family : rib.snapshot().families()) {
      snapshot = rib.published();
      families
          .append(families.isEmpty() ? "" : ", ")
          .append(snapshot.prefixes(family))
          .append(' ')
          .append(family);
    }
    console.say(
        String.format(
            Locale.ROOT,
            "%d routes of %d peers from %d records in %.2f s (%.2f million a second)",
            routes,
            snapshot.ingresses().size(),
            loader.records(),
            seconds,
            (loader.announced() + loader.withdrawn()) / 1e6 / Math.max(seconds, 1e-9)));
    console.say("prefixes: " + (families.isEmpty() ? "none" : families));
    console.say(
        String.format(
            Locale.ROOT,
            "%d attribute sets, %d AS paths, %d community sets; %.1f MB, %.1f octets a route",
            size.sets(),
            size.paths(),
            size.communitySets(),
            rib.octets() / 1e6,
            rib.octets() / (double) Math.max(routes, 1)));
    for (String fault : loader.faults()) {
      console.fail(fault);
    }
  }

  private boolean askLines(RibSnapshot snapshot) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    boolean malformed = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          ask(line.strip(), Query.parse(line.strip()), snapshot);
        } catch (MalformedQuery | CommandFailure refused) {
          console.fail(String.valueOf(refused.getMessage()));
          malformed = true;
        }
        console.out().flush();
      }
    }
    return malformed;
  }

  private void ask(String text, Query query, RibSnapshot snapshot) {
    DecisionProcess process = best ? new DecisionProcess(DecisionRules.STANDARD) : null;
    RibOutput output =
        json
            ? new RibJson(console.out())
            : csv ? new RibCsv(console.out()) : new RibText(console.out(), vrps != null);
    output.begin(text, queries.size() > 1 || queries.contains("-"), best);
    RouteJudge judge = new RouteJudge(snapshot, process);
    try {
      QuerySummary summary =
          query.run(snapshot, route -> output.route(route, judge.verdict(route)));
      output.end(summary);
    } catch (IllegalArgumentException token) {
      throw CommandFailure.unusable("--query: " + token.getMessage());
    }
  }
}
