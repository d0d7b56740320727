package dev.weir.cli.bgp;

import dev.weir.bgp.rib.QuerySummary;
import dev.weir.bgp.rib.RibRoute;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Answers as a table for people. Columns keep their places; what is longer than its column moves
/// the rest of its line, so that lines can be printed as they are found.
final class RibText implements RibOutput {
  private final PrintStream out;
  private final boolean states;
  private boolean judged;
  private boolean any;

  /// @param states whether origins were validated
  RibText(PrintStream out, boolean states) {
    this.out = out;
    this.states = states;
  }

  @Override
  public void begin(String query, boolean several, boolean judged) {
    this.judged = judged;
    if (several) {
      out.print("# " + query + "\n");
    }
  }

  @Override
  public void route(RibRoute route, RouteJudge.@Nullable Verdict verdict) {
    StringBuilder line = new StringBuilder(160);
    if (!any) {
      any = true;
      line.append(judged ? "  " : "");
      pad(line, "prefix", 20);
      pad(line, "peer", 24);
      pad(line, "next hop", 16);
      pad(line, "med", 6);
      pad(line, "pref", 5);
      line.append(states ? "origin-state " : "").append("path");
      line.append(judged ? " (decision)" : "").append('\n');
    }
    if (judged) {
      line.append(verdict != null && verdict.best() ? "> " : "  ");
    }
    pad(line, RouteWords.key(route), 20);
    pad(line, route.peer().toString(), 24);
    pad(line, RouteWords.hop(route), 16);
    pad(line, RouteWords.number(route.med()), 6);
    pad(line, RouteWords.number(route.localPreference()), 5);
    if (states) {
      pad(line, route.rov().toString(), 13);
    }
    line.append(route.asPath()).append(' ').append(RouteWords.origin(route));
    String communities = RouteWords.communities(route);
    if (!communities.isEmpty()) {
      line.append(" [").append(communities).append(']');
    }
    if (route.isStale()) {
      line.append(" stale");
    }
    if (verdict != null) {
      line.append(" (").append(verdict.reason()).append(')');
    }
    out.append(line.append('\n'));
  }

  private static void pad(StringBuilder line, String text, int width) {
    line.append(text);
    for (int i = text.length(); i < width - 1; i++) {
      line.append(' ');
    }
    line.append(' ');
  }

  @Override
  public void end(QuerySummary summary) {
    out.print(summary.count() + (summary.count() == 1 ? " route\n" : " routes\n"));
    if (summary.next() != null) {
      out.print("more: after " + summary.next() + "\n");
    }
  }
}
