package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.Asn;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Policies over the archives that `-Dweir.shared=DIRECTORY` says where they are.
class RealRoutesTest {
  private static final String UPDATES = "ripe-bgpdump/updates.20160811.1600.gz";
  private static final String TABLE = "ripe-bgpdump/bview.20020722.2337.gz";
  private static final PolicyRuntime RUNTIME = PolicyRuntime.standard();

  private static byte[] archive(String name) throws IOException {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    Path file = Path.of(shared, "data/bgp/mrt", name);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static int each(byte[] archive, Consumer<Route> routes) {
    RecordFramer framer = new RecordFramer(_ -> {});
    RouteCursor cursor = new RouteCursor();
    ArchiveRoutes moving = new ArchiveRoutes("archive");
    int count = 0;
    framer.feed(archive, 0, archive.length, 0, true);
    while (framer.next() == RecordFramer.Step.RECORD) {
      if (cursor.open(archive, framer.start(), framer.end())) {
        while (cursor.next()) {
          routes.accept(moving.at(cursor));
          count++;
        }
      }
    }
    return count;
  }

  private static Policy policy(String text) {
    return Policy.of(RUNTIME.compile(SourceTree.of("a.roto", text)).orThrow());
  }

  /// Each line is what a script reads of a route; next to it stands what the attributes say.
  @ParameterizedTest
  @ValueSource(strings = {UPDATES, TABLE})
  void whatScriptsReadIsWhatTheAttributesSay(String name) throws IOException {
    RouteFilter printing =
        policy(
                """
                filter f(route: Route) {
                  let path = match route.as_path() { Some(p) => p.to_string(), None => "-" };
                  let origin = match route.origin_as() { Some(a) => a.to_string(), None => "-" };
                  let hop = match route.next_hop() { Some(h) => h.to_string(), None => "-" };
                  let marks = "";
                  for c in route.communities() { marks = f"{marks} {c}"; }
                  output.print(f"{route.prefix()} {route.peer().peer_asn()} {path} {origin} {hop} {route.med_or(7)} {route.aspath_len()}{marks}");
                  if route.is_withdrawal() { reject }
                  accept
                }
                """)
            .routeFilter(
                "f", Globals.of(RealRoutesTest::keep), OnFault.reject(RealRoutesTest::fail));
    int routes =
        each(
            archive(name),
            route -> {
              boolean accepted = printing.accepts(route);
              assertThat(accepted).isEqualTo(!route.isWithdrawal());
              assertThat(LAST.get()).isEqualTo(expected(route));
            });
    assertThat(routes).isGreaterThan(10_000);
  }

  private static final AtomicReference<String> LAST = new AtomicReference<>("");

  private static void keep(LogRecord record) {
    LAST.set(((LogRecord.Printed) record).text());
  }

  private static void fail(PolicyFault fault) {
    throw new AssertionError(fault.toString(), fault.cause());
  }

  private static String expected(Route route) {
    PathAttributes set = route.attributes();
    StringBuilder text = new StringBuilder();
    text.append(route.prefix()).append(' ').append(route.ingress().peerAsn()).append(' ');
    text.append(set.asPath() == null ? "-" : set.asPath().toString()).append(' ');
    Asn origin = set.asPath() == null ? null : set.asPath().origin();
    text.append(origin == null ? "-" : origin.toString()).append(' ');
    text.append(route.nextHop() == null ? "-" : route.nextHop().toString()).append(' ');
    text.append(set.med() < 0 ? 7 : set.med()).append(' ');
    text.append(set.asPath() == null ? 0 : set.asPath().hops());
    CommunityOctets.standard(set.value(AttributeType.COMMUNITIES))
        .forEach(each -> text.append(' ').append(each));
    return text.toString();
  }

  @Test
  void threadsShareAPolicyAndTheirCountersAddUp() throws Exception {
    byte[] archive = archive(UPDATES);
    Policy policy =
        policy(
            """
            filter f(route: Route) {
              metrics.increase_counter("seen", 1);
              if route.aspath_contains(AS3356) || route.is_withdrawal() {
                metrics.increase_counter_for("picked", "peer", route.peer().peer_address().to_string(), 1);
                reject
              }
              accept
            }
            """);
    Globals shared = Globals.silent();
    long[] accepted = new long[4];
    List<Thread> threads = new ArrayList<>();
    int[] routes = new int[4];
    for (int i = 0; i < 4; i++) {
      int number = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                RouteFilter mine = policy.routeFilter("f", shared.withOutput(_ -> {}));
                routes[number] =
                    each(archive, route -> accepted[number] += mine.accepts(route) ? 1 : 0);
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(accepted).containsOnly(accepted[0]);
    assertThat(shared.metrics().counter("seen")).isEqualTo(4L * routes[0]);
    long picked =
        shared.metrics().names().stream()
            .filter(name -> name.startsWith("picked"))
            .mapToLong(shared.metrics()::counter)
            .sum();
    assertThat(picked).isEqualTo(4 * (routes[0] - accepted[0]));
  }

  @Test
  void changedRoutesReadTheSameButForTheChange() throws IOException {
    RouteFilter changing =
        policy("filter f(route: Route) { route.set_local_pref(77); accept }")
            .routeFilter("f", Globals.silent(), OnFault.reject(RealRoutesTest::fail));
    each(
        archive(TABLE),
        route -> {
          PathAttributes before = route.attributes();
          changing.accepts(route);
          PathAttributes after = route.attributes();
          assertThat(after.localPreference()).isEqualTo(77);
          assertThat(after.asPath()).hasToString(String.valueOf(before.asPath()));
          assertThat(after.nextHop()).isEqualTo(before.nextHop());
          assertThat(after.med()).isEqualTo(before.med());
          assertThat(after.value(AttributeType.COMMUNITIES))
              .isEqualTo(before.value(AttributeType.COMMUNITIES));
        });
  }
}
