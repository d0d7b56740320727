package dev.weir.cli.bgp;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.rpki.AspaDirection;
import dev.weir.bgp.rpki.AspaSet;
import dev.weir.bgp.rpki.AspaState;
import dev.weir.bgp.rpki.AspaVerdict;
import dev.weir.bgp.rpki.RovState;
import dev.weir.bgp.rpki.RovVerdict;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir rpki validate`: whether the origin and the path of routes are right, and why.
@Command(
    name = "validate",
    description = {
      "Judges the origin of a route (RFC 6811) and, with --upstream or --downstream, its path"
          + " (ASPA), and says why.",
      "With - instead of a prefix, routes are read from standard input, one on a line: a prefix,"
          + " then the origin AS or the whole path.",
      "Ends with 0 if nothing is invalid, and 1 if something is."
    },
    sortOptions = false)
final class RpkiValidateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private RpkiOptions options = new RpkiOptions();

  @Parameters(
      index = "0",
      paramLabel = "PREFIX",
      description = "The prefix of the route, or - for routes on standard input.")
  private String prefix = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ASN",
      description = "The origin AS (default: the last of --path).")
  private @Nullable String origin;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The AS path, nearest AS first: '65000 3356 {701,702}'.")
  private @Nullable String path;

  @Option(names = "--upstream", description = "Verify the path as heard from a customer or a peer.")
  private boolean upstream;

  @Option(names = "--downstream", description = "Verify the path as heard from a provider.")
  private boolean downstream;

  @Option(names = "--json", description = "Print one JSON object for each route.")
  private boolean asJson;

  RpkiValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (upstream && downstream) {
      throw CommandFailure.unusable("a route comes from one side: --upstream or --downstream");
    }
    if (path != null && !upstream && !downstream) {
      throw CommandFailure.unusable("--path needs --upstream or --downstream");
    }
    if (prefix.equals("-")) {
      return stream(options.payloads()).code();
    }
    RouteQuery query = single();
    boolean invalid = judge(options.payloads(), query);
    console.out().flush();
    return (invalid ? ExitCode.FINDINGS : ExitCode.OK).code();
  }

  private RouteQuery single() {
    String words = path == null ? origin : path;
    if (words == null) {
      throw CommandFailure.unusable(
          "the origin AS is missing: weir rpki validate " + prefix + " ASN");
    }
    try {
      RouteQuery query = RouteQuery.of(prefix, words);
      if (path == null && (upstream || downstream)) {
        throw CommandFailure.unusable("--upstream and --downstream need --path");
      }
      if (path != null && origin != null) {
        long last = query.path().originBits();
        long given = RouteQuery.of(prefix, origin).path().originBits();
        if (last != given) {
          throw CommandFailure.unusable("the path '" + path + "' does not end in " + origin);
        }
      }
      return query;
    } catch (IllegalArgumentException malformed) {
      throw CommandFailure.unusable(String.valueOf(malformed.getMessage()));
    }
  }

  /// Judges the routes on standard input. A line that is no route is reported, and the others are
  /// judged all the same.
  private ExitCode stream(ValidatedPayloads payloads) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    boolean invalid = false;
    boolean malformed = false;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        invalid |= judge(payloads, RouteQuery.parse(line));
      } catch (IllegalArgumentException refused) {
        console.fail("line " + number + ": " + refused.getMessage());
        malformed = true;
      }
    }
    console.out().flush();
    return malformed ? ExitCode.UNUSABLE : invalid ? ExitCode.FINDINGS : ExitCode.OK;
  }

  /// Judges and prints a route; returns whether anything about it is invalid.
  private boolean judge(ValidatedPayloads payloads, RouteQuery query) {
    AsPath asPath = query.path();
    RovVerdict origins = payloads.vrps().explain(query.prefix(), asPath.originBits());
    AspaVerdict hops =
        upstream || downstream
            ? payloads
                .aspas()
                .explain(
                    asPath,
                    upstream ? AspaDirection.UPSTREAM : AspaDirection.DOWNSTREAM,
                    AspaSet.ANY_NEIGHBOUR)
            : null;
    if (asJson) {
      json(origins, hops, asPath);
    } else {
      text(origins, hops, asPath);
    }
    return origins.state() == RovState.INVALID
        || (hops != null && hops.state() == AspaState.INVALID);
  }

  private void text(RovVerdict origins, @Nullable AspaVerdict hops, AsPath asPath) {
    String whom = origins.origin() < 0 ? "no single origin" : "AS" + origins.origin();
    String line = origins.toString();
    String state = origins.state().toString();
    Colour colour =
        switch (origins.state()) {
          case VALID -> Colour.GREEN;
          case INVALID -> Colour.RED;
          case NOT_FOUND -> Colour.YELLOW;
        };
    console
        .out()
        .append(origins.prefix() + " " + whom + ": ")
        .append(console.paint(colour, state) + line.substring(state.length()) + "\n");
    if (hops != null) {
      Colour shade =
          switch (hops.state()) {
            case VALID -> Colour.GREEN;
            case INVALID -> Colour.RED;
            case UNKNOWN -> Colour.YELLOW;
          };
      String verdict = hops.toString();
      String word = hops.state().toString();
      console
          .out()
          .append("path " + asPath + ": ")
          .append(console.paint(shade, word) + verdict.substring(word.length()) + "\n");
    }
  }

  private void json(RovVerdict origins, @Nullable AspaVerdict hops, AsPath asPath) {
    Json json = new Json(console.out());
    json.object().field("prefix", origins.prefix().toString());
    if (origins.origin() < 0) {
      json.field("origin", (String) null);
    } else {
      json.field("origin", origins.origin());
    }
    json.field("state", origins.state().toString()).array("covering");
    for (RovVerdict.Candidate candidate : origins.candidates()) {
      json.object()
          .field("prefix", candidate.vrp().prefix().toString())
          .field("maxLength", candidate.vrp().maxLength())
          .field("asn", candidate.vrp().origin().number())
          .field("finding", candidate.finding().toString())
          .end();
    }
    json.end();
    if (hops != null) {
      json.object("path")
          .field("text", asPath.toString())
          .field("direction", upstream ? "upstream" : "downstream")
          .field("state", hops.state().toString())
          .field("reason", hops.reason().toString())
          .array("hops");
      for (AspaVerdict.Hop hop : hops.hops()) {
        json.object()
            .field("from", hop.nearer().number())
            .field("to", hop.farther().number())
            .field("up", attested(hop.up()))
            .field("down", attested(hop.down()))
            .field("decisive", hop.decisive())
            .end();
      }
      json.end().end();
    }
    json.end().newline();
  }

  private static String attested(AspaVerdict.Attestation attestation) {
    return switch (attestation) {
      case NONE -> "no-attestation";
      case PROVIDER -> "provider";
      case NOT_PROVIDER -> "not-provider";
    };
  }
}
