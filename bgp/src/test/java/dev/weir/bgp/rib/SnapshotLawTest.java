package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Readers in threads of their own, while one thread writes.
///
/// The writer keeps a sum over all routes that is the same at every snapshot: for each prefix, the
/// time of the route of peer 0 and that of peer 1 add up to a constant, and the path ends in the
/// number of the prefix. A reader that saw half a change would see another sum.
class SnapshotLawTest {
  private static final int PREFIXES = 4000;
  private static final int SUM = 1_000_000;

  private static Prefix prefix(int number) {
    return Prefix.of(new Ipv4Address(number << 10), 22);
  }

  private static void write(PrefixTable table, int number, int time, Random random) {
    int[] path = {65000 + random.nextInt(40), random.nextInt(300), number + 1};
    table.prepare(Routes.attributes(path).communities(time & 63).view(), Octets.EMPTY);
    Routes.announce(table, 0, prefix(number), 0, time);
    path[0] += 100;
    table.prepare(Routes.attributes(path).view(), Octets.EMPTY);
    Routes.announce(table, 1, prefix(number), 0, SUM - time);
  }

  private static long check(RibSnapshot snapshot) {
    long routes = 0;
    RouteCursor route = snapshot.inside(AfiSafi.IPV4_UNICAST, Prefix.parse("0.0.0.0/0"));
    int time = 0;
    while (route.next()) {
      int number = (int) (route.high() >>> 42);
      assertThat(route.originBits()).isEqualTo(number + 1);
      assertThat(route.asPath().originBits()).isEqualTo(number + 1);
      if (route.ingress() == 0) {
        time = route.time();
        assertThat(route.route().attributes().octets().length()).isEqualTo(4 + 17 + 7 + 7);
      } else {
        assertThat(time + route.time()).isEqualTo(SUM);
      }
      routes++;
    }
    assertThat(routes).isEqualTo(snapshot.count(AfiSafi.IPV4_UNICAST));
    assertThat(routes % 2).isZero();
    return routes;
  }

  @Test
  void readersSeeWholeTablesWhileTheWriterGoesOn() throws Exception {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    Random random = new Random(5);
    for (int i = 0; i < PREFIXES; i++) {
      write(table, i, i, random);
    }
    rib.snapshot();
    AtomicBoolean done = new AtomicBoolean();
    Callable<Long> reader =
        () -> {
          long read = 0;
          RibSnapshot first = rib.published();
          long routes = check(first);
          while (!done.get()) {
            read += check(rib.published());
          }
          assertThat(check(first)).isEqualTo(routes);
          return read;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Long> one = threads.submit(reader);
      Future<Long> two = threads.submit(reader);
      try {
        for (int round = 0; round < 300; round++) {
          for (int i = 0; i < 200; i++) {
            int number = random.nextInt(PREFIXES);
            if (random.nextInt(4) == 0) {
              Routes.withdraw(table, 0, prefix(number), 0);
              Routes.withdraw(table, 1, prefix(number), 0);
            } else {
              write(table, number, random.nextInt(SUM), random);
            }
          }
          rib.snapshot();
        }
      } finally {
        done.set(true);
      }
      assertThat(one.get() + two.get()).isPositive();
    }
  }
}
