package dev.weir.dns.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.name.RandomNames;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.workers.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneStoreTest {
  private static final Name APEX = Name.parse("example.");
  private static final int A = RecordType.A.code();
  private static final int TXT = RecordType.TXT.code();
  private static final int NS = RecordType.NS.code();

  /// A zone by a model anyone can see through: owner and type to the data of the records.
  private final TreeMap<Name, TreeMap<Integer, TreeSet<String>>> model =
      new TreeMap<>(RandomNames::compareByLabels);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void buildsInCanonicalOrderWithoutDuplicatesOnAnyNumberOfThreads(long seed) {
    for (int threads = 1; threads <= 3; threads++) {
      model.clear();
      Zone zone = random(new Random(seed), 6000, threads);
      assertThat(walk(zone)).isEqualTo(text(model));
      assertThat(zone.summary().nodes()).isEqualTo(model.size());
      assertThat(zone.summary().records()).isEqualTo(text(model).size());
    }
  }

  @Test
  void cutsIntoRangesThatCoverEverythingOnce() {
    Zone zone = random(new Random(9), 20_000, 2);
    for (int pages : new int[] {1, 2, 7, 1000}) {
      List<String> joined = new ArrayList<>();
      for (ZoneRange range : zone.ranges(pages)) {
        joined.addAll(walk(zone.cursor(range)));
      }
      assertThat(joined).isEqualTo(walk(zone));
    }
  }

  @Test
  void findsEveryNodeAndNoOther() {
    Zone zone = random(new Random(10), 5000, 2);
    Random random = new Random(11);
    for (int i = 0; i < 5000; i++) {
      Name name = RandomNames.name(random, APEX, 4);
      ZoneCursor found = zone.find(NameKey.of(name, APEX));
      assertThat(found != null).as("%s", name).isEqualTo(model.containsKey(name));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void editsLeaveTheOldVersionAsItWas(long seed) {
    Random random = new Random(seed);
    Zone zone = random(random, 3000, 2);
    for (int i = 0; i < 400; i++) {
      List<String> before = i % 50 == 0 ? walk(zone) : List.of();
      Name name = RandomNames.name(random, APEX, 4);
      byte[] key = NameKey.of(name, APEX);
      boolean remove = random.nextInt(3) == 0;
      Zone edited;
      if (remove) {
        model.remove(name);
        edited = ZoneEdit.with(zone, key, null);
      } else {
        byte[] data = new byte[random.nextInt(20) == 0 ? 40_000 : 4];
        random.nextBytes(data);
        PageBuilder part = new PageBuilder();
        part.beginNode(key, 0, key.length, -1);
        part.beginSet(TXT, 0, 60, false);
        part.record(data, 0, data.length);
        part.endNode();
        TreeMap<Integer, TreeSet<String>> sets = new TreeMap<>();
        sets.put(TXT, new TreeSet<>(List.of(Octets.of(data).toString())));
        model.put(name, sets);
        edited = ZoneEdit.with(zone, key, part.finish());
      }
      if (!before.isEmpty()) {
        assertThat(walk(zone)).isEqualTo(before);
        assertThat(walk(edited)).isEqualTo(text(model));
        assertThat(edited.summary().nodes()).isEqualTo(model.size());
      }
      zone = edited;
    }
    assertThat(walk(zone)).isEqualTo(text(model));
  }

  @Test
  void shrinksToNothingAndGrowsAgain() {
    Zone zone = random(new Random(30), 2000, 1);
    for (Name name : List.copyOf(model.keySet())) {
      zone = ZoneEdit.with(zone, NameKey.of(name, APEX), null);
    }
    assertThat(zone.summary()).isEqualTo(Summary.EMPTY);
    assertThat(zone.cursor().next()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void differencesAreThoseOfTheModel(long seed) {
    Random random = new Random(seed);
    Zone older = random(random, 4000, 2);
    List<String> oldLines = walk(older);
    Zone newer = older;
    for (int i = 0; i < 30; i++) {
      Name name = RandomNames.name(random, APEX, 4);
      newer = ZoneEdit.with(newer, NameKey.of(name, APEX), null);
    }
    TreeSet<String> removed = new TreeSet<>(oldLines);
    removed.removeAll(walk(newer));
    TreeSet<String> seen = new TreeSet<>();
    ZoneDiff.compare(
        older,
        newer,
        (added, at, rdata) -> {
          assertThat(added).isFalse();
          seen.add(line(at.owner(), at.type(), rdata.toString()));
        });
    assertThat(seen).isEqualTo(removed);
  }

  @Test
  void keepsTheFirstSpellingOfAnOwnerAndTheLowestTtl() {
    RecordRun run = new RecordRun(APEX, 0);
    add(run, Name.parse("WwW.example."), A, 300, "01020304");
    add(run, Name.parse("a.example."), A, 300, "01020304");
    add(run, Name.parse("www.EXAMPLE."), A, 60, "01020305");
    add(run, Name.parse("www.EXAMPLE."), A, 60, "01020304");
    try (Workers workers = Workers.of(2)) {
      ZoneBuilder.Built built = ZoneBuilder.build(APEX, List.of(run), workers);
      assertThat(built.mixedTtls()).isEqualTo(1);
      assertThat(built.duplicates()).isEqualTo(1);
      ZoneCursor at = built.zone().find(NameKey.of(Name.parse("www.example."), APEX));
      assertThat(at).isNotNull();
      assertThat(at.owner().toString()).isEqualTo("WwW.example.");
      assertThat(at.nextSet()).isTrue();
      assertThat(at.ttl()).isEqualTo(60);
      assertThat(at.records()).isEqualTo(2);
    }
  }

  @Test
  void takesRecordsForTheSameThatDifferInTheCaseOfNamesInData() {
    RecordRun run = new RecordRun(APEX, 0);
    add(run, Name.parse("example."), NS, 300, "024e5300");
    add(run, Name.parse("example."), NS, 300, "026e7300");
    try (Workers workers = Workers.of(1)) {
      Zone zone = ZoneBuilder.build(APEX, List.of(run), workers).zone();
      ZoneCursor at = zone.find(new byte[0]);
      assertThat(at).isNotNull();
      assertThat(at.nextSet()).isTrue();
      assertThat(at.records()).isEqualTo(1);
      assertThat(at.folds()).isTrue();
    }
  }

  @Test
  void refusesOwnersOutsideTheApex() {
    RecordRun run = new RecordRun(APEX, 0);
    byte[] wire = Name.parse("www.example.org.").wire().toBytes();
    assertThat(run.add(wire, wire.length, A, 60, new byte[4], 0, 4)).isFalse();
    byte[] similar = Name.parse("wwwexample.").wire().toBytes();
    assertThat(run.add(similar, similar.length, A, 60, new byte[4], 0, 4)).isFalse();
    assertThat(run.records()).isZero();
  }

  private Zone random(Random random, int records, int threads) {
    List<RecordRun> runs = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      if (i % 700 == 0) {
        runs.add(new RecordRun(APEX, runs.size()));
      }
      Name owner = RandomNames.name(random, APEX, 4);
      int type = random.nextBoolean() ? A : TXT;
      byte[] data = new byte[4];
      random.nextBytes(data);
      String hex = Octets.of(data).toString();
      model
          .computeIfAbsent(owner, _ -> new TreeMap<>())
          .computeIfAbsent(type, _ -> new TreeSet<>())
          .add(hex);
      add(runs.getLast(), owner, type, 60, hex);
    }
    try (Workers workers = Workers.of(threads)) {
      return ZoneBuilder.build(APEX, runs.reversed(), workers).zone();
    }
  }

  private static void add(RecordRun run, Name owner, int type, int ttl, String hex) {
    byte[] wire = owner.wire().toBytes();
    byte[] data = Octets.parseHex(hex).toBytes();
    assertThat(run.add(wire, wire.length, type, ttl, data, 0, data.length)).isTrue();
  }

  private static List<String> text(TreeMap<Name, TreeMap<Integer, TreeSet<String>>> zone) {
    List<String> lines = new ArrayList<>();
    zone.forEach((owner, sets) ->
        sets.forEach((type, data) -> data.forEach(hex -> lines.add(line(owner, type, hex)))));
    return lines;
  }

  private static List<String> walk(Zone zone) {
    return walk(zone.cursor());
  }

  private static List<String> walk(ZoneCursor at) {
    List<String> lines = new ArrayList<>();
    while (at.next()) {
      while (at.nextSet()) {
        while (at.nextRecord()) {
          lines.add(line(at.owner(), at.type(), at.rdata().toString()));
        }
      }
    }
    return lines;
  }

  private static String line(Name owner, int type, String hex) {
    return owner.canonical() + " " + type + " " + hex;
  }
}
