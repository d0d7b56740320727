package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevalidationTest {
  /// One authorization: a prefix, up to /24, and an AS.
  private record Vrp(Prefix prefix, int origin) {}

  private static OriginCheck check(Set<Vrp> vrps) {
    return (prefix, origin) -> {
      RovState state = RovState.NOT_FOUND;
      for (Vrp vrp : vrps) {
        if (vrp.prefix.covers(prefix)) {
          boolean valid = vrp.origin == origin && prefix.length() <= 24;
          state = valid ? RovState.VALID : state == RovState.VALID ? state : RovState.INVALID;
        }
      }
      return state;
    };
  }

  @Test
  void looksOnlyAtWhatAChangeTouches() {
    Random random = new Random(7);
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    for (int i = 0; i < 20_000; i++) {
      table.prepare(Routes.attributes(1, 1 + random.nextInt(3)).view(), Octets.EMPTY);
      int bits = random.nextInt(64) << 24 | random.nextInt(256) << 16;
      Prefix prefix = Prefix.of(new dev.weir.inet.Ipv4Address(bits), 8 + random.nextInt(9));
      Routes.announce(table, random.nextInt(4), prefix, 0, 0);
    }
    Set<Vrp> vrps = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Prefix prefix = Prefix.parse(random.nextInt(64) + "." + random.nextInt(256) + ".0.0/16");
      vrps.add(new Vrp(prefix, 1 + random.nextInt(3)));
    }
    Revalidation first = Revalidation.all(rib, check(vrps), Revalidation.Listener.NONE);
    assertThat(first.looked()).isEqualTo(table.routes());
    assertThat(first.changed()).isEqualTo(table.routes());
    assertStates(rib, check(vrps));

    Prefix seven = Prefix.parse("7.0.0.0/8");
    int inside = count(rib, seven);
    List<RovState> told = new ArrayList<>();
    RibSnapshot before = rib.snapshot();
    vrps.add(new Vrp(seven, 2));
    Revalidation second =
        Revalidation.inside(
            rib,
            List.of(seven, Prefix.parse("7.1.0.0/16")),
            check(vrps),
            (_, _, _, _, now) -> told.add(now));
    assertThat(second.looked()).isEqualTo(inside).isPositive().isLessThan(table.routes() / 30);
    assertThat(told).hasSize(second.changed()).doesNotContain(RovState.NOT_FOUND);
    assertStates(rib, check(vrps));
    assertThat(states(before)).doesNotContainKey(null);
    vrps.remove(new Vrp(seven, 2));
    assertThat(Revalidation.inside(rib, List.of(seven), check(vrps), Revalidation.Listener.NONE))
        .isEqualTo(second);
    assertThat(states(rib.snapshot())).isEqualTo(states(before));
  }

  private static int count(Rib rib, Prefix inside) {
    Query query = Query.parse("more-specifics " + inside + " count");
    return (int) query.run(rib.snapshot(), _ -> {}).count();
  }

  private static java.util.Map<String, RovState> states(RibSnapshot snapshot) {
    java.util.Map<String, RovState> all = new java.util.HashMap<>();
    for (RouteCursor c = snapshot.routes(AfiSafi.IPV4_UNICAST); c.next(); ) {
      all.put(c.route().prefix() + " " + c.ingress(), c.rov());
    }
    return all;
  }

  private static void assertStates(Rib rib, OriginCheck check) {
    RibSnapshot snapshot = rib.snapshot();
    for (RouteCursor c = snapshot.routes(AfiSafi.IPV4_UNICAST); c.next(); ) {
      RibRoute route = c.route();
      assertThat(c.rov()).isEqualTo(check.check(route.prefix(), c.originBits()));
    }
  }

  @Test
  void newRoutesAreValidatedWhenTheyCome() {
    Rib rib = new Rib();
    rib.check(check(Set.of(new Vrp(Prefix.parse("10.0.0.0/8"), 2))));
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    Routes.announce(table, 0, "10.1.0.0/16", 0, 0, Routes.attributes(1, 2));
    Routes.announce(table, 1, "10.1.0.0/16", 0, 0, Routes.attributes(1, 3));
    Routes.announce(table, 0, "11.0.0.0/8", 0, 0, Routes.attributes(1, 2));
    Routes.announce(
        rib.prefixes(AfiSafi.IPV4_MULTICAST), 0, "10.0.0.0/8", 0, 0, Routes.attributes(2));
    assertThat(states(rib.snapshot()))
        .containsEntry("10.1.0.0/16 0", RovState.VALID)
        .containsEntry("10.1.0.0/16 1", RovState.INVALID)
        .containsEntry("11.0.0.0/8 0", RovState.NOT_FOUND);
    RouteCursor multicast = rib.snapshot().routes(AfiSafi.IPV4_MULTICAST);
    assertThat(multicast.next()).isTrue();
    assertThat(multicast.rov()).isEqualTo(RovState.NOT_CHECKED);
  }

  @Test
  void payloadsThatComeAndGoChangeWhatTheyCover() {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    Routes.announce(table, 0, "10.1.0.0/16", 0, 0, Routes.attributes(1, 2));
    Routes.announce(table, 0, "11.1.0.0/16", 0, 0, Routes.attributes(1, 2));
    Routes.announce(table, 0, "12.1.0.0/16", 0, 0, new Routes.Wire().origin(0));
    VrpSet first = VrpSet.EMPTY.plus(Prefix.parse("10.0.0.0/8"), 16, new Asn(2));
    Revalidation.all(rib, OriginCheck.of(first), Revalidation.Listener.NONE);
    VrpSet second =
        VrpSet.EMPTY
            .plus(Prefix.parse("10.0.0.0/8"), 15, new Asn(2))
            .plus(Prefix.parse("12.0.0.0/8"), 24, new Asn(0));
    assertThat(Revalidation.between(rib, first, second, Revalidation.Listener.NONE))
        .isEqualTo(new Revalidation(2, 2));
    Routes.announce(table, 1, "11.1.0.0/16", 0, 0, Routes.attributes(1, 2));
    assertThat(states(rib.snapshot()))
        .containsEntry("10.1.0.0/16 0", RovState.INVALID)
        .containsEntry("11.1.0.0/16 0", RovState.NOT_FOUND)
        .containsEntry("11.1.0.0/16 1", RovState.NOT_FOUND)
        .containsEntry("12.1.0.0/16 0", RovState.INVALID);
  }
}
