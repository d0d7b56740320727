package dev.weir.cli.bgp;

import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.bgp.filter.PolicyTracer;
import dev.weir.bgp.filter.PolicyTracer.Explanation;
import dev.weir.bgp.filter.Route;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.exit.ExitCode;
import dev.weir.cli.render.Colour;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Json;
import dev.weir.inet.IpAddress;
import dev.weir.inet.MalformedInet;
import dev.weir.inet.Prefix;
import dev.weir.roto.host.TraceStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `weir policy explain`: how a policy decides about routes, step by step.
@Command(
    name = "explain",
    description = {
      "Shows how a policy decides about the routes of a prefix: each condition with the values in"
          + " it, the arm that is taken at each match, and the verdict.",
      "Ends with 0, with 1 if no route matches, 2 if the policy or a file cannot be used."
    },
    sortOptions = false)
final class PolicyExplainCommand implements Callable<Integer> {
  private static final int WIDEST = 60;

  private final Console console;
  private final PolicyRuntime runtime = PolicyRuntime.standard();
  private long matched;

  @Option(
      names = "--prefix",
      required = true,
      paramLabel = "P",
      description = "The prefix of the routes.")
  private String prefixText = "";

  @Option(
      names = "--peer",
      paramLabel = "P",
      description = "Only routes of the peer with this address.")
  private @Nullable String peerText;

  @Mixin private RpkiOptions rpki = new RpkiOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Explain at most so many routes (default: ${DEFAULT-VALUE}).")
  private long limit = 20;

  @Option(names = "--json", description = "Print a JSON object for each route.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "SCRIPT",
      description = "The policy, or SCRIPT:NAME with the name of a filter.")
  private String script = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "MRT archives; - for standard input.")
  private List<String> files = List.of();

  PolicyExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Prefix prefix = prefix();
    IpAddress peer = peer();
    PolicyScript policy = PolicyScript.read(script, runtime, PolicyScript.rpki(rpki), console);
    PolicyTracer tracer =
        new PolicyTracer(runtime, policy.policy(), policy.name(), policy.globals());
    RouteReading reading = new RouteReading(console);
    for (String file : files) {
      reading.read(
          file,
          route -> {
            if (route.prefixIs(prefix)
                && (peer == null || route.ingress().peerAddress().equals(peer))
                && matched++ < limit) {
              explain(tracer, route);
            }
          });
    }
    if (matched == 0) {
      throw CommandFailure.findings(
          "no route for " + prefix + (peer == null ? "" : " from " + peer));
    }
    if (matched > limit && !json) {
      console.out().println("and " + (matched - limit) + " more");
    }
    return ExitCode.OK.code();
  }

  private Prefix prefix() {
    try {
      return Prefix.parse(prefixText);
    } catch (MalformedInet wrong) {
      throw CommandFailure.unusable("--prefix: " + wrong.getMessage());
    }
  }

  private @Nullable IpAddress peer() {
    try {
      return peerText == null ? null : IpAddress.parse(peerText);
    } catch (MalformedInet wrong) {
      throw CommandFailure.unusable("--peer: " + wrong.getMessage());
    }
  }

  private void explain(PolicyTracer tracer, Route route) {
    Explanation found = tracer.explain(route);
    if (json) {
      json(found, route);
    } else {
      text(found, route);
    }
  }

  private void text(Explanation found, Route route) {
    String verdict =
        found.accepted()
            ? console.paint(Colour.GREEN, "accepted")
            : console.paint(Colour.RED, "rejected");
    Object reason = found.reason();
    console.out().println(route + ": " + verdict + (reason == null ? "" : " " + reason));
    List<String> details = new ArrayList<>();
    for (TraceStep step : found.steps()) {
      if (step.kind() == TraceStep.Kind.OPERAND || step.kind() == TraceStep.Kind.TERM) {
        details.add("        " + code(step) + " = " + value(step));
        continue;
      }
      console.out().println("  " + place(step) + "  " + sentence(step));
      details.forEach(console.out()::println);
      details.clear();
    }
    details.forEach(console.out()::println);
    if (found.total() > found.steps().size()) {
      console.out().println("  .. and " + (found.total() - found.steps().size()) + " more steps");
    }
    if (found.fault() != null) {
      console.out().println("  " + console.paint(Colour.RED, "stopped") + "  " + found.fault());
    }
    if (found.accepted() && route.isChanged()) {
      AttributeChanges.of(route.originalAttributes(), route.attributes())
          .forEach(line -> console.out().println("  changed  " + line));
    }
  }

  private static String place(TraceStep step) {
    return step.source().name() + ":" + step.line();
  }

  private String sentence(TraceStep step) {
    return switch (step.kind()) {
      case OPERAND, TERM -> code(step) + " = " + value(step);
      case CONDITION -> code(step) + ": " + value(step);
      case MATCHED -> "match " + code(step) + " = " + value(step);
      case ARM -> "takes " + code(step);
      case TRIED -> code(step) + "? = " + value(step);
      case RESULT -> code(step) + " gives " + value(step);
    };
  }

  private String value(TraceStep step) {
    return step.text(runtime.runtime().library());
  }

  /// The text of the script in one line, cut where it is long.
  private static String code(TraceStep step) {
    String text = step.code().strip().replaceAll("\\s+", " ");
    return text.length() > WIDEST ? text.substring(0, WIDEST) + " .." : text;
  }

  private void json(Explanation found, Route route) {
    Json out = new Json(console.out());
    out.object().field("type", "route");
    RouteReading.members(route, out);
    out.field("accepted", found.accepted());
    Object reason = found.reason();
    out.field("reason", reason == null ? null : reason.toString());
    out.array("steps");
    for (TraceStep step : found.steps()) {
      out.object()
          .field("kind", step.kind().name().toLowerCase(Locale.ROOT))
          .field("file", step.source().name())
          .field("line", step.line())
          .field("column", step.source().column(step.span().start()))
          .field("function", step.function())
          .field("code", step.code())
          .field("value", value(step))
          .end();
    }
    out.end().field("more_steps", found.total() - found.steps().size());
    out.field("fault", found.fault() == null ? null : found.fault().toString());
    out.array("changes");
    AttributeChanges.of(route.originalAttributes(), route.attributes()).forEach(out::value);
    out.end().end().newline();
  }
}
