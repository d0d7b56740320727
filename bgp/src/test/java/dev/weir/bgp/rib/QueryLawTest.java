package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Queries against a look at every route.
class QueryLawTest {
  private static final Comparator<RibRoute> ORDER =
      Comparator.comparing((RibRoute r) -> r.family())
          .thenComparing(RibRoute::prefix)
          .thenComparing(RibRoute::ingress)
          .thenComparing((a, b) -> Integer.compareUnsigned(a.pathId(), b.pathId()));

  private record Condition(String text, Predicate<RibRoute> model) {}

  private static RibSnapshot table(Random random) {
    Rib rib = new Rib();
    for (int i = 0; i < 6; i++) {
      rib.ingress(Routes.peer((i * 5 + 3) % 6));
    }
    rib.check((prefix, origin) -> RovState.values()[1 + (prefix.hashCode() + origin & 1)]);
    for (int i = 0; i < 1500; i++) {
      boolean six = random.nextInt(3) == 0;
      AfiSafi family = six ? AfiSafi.IPV6_UNICAST : AfiSafi.IPV4_UNICAST;
      PrefixTable table = rib.prefixes(family);
      int[] path = new int[1 + random.nextInt(4)];
      for (int hop = 0; hop < path.length; hop++) {
        path[hop] = 1 + random.nextInt(12);
      }
      Routes.Wire wire = new Routes.Wire().origin(0).path(path);
      wire.nextHop(0xc0000200 + random.nextInt(3));
      if (random.nextBoolean()) {
        wire.communities(65000 << 16 | random.nextInt(4), 7 << 16 | random.nextInt(3));
      }
      table.prepare(wire.view(), Octets.EMPTY);
      int pathId = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
      int ingress = random.nextInt(6);
      Routes.announce(table, ingress, Routes.prefix(random, six), pathId, random.nextInt(500));
    }
    rib.markStale(4, false);
    return rib.snapshot();
  }

  private static List<RibRoute> all(RibSnapshot snapshot) {
    List<RibRoute> all = new ArrayList<>();
    for (AfiSafi family : snapshot.families()) {
      for (RouteCursor c = snapshot.routes(family); c.next(); ) {
        all.add(c.route());
      }
    }
    all.sort(ORDER);
    return all;
  }

  private static Condition condition(Random random) {
    int asn = 1 + random.nextInt(12);
    int other = 1 + random.nextInt(12);
    int value = random.nextInt(4);
    return switch (random.nextInt(10)) {
      case 0 ->
          new Condition(
              "origin AS" + asn + "," + other,
              r -> List.of(new Asn(asn), new Asn(other)).contains(r.asPath().origin()));
      case 1 -> new Condition("as " + asn, r -> r.asPath().contains(asn));
      case 2 ->
          new Condition(
              "path \"_" + asn + "_\"", r -> (" " + r.asPath() + " ").contains(" " + asn + " "));
      case 3 -> new Condition("community 65000:" + value, r -> has(r, 65000 << 16 | value));
      case 4 ->
          new Condition(
              "community 7:*", r -> has(r, 7 << 16) || has(r, 0x70001) || has(r, 0x70002));
      case 5 ->
          new Condition(
              "next-hop 192.0.2." + value,
              r ->
                  String.valueOf(r.nextHop()).endsWith("bits=" + (0xc0000200 + value) + "]")
                      || String.valueOf(r.nextHop()).equals("192.0.2." + value));
      case 6 ->
          new Condition(
              "peer 10.0.0." + value, r -> r.peer().address().toString().equals("10.0.0." + value));
      case 7 -> new Condition("rov valid", r -> r.rov() == RovState.VALID);
      case 8 -> new Condition("stale", r -> r.ingress() == 4);
      default ->
          new Condition("neighbour " + asn, r -> new Asn(asn).equals(r.asPath().neighbour()));
    };
  }

  private static boolean has(RibRoute route, int community) {
    Octets value = route.value(8);
    for (int at = 0; value != null && at < value.length(); at += 4) {
      if (value.i32(at) == community) {
        return true;
      }
    }
    return false;
  }

  private static Condition range(Random random) {
    boolean six = random.nextBoolean();
    AfiSafi family = six ? AfiSafi.IPV6_UNICAST : AfiSafi.IPV4_UNICAST;
    Prefix p =
        random.nextInt(4) == 0
            ? Prefix.parse(six ? "::/0" : "0.0.0.0/0")
            : Routes.prefix(random, six);
    return switch (random.nextInt(4)) {
      case 0 -> new Condition("all", _ -> true);
      case 1 ->
          new Condition(
              "more-specifics " + p, r -> r.family().equals(family) && p.covers(r.prefix()));
      case 2 ->
          new Condition(
              "less-specifics " + p, r -> r.family().equals(family) && r.prefix().covers(p));
      default -> new Condition("family " + family, r -> r.family().equals(family));
    };
  }

  private static Comparator<RibRoute> order(SortKey key, boolean descending) {
    Comparator<RibRoute> by =
        switch (key) {
          case PREFIX -> ORDER;
          case PEER -> Comparator.comparing(r -> r.peer().address());
          case ORIGIN -> Comparator.comparing(r -> originOrZero(r.asPath()));
          case LENGTH -> Comparator.comparing(r -> r.prefix().length());
          case TIME -> Comparator.comparing(RibRoute::time);
          case HOPS -> Comparator.comparing(r -> r.asPath().hops());
        };
    return (descending ? by.reversed() : by).thenComparing(ORDER);
  }

  private static long originOrZero(AsPath path) {
    Asn origin = path.origin();
    return origin == null ? 0 : origin.number();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void answersWhatALookAtEveryRouteAnswers(long seed) {
    Random random = new Random(seed);
    RibSnapshot snapshot = table(random);
    List<RibRoute> all = all(snapshot);
    for (int i = 0; i < 400; i++) {
      Condition range = range(random);
      StringBuilder text = new StringBuilder(range.text);
      Predicate<RibRoute> model = range.model;
      for (int more = random.nextInt(3); more > 0; more--) {
        Condition condition = condition(random);
        boolean not = random.nextInt(4) == 0;
        text.append(not ? " not " : " ").append(condition.text);
        model = model.and(not ? condition.model.negate() : condition.model);
      }
      SortKey key = SortKey.values()[random.nextInt(SortKey.values().length)];
      boolean descending = random.nextInt(3) == 0;
      text.append(" sort ").append(key).append(descending ? " desc" : "");
      List<RibRoute> expected = all.stream().filter(model).sorted(order(key, descending)).toList();
      assertThat(paged(text.toString(), snapshot, 1 + random.nextInt(60)))
          .as(text.toString())
          .containsExactlyElementsOf(expected);
      List<RibRoute> whole = new ArrayList<>();
      assertThat(Query.parse(text.toString()).run(snapshot, whole::add))
          .isEqualTo(new QuerySummary(expected.size(), null));
      assertThat(whole).as(text.toString()).containsExactlyElementsOf(expected);
      assertThat(Query.parse(text + " count").run(snapshot, whole::add).count())
          .isEqualTo(expected.size());
    }
  }

  private static List<RibRoute> paged(String text, RibSnapshot snapshot, int limit) {
    List<RibRoute> found = new ArrayList<>();
    String after = null;
    do {
      int before = found.size();
      String page = text + " limit " + limit + (after == null ? "" : " after " + after);
      QuerySummary summary = Query.parse(page).run(snapshot, found::add);
      assertThat(found).hasSize(before + (int) summary.count());
      assertThat(summary.count()).isLessThanOrEqualTo(limit);
      after = summary.next();
    } while (after != null);
    return found;
  }
}
