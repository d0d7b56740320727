package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Laws over random routes of every family, whole and damaged.
class NlriLawTest {
  private static final int SEEDS = 3000;

  private static Octets field(AfiSafi family, RandomNlri routes, int count, boolean pathIds) {
    RouteWriter writer = new RouteWriter();
    for (int i = 0; i < count; i++) {
      if (pathIds) {
        writer.i32(i * 0x01010101);
      }
      writer.octets(routes.next(family).octets());
    }
    return writer.done();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomNlri routes = new RandomNlri(seed);
      AfiSafi family = routes.family();
      List<Nlri> all = new ArrayList<>();
      RouteWriter field = new RouteWriter();
      for (int i = 0; i < 5; i++) {
        Nlri route = routes.next(family);
        all.add(route);
        field.octets(route.octets());
      }
      assertThat(NlriCursor.list(field.done(), family, false)).as("seed " + seed).isEqualTo(all);
    }
  }

  @Test
  void pathIdentifiersChangeNothingElse() {
    for (long seed = 0; seed < SEEDS; seed++) {
      AfiSafi family = new RandomNlri(seed).family();
      Octets without = field(family, new RandomNlri(seed), 4, false);
      Octets with = field(family, new RandomNlri(seed), 4, true);
      assertThat(NlriCursor.list(with, family, true))
          .as("seed " + seed)
          .isEqualTo(NlriCursor.list(without, family, false));
      NlriCursor cursor = NlriCursor.over(with, family, true);
      for (int i = 0; cursor.next(); i++) {
        assertThat(cursor.pathId()).isEqualTo(i * 0x01010101L);
      }
    }
  }

  @Test
  void everyBeginningHasAnOutcome() {
    for (long seed = 0; seed < SEEDS / 10; seed++) {
      RandomNlri routes = new RandomNlri(seed);
      AfiSafi family = routes.family();
      boolean pathIds = (seed & 1) != 0;
      Octets field = field(family, routes, 3, pathIds);
      assertThat(NlriLaws.hold(field, family, pathIds)).as("seed " + seed).isZero();
      for (int length = 0; length < field.length(); length++) {
        NlriLaws.hold(field.slice(0, length), family, pathIds);
      }
    }
  }

  @Test
  void everyFlippedBitHasAnOutcome() {
    for (long seed = 0; seed < SEEDS / 10; seed++) {
      RandomNlri routes = new RandomNlri(seed);
      AfiSafi family = routes.family();
      byte[] field = field(family, routes, 2, false).toBytes();
      for (int bit = 0; bit < 8 * field.length; bit++) {
        field[bit >> 3] ^= (byte) (1 << (bit & 7));
        NlriLaws.hold(Octets.of(field), family, false);
        field[bit >> 3] ^= (byte) (1 << (bit & 7));
      }
    }
  }

  @Test
  void everySpliceHasAnOutcome() {
    for (long seed = 0; seed < SEEDS / 4; seed++) {
      RandomNlri routes = new RandomNlri(seed);
      Octets head = field(routes.family(), routes, 2, false);
      Octets tail = field(routes.family(), routes, 2, false);
      Random random = new Random(seed);
      Octets both =
          new RouteWriter()
              .octets(head.slice(0, random.nextInt(head.length() + 1)))
              .octets(tail.from(random.nextInt(tail.length() + 1)))
              .done();
      for (AfiSafi family : RandomNlri.FAMILIES) {
        NlriLaws.hold(both, family, (seed & 1) != 0);
      }
    }
  }

  @Test
  void triplesOfAnyTypeAndLengthHaveAContent() {
    Random random = new Random(7);
    for (int type = 0; type < 1300; type++) {
      for (int length = 0; length < 40; length++) {
        byte[] value = new byte[length];
        random.nextBytes(value);
        LinkStateTlv tlv = new LinkStateTlv(type, Octets.of(value));
        assertThat(tlv.toString()).isNotEmpty();
        LinkStateTlvs tlvs = LinkStateTlvs.of(tlv, tlv);
        assertThat(tlvs.list()).containsExactly(tlv, tlv);
        assertThat(tlvs.torn()).isEqualTo(-1);
      }
    }
  }
}
