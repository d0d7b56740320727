package dev.weir.cli.bgp;

import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.rib.QuerySummary;
import dev.weir.bgp.rib.RibRoute;
import dev.weir.cli.render.Json;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers as JSON, one object on a line for each route, and one for the query behind its routes.
final class RibJson implements RibOutput {
  private final PrintStream out;
  private String query = "";

  RibJson(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin(String text, boolean several, boolean judged) {
    query = text;
  }

  @Override
  public void route(RibRoute route, RouteJudge.@Nullable Verdict verdict) {
    StringBuilder line = new StringBuilder(400);
    Json json = new Json(line);
    json.object().field("family", route.family().toString());
    if (route.family().isPlain()) {
      json.field("prefix", route.prefix().toString());
    } else {
      json.field("nlri", route.nlri().toString());
    }
    if (route.pathId() != 0) {
      json.field("pathId", Integer.toUnsignedLong(route.pathId()));
    }
    json.object("peer")
        .field("address", route.peer().address().toString())
        .field("asn", route.peer().asn().number())
        .field("bgpId", route.peer().bgpId().toString())
        .field("source", route.peer().source())
        .end()
        .field("time", route.time())
        .field("asPath", route.asPath().toString())
        .field("origin", route.origin() == null ? null : String.valueOf(route.origin()))
        .field("nextHop", RouteWords.hop(route));
    number(json, "med", route.med());
    number(json, "localPreference", route.localPreference());
    list(json, "communities", RouteWords.communities(route, AttributeType.COMMUNITIES));
    list(
        json,
        "extendedCommunities",
        RouteWords.communities(route, AttributeType.EXTENDED_COMMUNITIES));
    list(json, "largeCommunities", RouteWords.communities(route, AttributeType.LARGE_COMMUNITIES));
    json.field("originState", route.rov().toString()).field("stale", route.isStale());
    if (verdict != null) {
      json.field("best", verdict.best()).field("reason", verdict.reason());
    }
    json.end().newline();
    out.append(line);
  }

  private static void number(Json json, String name, long number) {
    if (number >= 0) {
      json.field(name, number);
    }
  }

  private static void list(Json json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.array(name);
      texts.forEach(json::value);
      json.end();
    }
  }

  @Override
  public void end(QuerySummary summary) {
    StringBuilder line = new StringBuilder();
    new Json(line)
        .object()
        .field("query", query)
        .field("count", summary.count())
        .field("next", summary.next())
        .end()
        .newline();
    out.append(line);
  }
}
