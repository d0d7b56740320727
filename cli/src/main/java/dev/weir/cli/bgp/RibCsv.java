package dev.weir.cli.bgp;

import dev.weir.bgp.rib.QuerySummary;
import dev.weir.bgp.rib.RibRoute;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/// Answers as comma separated values (RFC 4180), with a line of names first. Only routes are
/// printed; a query that counts has one line with the number.
final class RibCsv implements RibOutput {
  private final PrintStream out;
  private long routes;

  RibCsv(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(String query, boolean several, boolean judged) {
    out.print(
        "family,prefix,path_id,peer,peer_asn,source,time,as_path,origin,next_hop,med,"
            + "local_preference,communities,origin_state,stale,best,reason\n");
  }

  @Override
  public void route(RibRoute route, RouteJudge.@Nullable Verdict verdict) {
    routes++;
    boolean plain = route.family().isPlain();
    String[] fields = {
      route.family().toString(),
      plain ? route.prefix().toString() : route.nlri().toString(),
      Integer.toUnsignedString(route.pathId()),
      route.peer().address().toString(),
      Long.toString(route.peer().asn().number()),
      route.peer().source(),
      Long.toString(route.time()),
      route.asPath().toString(),
      RouteWords.origin(route),
      RouteWords.hop(route),
      RouteWords.number(route.med()),
      RouteWords.number(route.localPreference()),
      RouteWords.communities(route),
      route.rov().toString(),
      Boolean.toString(route.isStale()),
      verdict == null ? "" : Boolean.toString(verdict.best()),
      verdict == null ? "" : verdict.reason()
    };
    StringBuilder line = new StringBuilder(200);
    for (String field : fields) {
      line.append(line.isEmpty() ? "" : ",").append(quoted(field));
    }
    out.append(line.append('\n'));
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public void end(QuerySummary summary) {
    if (routes == 0 && summary.count() > 0) {
      out.print("count," + summary.count() + "\n");
    }
    if (summary.next() != null) {
      out.print("after," + summary.next() + "\n");
    }
  }
}
