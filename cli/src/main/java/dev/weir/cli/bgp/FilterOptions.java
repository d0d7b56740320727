package dev.weir.cli.bgp;

import dev.weir.bgp.filter.Globals;
import dev.weir.bgp.filter.LogRecord;
import dev.weir.bgp.filter.OnFault;
import dev.weir.bgp.filter.PolicyFault;
import dev.weir.bgp.filter.PolicyRuntime;
import dev.weir.bgp.flow.PolicyGate;
import dev.weir.bgp.flow.RouteGate;
import dev.weir.cli.exit.CommandFailure;
import dev.weir.cli.render.Console;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for a policy, and what it has said when all is done.
final class FilterOptions {
  private static final int SHOWN_FAULTS = 10;

  /// What is done with a route on which the policy is stopped.
  enum Fault {
    REJECT,
    ACCEPT,
    STOP
  }

  @Option(
      names = "--filter",
      paramLabel = "SCRIPT[:NAME]",
      description = "Keep what a filter of a Roto script accepts, with its changes.")
  private @Nullable String script;

  @Option(
      names = "--on-fault",
      paramLabel = "WHAT",
      description =
          "What to do with a route on which the filter is stopped: reject, accept, or stop"
              + " (default: reject).")
  private Fault onFault = Fault.REJECT;

  private final LongAdder asked = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private @Nullable PolicyScript policy;

  /// Compiles the script, if there is one.
  void compile(Console console) {
    if (script != null) {
      policy = PolicyScript.read(script, PolicyRuntime.standard(), console);
    }
  }

  /// Makes the gate of one worker.
  RouteGate gate(RouteGate first, Console console) {
    PolicyScript made = policy;
    if (made == null) {
      return first;
    }
    Globals globals = made.globals().withOutput(record -> print(record, console));
    OnFault treated = new OnFault(onFault == Fault.ACCEPT, fault -> report(fault, console));
    return new PolicyGate(
        first, made.policy().routeFilter(made.name(), globals, treated), asked, accepted);
  }

  private void report(PolicyFault fault, Console console) {
    faults.increment();
    if (onFault == Fault.STOP) {
      throw CommandFailure.findings("the policy was stopped: " + fault);
    }
    if (faults.sum() <= SHOWN_FAULTS) {
      console.say(fault.toString());
    }
  }

  private static void print(LogRecord record, Console console) {
    console.err().println(record.text());
  }

  /// Says how many routes passed, what was counted, and how often the policy was stopped.
  void summarise(Console console) {
    PolicyScript made = policy;
    if (made == null) {
      return;
    }
    console.say(
        String.format(
            Locale.ROOT,
            "%s accepted %,d of %,d routes",
            made.name(),
            accepted.sum(),
            asked.sum()));
    if (faults.sum() > 0) {
      console.say(
          String.format(
              Locale.ROOT,
              "the policy was stopped on %,d routes, which were %s",
              faults.sum(),
              onFault == Fault.ACCEPT ? "accepted" : "rejected"));
    }
    String counted = made.globals().metrics().text("");
    if (!counted.isEmpty()) {
      console.err().print(counted);
    }
  }
}
