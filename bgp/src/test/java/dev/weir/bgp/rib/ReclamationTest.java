package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import org.junit.jupiter.api.Test;

class ReclamationTest {
  private static final int PREFIXES = 3000;

  private static void announceAll(PrefixTable table, int ingress, int seed) {
    for (int i = 0; i < PREFIXES; i++) {
      int origin = 1 + (i * 7 + seed) % 900;
      Routes.Wire wire = Routes.attributes(65000 + ingress, 3356, origin);
      if (origin % 3 == 0) {
        wire.communities(65000 << 16 | origin % 50, seed % 5);
      }
      table.prepare(wire.view(), Octets.EMPTY);
      Prefix prefix = Prefix.of(new Ipv4Address(i * 0x2_0100), 24);
      Routes.announce(table, ingress, prefix, 0, seed);
    }
  }

  /// The second of two peers comes and goes a thousand times; the figures of the first hundred are
  /// those of the last.
  @Test
  void aPeerThatFlapsDoesNotMakeTheTableGrow() {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    announceAll(table, 0, 0);
    long octets = 0;
    StoreSize size = rib.size();
    for (int flap = 0; flap < 1000; flap++) {
      announceAll(table, 1, flap % 10);
      assertThat(rib.peerDown(1)).isEqualTo(PREFIXES);
      if (flap == 100) {
        octets = rib.octets();
        size = rib.size();
      }
    }
    assertThat(rib.size()).isEqualTo(size);
    assertThat(rib.octets()).isEqualTo(octets);
    assertThat(rib.routes()).isEqualTo(PREFIXES);
  }

  @Test
  void pagesOfAForgottenSnapshotAreNotCopiedTwice() {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    announceAll(table, 0, 0);
    RibSnapshot snapshot = rib.snapshot();
    announceAll(table, 0, 1);
    int[][] after = table.blocks().pages().clone();
    announceAll(table, 0, 2);
    for (int page = 0; page < after.length; page++) {
      assertThat(table.blocks().pages()[page]).isSameAs(after[page]);
    }
    assertThat(snapshot.routes()).isEqualTo(PREFIXES);
  }

  @Test
  void aWithdrawalIsTheEndOfWhatOnlyItUsed() {
    Rib rib = new Rib();
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    Routes.announce(table, 0, "10.0.0.0/8", 0, 0, Routes.attributes(1, 2, 3));
    Routes.announce(table, 1, "10.0.0.0/8", 0, 0, Routes.attributes(1, 2, 3));
    Routes.announce(table, 1, "11.0.0.0/8", 0, 0, Routes.attributes(1, 2, 4).communities(5));
    assertThat(rib.size().paths()).isEqualTo(2);
    assertThat(rib.size().sets()).isEqualTo(2);
    assertThat(rib.size().nextHops()).isEqualTo(1);
    Routes.withdraw(table, 1, Prefix.parse("11.0.0.0/8"), 0);
    assertThat(rib.size().paths()).isEqualTo(1);
    assertThat(rib.size().communitySets()).isZero();
    Routes.withdraw(table, 1, Prefix.parse("10.0.0.0/8"), 0);
    assertThat(rib.size().sets()).isEqualTo(1);
    assertThat(Routes.withdraw(table, 1, Prefix.parse("10.0.0.0/8"), 0)).isFalse();
    Routes.withdraw(table, 0, Prefix.parse("10.0.0.0/8"), 0);
    assertThat(rib.size().sets()).isZero();
    assertThat(rib.size().frames()).isZero();
  }
}
