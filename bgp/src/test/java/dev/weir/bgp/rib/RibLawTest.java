package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table against a sorted map of what was announced.
class RibLawTest {
  private static final int PEERS = 12;

  private record Key(Prefix prefix, int ingress, int pathId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = prefix.compareTo(other.prefix);
      order = order != 0 ? order : Integer.compare(ingress, other.ingress);
      return order != 0 ? order : Integer.compareUnsigned(pathId, other.pathId);
    }
  }

  private record Said(Octets attributes, long time) {}

  /// The table and its model.
  private static final class Pair {
    final Rib rib = new Rib();
    final TreeMap<Key, Said> model = new TreeMap<>();
    final AfiSafi family;
    final PrefixTable table;
    final Random random;

    Pair(long seed, boolean six) {
      random = new Random(seed);
      family = six ? AfiSafi.IPV6_UNICAST : AfiSafi.IPV4_UNICAST;
      table = rib.prefixes(family);
      for (int i = 0; i < PEERS; i++) {
        rib.ingress(Routes.peer(i));
      }
    }

    boolean six() {
      return family.afi() == 2;
    }

    Routes.Wire attributes() {
      Routes.Wire wire = Routes.attributes(65000 + random.nextInt(5), 1 + random.nextInt(20));
      if (random.nextBoolean()) {
        wire.communities(random.nextInt(9), random.nextInt(3));
      }
      if (random.nextInt(4) == 0) {
        wire.med(random.nextInt(6));
      }
      if (random.nextInt(50) == 0) {
        wire.attribute(0xc0, 99, new byte[random.nextInt(3000)]);
      }
      return wire;
    }

    void step(int time) {
      int choice = random.nextInt(100);
      int ingress = random.nextInt(PEERS);
      int pathId = random.nextInt(3) == 0 ? random.nextInt() : 0;
      Prefix prefix = Routes.prefix(random, six());
      if (choice < 60) {
        Octets all = attributes().octets();
        table.prepare(new dev.weir.bgp.path.PathAttributes(all, true), Octets.EMPTY);
        Announced done = Routes.announce(table, ingress, prefix, pathId, time);
        Said before = model.put(new Key(prefix, ingress, pathId), new Said(all, time));
        assertThat(done)
            .isEqualTo(
                before == null
                    ? Announced.ADDED
                    : before.attributes.equals(all) ? Announced.REPEATED : Announced.CHANGED);
      } else if (choice < 99 && !model.isEmpty()) {
        Key key = random.nextBoolean() ? new Key(prefix, ingress, pathId) : any();
        boolean there = model.remove(key) != null;
        assertThat(Routes.withdraw(table, key.ingress, key.prefix, key.pathId)).isEqualTo(there);
      } else {
        long expected = model.keySet().stream().filter(key -> key.ingress == ingress).count();
        assertThat(rib.peerDown(ingress)).isEqualTo((int) expected);
        model.keySet().removeIf(key -> key.ingress == ingress);
      }
    }

    private Key any() {
      Key sought = new Key(Routes.prefix(random, six()), random.nextInt(PEERS), 0);
      Key found = model.ceilingKey(sought);
      return found == null ? model.firstKey() : found;
    }
  }

  private static Map<Key, Said> read(RouteCursor cursor) {
    Map<Key, Said> all = new java.util.LinkedHashMap<>();
    while (cursor.next()) {
      RibRoute route = cursor.route();
      Said said = new Said(route.attributes().octets(), route.time());
      assertThat(all.put(new Key(route.prefix(), route.ingress(), route.pathId()), said)).isNull();
    }
    return all;
  }

  private static Prefix everything(Pair pair) {
    return Prefix.parse(pair.six() ? "::/0" : "0.0.0.0/0");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void holdsWhatWasAnnouncedAndNotWithdrawn(long seed) {
    Pair pair = new Pair(seed, seed % 2 == 0);
    for (int round = 0; round < 40; round++) {
      for (int i = 0; i < 250; i++) {
        pair.step(round * 250 + i);
      }
      RibSnapshot snapshot = pair.rib.snapshot();
      Map<Key, Said> ordered = read(snapshot.inside(pair.family, everything(pair)));
      assertThat(ordered).isEqualTo(pair.model);
      assertThat(ordered.keySet()).containsExactlyElementsOf(pair.model.keySet());
      assertThat(read(snapshot.routes(pair.family))).isEqualTo(pair.model);
      assertThat(snapshot.count(pair.family)).isEqualTo(pair.model.size());
      assertThat(snapshot.prefixes(pair.family))
          .isEqualTo((int) pair.model.keySet().stream().map(Key::prefix).distinct().count());
      for (int peer = 0; peer < PEERS; peer++) {
        int ingress = peer;
        assertThat(snapshot.count(pair.family, ingress))
            .isEqualTo(
                (int) pair.model.keySet().stream().filter(k -> k.ingress == ingress).count());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void answersByPrefixAsTheModelDoes(long seed) {
    Pair pair = new Pair(seed, seed % 2 == 0);
    for (int i = 0; i < 3000; i++) {
      pair.step(i);
    }
    RibSnapshot snapshot = pair.rib.snapshot();
    for (int i = 0; i < 2000; i++) {
      Prefix sought = Routes.prefix(pair.random, pair.six());
      assertThat(read(snapshot.exact(pair.family, sought)).keySet())
          .containsExactlyElementsOf(where(pair, key -> key.prefix.equals(sought)));
      assertThat(read(snapshot.inside(pair.family, sought)).keySet())
          .containsExactlyElementsOf(where(pair, key -> sought.covers(key.prefix)));
      List<Key> around = where(pair, key -> key.prefix.covers(sought));
      assertThat(read(snapshot.around(pair.family, sought)).keySet())
          .containsExactlyElementsOf(around);
      Prefix longest = around.isEmpty() ? null : around.getLast().prefix;
      assertThat(read(snapshot.longest(pair.family, sought)).keySet())
          .containsExactlyElementsOf(where(pair, key -> key.prefix.equals(longest)));
    }
  }

  private static List<Key> where(Pair pair, java.util.function.Predicate<Key> predicate) {
    return pair.model.keySet().stream().filter(predicate).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void snapshotsStayAsTheyWere(long seed) {
    Pair pair = new Pair(seed, false);
    List<RibSnapshot> snapshots = new ArrayList<>();
    List<TreeMap<Key, Said>> models = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      pair.step(i);
      if (pair.random.nextInt(400) == 0) {
        snapshots.add(pair.rib.snapshot());
        models.add(new TreeMap<>(pair.model));
      }
    }
    for (int i = 0; i < snapshots.size(); i++) {
      assertThat(read(snapshots.get(i).inside(pair.family, everything(pair))))
          .isEqualTo(models.get(i));
      assertThat(read(snapshots.get(i).routes(pair.family))).isEqualTo(models.get(i));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32})
  void nothingIsLeftWhenAllPeersAreDown(long seed) {
    Pair pair = new Pair(seed, false);
    for (int i = 0; i < 5000; i++) {
      pair.step(i);
    }
    assertThat(pair.rib.routes()).isPositive();
    for (int peer = 0; peer < PEERS; peer++) {
      pair.rib.peerDown(peer);
    }
    StoreSize size = pair.rib.size();
    assertThat(Stream.of(size.sets(), size.paths(), size.communitySets())).containsOnly(0);
    assertThat(Stream.of(size.frames(), size.nextHops())).containsOnly(0);
    assertThat(pair.rib.routes()).isZero();
    assertThat(pair.table.prefixes()).isZero();
    assertThat(pair.table.trie().live()).isZero();
    assertThat(Stream.of(pair.table.blocks().pages())).allMatch(page -> page.length == 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42})
  void whatIsSharedIsCountedRight(long seed) {
    Pair pair = new Pair(seed, true);
    for (int i = 0; i < 6000; i++) {
      pair.step(i);
    }
    StoreSize size = pair.rib.size();
    long sets = pair.model.values().stream().map(Said::attributes).distinct().count();
    assertThat(size.sets()).isEqualTo((int) sets);
    long paths =
        pair.model.values().stream()
            .map(said -> new dev.weir.bgp.path.PathAttributes(said.attributes, true).asPath())
            .distinct()
            .count();
    assertThat(size.paths()).isEqualTo((int) paths);
    assertThat(size.nextHops()).isEqualTo(1);
  }
}
