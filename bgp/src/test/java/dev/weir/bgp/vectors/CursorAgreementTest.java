package dev.weir.bgp.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.nlri.PrefixNlri;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.wire.PrefixCursor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The cursor that makes no values and the one that does walk plain prefixes alike.
class CursorAgreementTest {
  @Test
  void bothStopAtTheSamePlaces() {
    for (long seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] octets = new byte[random.nextInt(40)];
      for (int i = 0; i < octets.length; i++) {
        octets[i] = (byte) random.nextInt(random.nextInt(4) == 0 ? 256 : 34);
      }
      Octets field = Octets.of(octets);
      boolean pathIds = random.nextBoolean();
      walk(field, AfiSafi.IPV4_UNICAST, pathIds);
      walk(field, AfiSafi.IPV6_MULTICAST, pathIds);
    }
  }

  private static void walk(Octets field, AfiSafi family, boolean pathIds) {
    PrefixCursor fast = PrefixCursor.over(field, family, pathIds);
    NlriCursor values = NlriCursor.over(field, family, pathIds);
    while (fast.next()) {
      assertThat(values.next()).isTrue();
      assertThat(values.nlri()).isEqualTo(new PrefixNlri(family, fast.prefix()));
      assertThat(values.pathId()).isEqualTo(pathIds ? fast.pathId() & 0xffff_ffffL : -1);
      assertThat(field.offset() + values.start()).isEqualTo(fast.start());
    }
    assertThat(values.next()).isEqualTo(fast.isTorn());
    if (fast.isTorn()) {
      assertThat(values.nlri()).isInstanceOf(MalformedNlri.class);
      assertThat(values.next()).isFalse();
    }
  }
}
