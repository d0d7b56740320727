package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VrpSetLawTest {
  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithAScanOfAllPayloads(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Vrp> vrps = SampleVrps.vrps(random, 1 << random.nextInt(12));
    VrpSet set = VrpSet.of(vrps);
    assertThat(set.list()).isEqualTo(List.copyOf(new TreeSet<>(vrps)));
    for (int i = 0; i < 500; i++) {
      Prefix prefix = SampleVrps.prefix(random);
      long origin = random.nextLong(6) - 1;
      List<Vrp> covering =
          new TreeSet<>(vrps).stream().filter(v -> v.prefix().covers(prefix)).toList();
      boolean matches =
          covering.stream()
              .anyMatch(v ->
                  origin > 0 && v.origin().number() == origin && prefix.length() <= v.maxLength());
      RovState expected =
          covering.isEmpty() ? RovState.NOT_FOUND : matches ? RovState.VALID : RovState.INVALID;
      assertThat(set.validate(prefix, origin)).as("%s AS%d", prefix, origin).isEqualTo(expected);
      assertThat(set.covering(prefix)).containsExactlyInAnyOrderElementsOf(covering);
      assertThat(set.explain(prefix, origin).state()).isEqualTo(expected);
      Vrp any = SampleVrps.vrp(random);
      assertThat(set.contains(any)).isEqualTo(vrps.contains(any));
    }
    assertThat(vrps).allMatch(set::contains);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aChangedSetIsTheSetOfWhatIsThen(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    VrpSet set = VrpSet.of(SampleVrps.vrps(random, 300));
    Set<Vrp> model = new TreeSet<>(set.list());
    for (int round = 0; round < 20; round++) {
      List<Vrp> more = SampleVrps.vrps(random, random.nextInt(20));
      List<Vrp> fewer = SampleVrps.vrps(random, random.nextInt(5));
      for (Vrp vrp : model) {
        if (random.nextInt(20) == 0) {
          fewer.add(vrp);
        }
      }
      Set<Vrp> before = new TreeSet<>(model);
      fewer.forEach(model::remove);
      model.addAll(more);
      VrpSet next = set.with(more, fewer);
      assertThat(next.list()).isEqualTo(List.copyOf(model));
      assertThat(next).isEqualTo(VrpSet.of(model)).hasSameHashCodeAs(VrpSet.of(model));
      VrpChanges changes = set.changesTo(next);
      assertThat(set.with(changes.announced(), changes.withdrawn())).isEqualTo(next);
      List<Vrp> gone = new ArrayList<>(before);
      gone.removeAll(model);
      assertThat(changes.withdrawn()).isEqualTo(gone);
      checkTouched(random, set, next, changes);
      set = next;
    }
  }

  /// Outside of what a change touches no verdict changes.
  private static void checkTouched(
      SplittableRandom random, VrpSet set, VrpSet next, VrpChanges changes) {
    List<Prefix> touched = changes.touched();
    for (int i = 0; i < 50; i++) {
      Prefix prefix = SampleVrps.prefix(random);
      long origin = random.nextInt(5);
      if (touched.stream().noneMatch(block -> block.covers(prefix))) {
        assertThat(next.validate(prefix, origin)).isEqualTo(set.validate(prefix, origin));
      }
    }
  }

  /// So many payloads in one block that the way from one to what covers it is too long for its
  /// field.
  @Test
  void findsWhatCoversFarAway() {
    List<Vrp> vrps = new ArrayList<>();
    vrps.add(new Vrp(new Prefix4(0x0a000000, 12), 12, new Asn(1)));
    for (int i = 0; i < 100_000; i++) {
      vrps.add(new Vrp(new Prefix4(0x0a000000 + i, 32), 32, new Asn(2)));
    }
    VrpSet set = VrpSet.of(vrps);
    Prefix last = Prefix.of(new Ipv4Address(0x0a000000 + 99_999), 32);
    assertThat(set.covering(last)).hasSize(2);
    assertThat(set.validate(last, 2)).isEqualTo(RovState.VALID);
    assertThat(set.validate(Prefix.parse("10.15.0.0/16"), 3)).isEqualTo(RovState.INVALID);
  }
}
