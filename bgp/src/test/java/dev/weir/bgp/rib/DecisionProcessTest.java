package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One test for each step, each with routes that are equal in all steps before.
class DecisionProcessTest {
  private static final Prefix PREFIX = Prefix.parse("10.0.0.0/8");

  private final Rib rib = new Rib();
  private final PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
  private int time = 100;

  /// A peer with an address, an AS and an identifier.
  private int peer(int address, int asn, int id) {
    return rib.ingress(Ingress.of(new Ipv4Address(address), new Asn(asn), new Ipv4Address(id)));
  }

  private void announce(int ingress, Routes.Wire attributes) {
    announce(ingress, 0, attributes);
  }

  private void announce(int ingress, int pathId, Routes.Wire attributes) {
    table.prepare(attributes.view(), Octets.EMPTY);
    Routes.announce(table, ingress, PREFIX, pathId, time++);
  }

  private Decision decide(DecisionRules rules) {
    return new DecisionProcess(rules).decide(rib.snapshot(), AfiSafi.IPV4_UNICAST, PREFIX);
  }

  private void best(DecisionRules rules, int ingress, @Nullable DecisionStep step) {
    Decision decision = decide(rules);
    assertThat(decision.best()).isNotNull();
    assertThat(decision.best().ingress()).isEqualTo(ingress);
    assertThat(decision.step()).isEqualTo(step);
  }

  @Test
  void aRouteAloneIsTheBest() {
    announce(peer(1, 1, 1), Routes.attributes(1));
    best(DecisionRules.STANDARD, 0, null);
    assertThat(decide(DecisionRules.STANDARD).reason()).isEqualTo("the only route");
    assertThat(new DecisionProcess(DecisionRules.STANDARD).decide(List.of()).best()).isNull();
  }

  @Test
  void ownAsOnThePathIsALoop() {
    announce(peer(1, 1, 1), Routes.attributes(1, 65000));
    announce(peer(2, 2, 2), Routes.attributes(2, 3, 4));
    best(DecisionRules.STANDARD.within(new Asn(65000)), 1, DecisionStep.LOOP);
    best(DecisionRules.STANDARD, 0, DecisionStep.PATH_LENGTH);
  }

  @Test
  void staleForLongComesLast() {
    announce(peer(1, 1, 1), Routes.attributes(1).localPreference(500).communities(0xffff0006));
    announce(peer(2, 2, 2), Routes.attributes(2, 3, 4));
    best(DecisionRules.STANDARD, 1, DecisionStep.LONG_STALE);
    rib.markStale(1, false);
    best(DecisionRules.STANDARD, 1, DecisionStep.LONG_STALE);
    rib.markStale(1, true);
    best(DecisionRules.STANDARD, 0, DecisionStep.LOCAL_PREFERENCE);
  }

  @Test
  void higherLocalPreferenceWins() {
    announce(peer(1, 1, 1), Routes.attributes(1));
    announce(peer(2, 2, 2), Routes.attributes(2, 3, 4).localPreference(101));
    best(DecisionRules.STANDARD, 1, DecisionStep.LOCAL_PREFERENCE);
    assertThat(decide(DecisionRules.STANDARD).reason()).isEqualTo("local preference 101, not 100");
    assertThat(decide(DecisionRules.STANDARD).lost().getFirst().reason())
        .isEqualTo("local preference 100, not 101");
  }

  @Test
  void shorterPathWinsAndASetCountsOnce() {
    announce(peer(1, 1, 1), Routes.attributes(1, 2, 3));
    byte[] withSet = {2, 1, 0, 0, 0, 2, 1, 2, 0, 0, 0, 7, 0, 0, 0, 8};
    Routes.Wire wire = new Routes.Wire().origin(0).attribute(0x40, 2, withSet).nextHop(1);
    announce(peer(2, 2, 2), wire);
    best(DecisionRules.STANDARD, 1, DecisionStep.PATH_LENGTH);
    assertThat(decide(DecisionRules.STANDARD).reason()).isEqualTo("AS path length 2, not 3");
  }

  @Test
  void lowerOriginWins() {
    announce(peer(1, 1, 1), new Routes.Wire().origin(2).path(1));
    announce(peer(2, 2, 2), new Routes.Wire().origin(1).path(2));
    announce(peer(3, 3, 3), new Routes.Wire().path(3));
    best(DecisionRules.STANDARD, 1, DecisionStep.ORIGIN);
  }

