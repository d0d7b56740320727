package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactTableTest {
  private final Rib rib = new Rib();
  private final ExactTable table = rib.others(AfiSafi.EVPN);

  private void announce(int ingress, String nlri, int pathId) {
    table.prepare(Routes.attributes(1, 2).view(), Octets.parseHex("0a000001"));
    table.announce(ingress, Octets.parseHex(nlri), pathId, 5);
  }

  private static List<String> all(RibSnapshot snapshot) {
    List<String> all = new ArrayList<>();
    Query.parse("family l2vpn-evpn")
        .run(snapshot, r -> all.add(r.nlri() + " " + r.ingress() + " " + r.pathId()));
    return all;
  }

  @Test
  void keepsRoutesByTheirOctets() {
    announce(0, "0502aabb", 0);
    announce(1, "0502aabb", 7);
    announce(0, "0501aa", 0);
    RibSnapshot before = rib.snapshot();
    assertThat(all(before)).containsExactly("0501aa 0 0", "0502aabb 0 0", "0502aabb 1 7");
    assertThat(table.withdraw(0, Octets.parseHex("0502aabb"), 0)).isTrue();
    assertThat(table.withdraw(0, Octets.parseHex("0502aabb"), 0)).isFalse();
    assertThat(table.withdraw(0, Octets.parseHex("0599"), 0)).isFalse();
    assertThat(rib.peerDown(1)).isEqualTo(1);
    assertThat(all(rib.snapshot())).containsExactly("0501aa 0 0");
    assertThat(all(before)).hasSize(3);
    RouteCursor exact = before.exact(AfiSafi.EVPN, Octets.parseHex("0502aabb"));
    assertThat(exact.next()).isTrue();
    assertThat(exact.route().nextHop()).hasToString("10.0.0.1");
    assertThat(exact.next()).isTrue();
    assertThat(exact.next()).isFalse();
  }

  @Test
  void nothingIsLeftBehind() {
    for (int i = 0; i < 3000; i++) {
      announce(i % 3, String.format("05%06x", i / 2), 0);
    }
    for (int i = 0; i < 3; i++) {
      rib.peerDown(i);
    }
    assertThat(rib.routes()).isZero();
    assertThat(rib.size().sets()).isZero();
    assertThat(rib.snapshot().prefixes(AfiSafi.EVPN)).isZero();
  }
}
