package dev.weir.cli.bgp;

import dev.weir.bgp.filter.OnFault;
import dev.weir.bgp.filter.PolicyComparison;
import dev.weir.bgp.filter.PolicyComparison.Difference;
import dev.weir.bgp.filter.PolicyFault;
import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.bgp.filter.Route;
import dev.weir.bgp.filter.Rpki;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir policy diff`: what would change if a policy took the place of another.
@Command(
    name = "diff",
    description = {
      "Runs two policies over the same routes and shows what would change: routes that would pass"
          + " or no longer pass, and routes that would have other attributes.",
      "Ends with 0 if nothing would, 1 if something would, 2 if a policy or a file cannot be used."
    },
    sortOptions = false)
final class PolicyDiffCommand implements Callable<Integer> {
  private final Console console;
  private long shown;
  private long faults;

  @Mixin private RpkiOptions rpki = new RpkiOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most so many routes (default: ${DEFAULT-VALUE}); all are counted.")
  private long limit = 20;

  @Option(names = "--json", description = "Print a JSON object for each route, and for the sum.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The policy in use: SCRIPT, or SCRIPT:NAME with the name of a filter.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The policy to take its place.")
  private String next = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "MRT archives; - for standard input.")
  private List<String> files = List.of();

  PolicyDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    PolicyRuntime runtime = PolicyRuntime.standard();
    Rpki payloads = PolicyScript.rpki(rpki);
    PolicyScript before = PolicyScript.read(old, runtime, payloads, console);
    PolicyScript after = PolicyScript.read(next, runtime, payloads, console);
    Consumer<PolicyFault> stopped = this::stopped;
    PolicyComparison comparison =
        new PolicyComparison(
            before.filter(OnFault.reject(stopped)), after.filter(OnFault.reject(stopped)));
    RouteReading reading = new RouteReading(console);
    for (String file : files) {
      reading.read(file, route -> compare(comparison, route));
    }
    summarise(comparison);
    boolean same = comparison.routes() == comparison.count(Difference.NONE);
    return (same ? ExitCode.OK : ExitCode.FINDINGS).code();
  }

  private void compare(PolicyComparison comparison, Route route) {
    Difference found = comparison.compare(route);
    if (found != Difference.NONE && shown++ < limit) {
      if (json) {
        json(comparison, route, found);
      } else {
        text(comparison, route, found);
      }
    }
  }

  private void text(PolicyComparison comparison, Route route, Difference found) {
    Colour colour =
        switch (found) {
          case NO_LONGER_ACCEPTED -> Colour.RED;
          case NEWLY_ACCEPTED -> Colour.GREEN;
          case CHANGED, NONE -> Colour.YELLOW;
        };
    String why = reasons(comparison);
    console.out().println(console.paint(colour, found.toString()) + "  " + route + why);
    if (found == Difference.CHANGED) {
      AttributeChanges.of(comparison.oldAttributes(), route.attributes())
          .forEach(line -> console.out().println("    " + line));
    }
  }

  private static String reasons(PolicyComparison comparison) {
    Object before = comparison.oldReason();
    Object after = comparison.newReason();
    if (before == null && after == null) {
      return "";
    }
    return "  (" + reason(before) + " -> " + reason(after) + ")";
  }

  private static String reason(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private void json(PolicyComparison comparison, Route route, Difference found) {
    Json out = new Json(console.out());
    out.object().field("type", "route").field("difference", word(found));
    RouteReading.members(route, out);
    Object before = comparison.oldReason();
    Object after = comparison.newReason();
    out.field("old_reason", before == null ? null : before.toString());
    out.field("new_reason", after == null ? null : after.toString());
    out.array("changes");
    if (found == Difference.CHANGED) {
      AttributeChanges.of(comparison.oldAttributes(), route.attributes()).forEach(out::value);
    }
    out.end().end().newline();
  }

  private static String word(Difference difference) {
    return difference.name().toLowerCase(Locale.ROOT);
  }

  private void stopped(PolicyFault fault) {
    if (faults++ < limit) {
      console.err().println(console.paint(Colour.RED, "stopped") + "  " + fault);
    }
  }

  private void summarise(PolicyComparison comparison) {
    if (json) {
      Json out = new Json(console.out());
      out.object().field("type", "sum").field("routes", comparison.routes());
      for (Difference difference : Difference.values()) {
        out.field(word(difference), comparison.count(difference));
      }
      out.field("faults", faults).end().newline();
      return;
    }
    if (shown > limit) {
      console.out().println("and " + (shown - limit) + " more");
    }
    StringBuilder line = new StringBuilder().append(comparison.routes()).append(" routes");
    String before = ": ";
    for (Difference difference : Difference.values()) {
      line.append(before).append(comparison.count(difference)).append(' ').append(difference);
      before = ", ";
    }
    if (faults > 0) {
      line.append("; ").append(faults).append(" calls were stopped, and count as reject");
    }
    console.out().println(line);
  }
}
