package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AsPathBuilder;
import dev.weir.bgp.rpki.AspaVerdict.Reason;
import dev.weir.inet.Asn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AspaSetTest {
  /// 10 and 20 are at the top and peers; 11 below 10, 12 below 11; 21 below 20, 22 below 21. 30 is
  /// below 10 and 20 and has no attestation, 31 below 30.
  private static final AspaSet SET =
      AspaSet.of(
          List.of(
              aspa(10, 0),
              aspa(20, 0),
              aspa(11, 10),
              aspa(12, 11),
              aspa(21, 20),
              aspa(22, 21),
              aspa(31, 30)));

  private static Aspa aspa(long customer, long... providers) {
    return Aspa.of(Asn.of(customer), Arrays.stream(providers).mapToObj(Asn::of).toList());
  }

  private static AsPath path(String text) {
    return text.isEmpty()
        ? AsPath.EMPTY
        : AsPath.sequence(Stream.of(text.split(" ")).map(Asn::parse).toArray(Asn[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "12, valid, SHORT_PATH",
    "11 12, valid, ALL_ATTESTED",
    "10 11 12, valid, ALL_ATTESTED",
    "10 10 11 12 12, valid, ALL_ATTESTED",
    "20 11 12, invalid, NOT_A_PROVIDER",
    "20 10 11 12, invalid, NOT_A_PROVIDER",
    "30 31, valid, ALL_ATTESTED",
    "10 30 31, unknown, NOT_ATTESTED",
    "12 30 31, unknown, NOT_ATTESTED",
    "20 10 30 31, invalid, NOT_A_PROVIDER",
    "12 11, invalid, NOT_A_PROVIDER",
    "'', invalid, EMPTY_PATH",
  })
  void verifiesPathsFromCustomersAndPeers(String text, String state, Reason reason) {
    check(text, AspaDirection.UPSTREAM, state, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "12, valid, SHORT_PATH",
    "10 20, valid, SHORT_PATH",
    "10 11 12, valid, ALL_ATTESTED",
    "12 11 10, valid, ALL_ATTESTED",
    "12 11 10 20 21 22, valid, ALL_ATTESTED",
    "11 10 20 21, valid, ALL_ATTESTED",
    "11 21 22, valid, ALL_ATTESTED",
    "11 10 21 22, valid, ALL_ATTESTED",
    "11 10 21 20, invalid, VALLEY",
    "10 12 20, invalid, VALLEY",
    "10 11 12 11 10, invalid, VALLEY",
    "20 30 10 11, invalid, VALLEY",
    "10 30 31, valid, ALL_ATTESTED",
    "12 11 30 31, valid, ALL_ATTESTED",
    "40 41 42, unknown, NOT_ATTESTED",
    "40 41 42 43, unknown, NOT_ATTESTED",
    "'', invalid, EMPTY_PATH",
  })
  void verifiesPathsFromProviders(String text, String state, Reason reason) {
    check(text, AspaDirection.DOWNSTREAM, state, reason);
  }

  private static void check(String text, AspaDirection direction, String state, Reason reason) {
    AspaVerdict verdict = SET.explain(path(text), direction, AspaSet.ANY_NEIGHBOUR);
    assertThat(verdict.reason()).as("%s", verdict).isEqualTo(reason);
    assertThat(verdict.state()).hasToString(state);
    assertThat(SET.verify(path(text), direction, AspaSet.ANY_NEIGHBOUR)).hasToString(state);
  }

  @Test
  void refusesSetsAndPathsOfOthers() {
    AsPath withSet =
        new AsPathBuilder()
            .segment(AsPath.AS_SEQUENCE, Asn.of(10), Asn.of(11))
            .segment(AsPath.AS_SET, Asn.of(12))
            .build();
    assertThat(SET.explain(withSet, AspaDirection.UPSTREAM, 10).reason()).isEqualTo(Reason.HAS_SET);
    assertThat(SET.explain(path("10 11"), AspaDirection.UPSTREAM, 20).reason())
        .isEqualTo(Reason.WRONG_NEIGHBOUR);
    assertThat(SET.explain(path("10 11"), AspaDirection.UPSTREAM, 10).state())
        .isEqualTo(AspaState.VALID);
    AsPath confederation =
        new AsPathBuilder()
            .segment(AsPath.AS_CONFED_SEQUENCE, Asn.of(65001))
            .segment(AsPath.AS_CONFED_SET, Asn.of(65002))
            .segment(AsPath.AS_SEQUENCE, Asn.of(10), Asn.of(11))
            .build();
    assertThat(SET.verify(confederation, AspaDirection.UPSTREAM, 10)).isEqualTo(AspaState.VALID);
  }

  @Test
  void saysWhichHopFailed() {
    AspaVerdict leak = SET.explain(path("20 11 12"), AspaDirection.UPSTREAM, 20);
    assertThat(leak)
        .hasToString(
            "invalid: a hop goes to an AS that is not a provider: AS11 to AS20: AS11 does not name"
                + " AS20, AS20 does not name AS11");
    assertThat(leak.hops()).hasSize(2);
    AspaVerdict valley = SET.explain(path("10 12 20"), AspaDirection.DOWNSTREAM, 10);
    assertThat(valley.decisiveHops()).hasSize(2);
    assertThat(SET.explain(path("10 30 31"), AspaDirection.UPSTREAM, 10).toString())
        .contains("AS30 has no ASPA");
  }

  @Test
  void tellsWhatWouldBeIfAnAttestationWereAdded() {
    AsPath path = path("10 30 31");
    assertThat(SET.verify(path, AspaDirection.UPSTREAM, 10)).isEqualTo(AspaState.UNKNOWN);
    assertThat(SET.plus(aspa(30, 10, 20)).verify(path, AspaDirection.UPSTREAM, 10))
        .isEqualTo(AspaState.VALID);
    assertThat(SET.plus(aspa(30, 20)).verify(path, AspaDirection.UPSTREAM, 10))
        .isEqualTo(AspaState.INVALID);
    assertThat(SET.plus(aspa(11, 20)).list()).hasSize(SET.size());
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  /// The ramps of the draft, as it defines them, over random attestations and paths.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheRampsOfTheDraft(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Aspa> aspas = new ArrayList<>();
    for (int customer = 1; customer <= 6; customer++) {
      if (random.nextBoolean()) {
        aspas.add(aspa(customer, random.longs(3, 1, 7).toArray()));
      }
    }
    AspaSet set = AspaSet.of(aspas);
    for (int i = 0; i < 300; i++) {
      List<Long> ases = random.longs(1 + random.nextInt(7), 1, 7).boxed().toList();
      AsPath path = AsPath.sequence(ases.stream().map(Asn::of).toArray(Asn[]::new));
      List<Asn> fromOrigin = new ArrayList<>();
      for (Long as : ases.reversed()) {
        if (fromOrigin.isEmpty() || fromOrigin.getLast().number() != as) {
          fromOrigin.add(Asn.of(as));
        }
      }
      assertThat(set.verify(path, AspaDirection.DOWNSTREAM, AspaSet.ANY_NEIGHBOUR))
          .as("%s with %s", path, set.list())
          .isEqualTo(downstream(set, fromOrigin));
      assertThat(set.verify(path, AspaDirection.UPSTREAM, AspaSet.ANY_NEIGHBOUR))
          .isEqualTo(upstream(set, fromOrigin));
    }
  }

  private static AspaState upstream(AspaSet set, List<Asn> path) {
    AspaState state = AspaState.VALID;
    for (int i = 0; i + 1 < path.size(); i++) {
      switch (set.attestation(path.get(i), path.get(i + 1))) {
        case NOT_PROVIDER -> {
          return AspaState.INVALID;
        }
        case NONE -> state = AspaState.UNKNOWN;
        case PROVIDER -> {}
      }
    }
    return state;
  }

  private static AspaState downstream(AspaSet set, List<Asn> path) {
    int n = path.size();
    if (n <= 2) {
      return AspaState.VALID;
    }
    if (ramp(set, path, false) + ramp(set, path.reversed(), false) < n) {
      return AspaState.INVALID;
    }
    return ramp(set, path, true) + ramp(set, path.reversed(), true) < n
        ? AspaState.UNKNOWN
        : AspaState.VALID;
  }

  /// How many ASes from the start on go up, one after another.
  private static int ramp(AspaSet set, List<Asn> path, boolean attested) {
    for (int i = 0; i + 1 < path.size(); i++) {
      AspaVerdict.Attestation says = set.attestation(path.get(i), path.get(i + 1));
      if (says == AspaVerdict.Attestation.NOT_PROVIDER
          || (attested && says == AspaVerdict.Attestation.NONE)) {
        return i + 1;
      }
    }
    return path.size();
  }
}
