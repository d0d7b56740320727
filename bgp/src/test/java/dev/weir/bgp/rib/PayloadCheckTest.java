package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.bgp.rpki.VrpChanges;
import dev.weir.bgp.rpki.VrpSet;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PayloadCheckTest {
  /// After each change of the payloads only what it touches is validated again, and yet every route
  /// has the state that the set gives it.
  @Test
  void theTableFollowsTheSetThroughItsChanges() {
    SplittableRandom random = new SplittableRandom(9);
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    for (int i = 0; i < 5000; i++) {
      table.prepare(Routes.attributes(1, 1 + random.nextInt(3)).view(), Octets.EMPTY);
      Routes.announce(table, random.nextInt(4), prefix(random), 0, 0);
    }
    VrpSet set = VrpSet.EMPTY;
    Revalidation.all(rib, OriginCheck.of(set), Revalidation.Listener.NONE);
    for (int round = 0; round < 30; round++) {
      VrpSet next = set.with(vrps(random), pick(random, set.list()));
      VrpChanges changes = set.changesTo(next);
      OriginCheck check = OriginCheck.of(next);
      Revalidation done =
          Revalidation.inside(rib, changes.touched(), check, Revalidation.Listener.NONE);
      assertThat(done.looked()).isLessThan(table.routes());
      for (RouteCursor c = rib.snapshot().routes(AfiSafi.IPV4_UNICAST); c.next(); ) {
        assertThat(c.rov().toString())
            .isEqualTo(next.validate(c.route().prefix(), c.originBits()).toString());
      }
      set = next;
    }
  }

  private static Prefix prefix(SplittableRandom random) {
    int bits = random.nextInt(64) << 24 | random.nextInt(256) << 16;
    return Prefix.of(new Ipv4Address(bits), 8 + random.nextInt(9));
  }

  private static List<Vrp> vrps(SplittableRandom random) {
    List<Vrp> vrps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Prefix prefix = prefix(random);
      vrps.add(new Vrp(prefix, prefix.length() + random.nextInt(4), new Asn(random.nextInt(4))));
    }
    return vrps;
  }

  private static List<Vrp> pick(SplittableRandom random, List<Vrp> from) {
    return from.stream().filter(_ -> random.nextInt(20) == 0).toList();
  }
}