  /// The routes of the example in RFC 3345: the result must not depend on the order.
  @Test
  void medsAreComparedWithinANeighbourOnly() {
    announce(peer(1, 1, 3), Routes.attributes(1, 9).med(10));
    announce(peer(2, 1, 2), Routes.attributes(1, 9).med(5));
    announce(peer(3, 2, 1), Routes.attributes(2, 9).med(50));
    best(DecisionRules.STANDARD, 2, DecisionStep.ROUTER_ID);
    DecisionRules always = DecisionRules.STANDARD.with(DecisionRules.MedRule.ALWAYS, false);
    best(always, 1, DecisionStep.MED);
    DecisionRules never = DecisionRules.STANDARD.with(DecisionRules.MedRule.NEVER, false);
    best(never, 2, DecisionStep.ROUTER_ID);
    assertThat(decide(never).lost()).allMatch(lost -> lost.step() == DecisionStep.ROUTER_ID);
    assertThat(decide(DecisionRules.STANDARD).lost().getFirst().reason())
        .isEqualTo("MED 10, not 5");
  }

  @Test
  void aMissingMedIsBestUnlessTheRulesSayWorst() {
    announce(peer(1, 1, 1), Routes.attributes(1, 9).med(5));
    announce(peer(2, 1, 2), Routes.attributes(1, 9));
    best(DecisionRules.STANDARD, 1, DecisionStep.MED);
    best(
        DecisionRules.STANDARD.with(DecisionRules.MedRule.SAME_NEIGHBOUR, true),
        0,
        DecisionStep.MED);
  }

  @Test
  void externalBeforeInternal() {
    announce(peer(1, 65000, 1), Routes.attributes(1, 9));
    announce(peer(2, 2, 2), Routes.attributes(2, 9));
    best(DecisionRules.STANDARD.within(new Asn(65000)), 1, DecisionStep.EXTERNAL);
    best(DecisionRules.STANDARD, 0, DecisionStep.ROUTER_ID);
  }

  @Test
  void lowerInteriorCostWins() {
    announce(peer(1, 1, 1), Routes.attributes(1, 9));
    announce(peer(2, 2, 2), new Routes.Wire().origin(0).path(2, 9).nextHop(7));
    DecisionRules rules =
        DecisionRules.STANDARD.costing(
            route -> new Ipv4Address(7).equals(route.nextHop()) ? 10 : 20);
    best(rules, 1, DecisionStep.INTERIOR_COST);
    assertThat(decide(rules).reason()).isEqualTo("interior cost 10, not 20");
  }

  @Test
  void theOldestWinsBeforeIdentifiersIfTheRulesSaySo() {
    announce(peer(2, 2, 2), Routes.attributes(2, 9));
    announce(peer(1, 1, 1), Routes.attributes(1, 9));
    best(DecisionRules.STANDARD.oldestFirst(), 0, DecisionStep.OLDEST);
    best(DecisionRules.STANDARD, 1, DecisionStep.ROUTER_ID);
  }

  @Test
  void theIdentifierOfTheOriginatorStandsForThatOfThePeer() {
    announce(peer(1, 1, 5), Routes.attributes(9));
    announce(peer(2, 2, 6), Routes.attributes(9).number(0x80, 9, 4));
    best(DecisionRules.STANDARD, 1, DecisionStep.ROUTER_ID);
    assertThat(decide(DecisionRules.STANDARD).reason()).isEqualTo("router id 0.0.0.4, not 0.0.0.5");
  }

  @Test
  void theShorterClusterListWins() {
    announce(peer(1, 1, 5), Routes.attributes(9).number(0x80, 9, 4).number(0x80, 10, 1, 2));
    announce(peer(2, 2, 6), Routes.attributes(9).number(0x80, 9, 4).number(0x80, 10, 1));
    best(DecisionRules.STANDARD, 1, DecisionStep.CLUSTER_LIST);
  }

  @Test
  void theLowerAddressWinsAndThenThePathIdentifier() {
    announce(peer(2, 2, 5), 3, Routes.attributes(9));
    announce(peer(2, 2, 5), 1, Routes.attributes(9));
    announce(peer(9, 3, 5), 0, Routes.attributes(9));
    Decision decision = decide(DecisionRules.STANDARD);
    assertThat(decision.lost().getFirst().reason()).isEqualTo("peer address 0.0.0.9, not 0.0.0.2");
    assertThat(decision.best()).isNotNull();
    assertThat(decision.best().pathId()).isEqualTo(1);
    assertThat(decision.step()).isEqualTo(DecisionStep.PATH_ID);
  }

  @Test
  void theOrderOfTheRoutesDoesNotMatter() {
    Random random = new Random(3);
    for (int i = 0; i < 30; i++) {
      Routes.Wire wire = Routes.attributes(1 + random.nextInt(3), 9).med(random.nextInt(3));
      announce(peer(i + 1, 1 + i % 3, random.nextInt(20)), wire);
    }
    List<RibRoute> routes = new ArrayList<>();
    for (RouteCursor c = rib.snapshot().exact(AfiSafi.IPV4_UNICAST, PREFIX); c.next(); ) {
      routes.add(c.route());
    }
    DecisionProcess process = new DecisionProcess(DecisionRules.STANDARD);
    RibRoute best = process.decide(routes).best();
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(routes, random);
      Decision again = process.decide(routes);
      assertThat(again.best()).isSameAs(best);
      assertThat(again.lost()).hasSize(29);
    }
  }
}
