package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RibDifferenceTest {
  private static Map<String, String> read(RibSnapshot snapshot) {
    Map<String, String> all = new HashMap<>();
    for (AfiSafi family : snapshot.families()) {
      for (RouteCursor c = snapshot.routes(family); c.next(); ) {
        RibRoute route = c.route();
        all.put(
            family + " " + route.prefix() + " " + route.peer() + " " + route.pathId(),
            route.attributes().octets().toString());
      }
    }
    return all;
  }

  private static void change(Rib rib, Random random, int count, int firstPeer) {
    for (int i = 0; i < count; i++) {
      boolean six = random.nextInt(4) == 0;
      PrefixTable table = rib.prefixes(six ? AfiSafi.IPV6_UNICAST : AfiSafi.IPV4_UNICAST);
      int ingress = rib.ingress(Routes.peer((firstPeer + random.nextInt(5)) % 5));
      Prefix prefix = Routes.prefix(random, six);
      int pathId = random.nextInt(3);
      if (random.nextInt(3) == 0) {
        Routes.withdraw(table, ingress, prefix, pathId);
      } else {
        table.prepare(Routes.attributes(1, 1 + random.nextInt(3)).view(), Octets.EMPTY);
        Routes.announce(table, ingress, prefix, pathId, 0);
      }
    }
  }

  private static void check(RibSnapshot before, RibSnapshot after) {
    Map<String, String> left = read(before);
    Map<String, String> right = read(after);
    TreeSet<String> expected = new TreeSet<>();
    for (String key : left.keySet()) {
      if (!left.get(key).equals(right.get(key))) {
        expected.add((right.containsKey(key) ? "~ " : "- ") + key);
      }
    }
    right.keySet().stream()
        .filter(key -> !left.containsKey(key))
        .forEach(k -> expected.add("+ " + k));
    List<String> found = new ArrayList<>();
    long count =
        RibDifference.between(
            before,
            after,
            change -> {
              RibRoute route = change.after() != null ? change.after() : change.before();
              String sign = change.isAdded() ? "+ " : change.isRemoved() ? "- " : "~ ";
              found.add(
                  sign
                      + route.family()
                      + " "
                      + route.prefix()
                      + " "
                      + route.peer()
                      + " "
                      + route.pathId());
              assertThat(change.attributes().isEmpty()).isNotEqualTo(sign.equals("~ "));
            });
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(count).isEqualTo(expected.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void findsWhatDiffersBetweenSnapshots(long seed) {
    Random random = new Random(seed);
    Rib rib = new Rib();
    change(rib, random, 4000, 0);
    RibSnapshot before = rib.snapshot();
    for (int changes : new int[] {0, 3, 100, 4000}) {
      change(rib, random, changes, 0);
      RibSnapshot after = rib.snapshot();
      check(before, after);
      check(after, before);
      before = after;
    }
  }

  @Test
  void tablesThatNumberTheirPeersOtherwiseAreComparedByPeer() {
    Rib one = new Rib();
    Rib other = new Rib();
    change(one, new Random(1), 2000, 0);
    other.ingress(Routes.peer(4));
    other.ingress(Routes.peer(2));
    change(other, new Random(1), 2000, 0);
    assertThat(RibDifference.between(one.snapshot(), other.snapshot(), _ -> {})).isZero();
    change(other, new Random(2), 300, 3);
    check(one.snapshot(), other.snapshot());
  }

  @Test
  void comparesTwoPeersOfATable() {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    Routes.announce(table, 0, "10.0.0.0/8", 0, 0, Routes.attributes(1, 9));
    Routes.announce(table, 1, "10.0.0.0/8", 0, 0, Routes.attributes(1, 9));
    Routes.announce(table, 0, "11.0.0.0/8", 0, 0, Routes.attributes(1, 9));
    Routes.announce(table, 1, "12.0.0.0/8", 0, 0, Routes.attributes(1, 9));
    Routes.announce(table, 0, "13.0.0.0/8", 0, 0, Routes.attributes(1, 8));
    Routes.announce(table, 1, "13.0.0.0/8", 0, 0, Routes.attributes(1, 9).med(1));
    Routes.announce(table, 2, "14.0.0.0/8", 0, 0, Routes.attributes(1, 9));
    List<RibDifference.Change> changes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rib.ingress(Routes.peer(i));
    }
    assertThat(RibDifference.between(rib.snapshot(), 0, 1, RibRoute::saysTheSameAs, changes::add))
        .isEqualTo(3);
    assertThat(changes.get(0).isRemoved()).isTrue();
    assertThat(changes.get(1).isAdded()).isTrue();
    assertThat(changes.get(2).attributes()).containsExactly(2, 4);
  }
}
