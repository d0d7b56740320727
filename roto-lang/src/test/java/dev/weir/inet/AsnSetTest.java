package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AsnSetTest {
  @Test
  void rangesThatTouchBecomeOne() {
    AsnSet set = new AsnSet();
    set.addRange(Asn.of(10), Asn.of(20));
    set.add(Asn.of(9));
    set.add(Asn.of(21));
    set.add(Asn.of(5));
    assertThat(set).hasToString("[AS5, AS9-AS21]");
    assertThat(set.size()).isEqualTo(14);
  }

  @Test
  void numbersAreUnsigned() {
    AsnSet set = new AsnSet();
    set.addRange(Asn.of(4_200_000_000L), Asn.of(4_294_967_295L));
    assertThat(set.contains(Asn.of(4_294_967_295L))).isTrue();
    assertThat(set.contains(Asn.of(0))).isFalse();
    set.addRange(Asn.of(0), Asn.of(4_294_967_295L));
    assertThat(set.size()).isEqualTo(1L << 32);
  }

  @Test
  void refusesARangeThatRunsBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AsnSet().addRange(Asn.of(2), Asn.of(1)));
  }

  @Test
  void aFrozenSetRefusesAdditions() {
    AsnSet set = new AsnSet();
    set.freeze();
    assertThatIllegalStateException().isThrownBy(() -> set.add(Asn.of(1)));
  }

  @RepeatedTest(20)
  void agreesWithABitSet(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    AsnSet set = new AsnSet();
    BitSet bits = new BitSet();
    for (int i = 0; i < 2000; i++) {
      int first = random.nextInt(20_000);
      int last = first + (random.nextInt(4) == 0 ? random.nextInt(5) : 0);
      set.addRange(Asn.of(first), Asn.of(last));
      bits.set(first, last + 1);
      int asked = random.nextInt(20_010);
      if (random.nextInt(9) == 0) {
        assertThat(set.contains(Asn.of(asked))).isEqualTo(bits.get(asked));
      }
    }
    for (int asked = 0; asked < 20_010; asked++) {
      assertThat(set.contains(asked)).isEqualTo(bits.get(asked));
    }
    assertThat(set.size()).isEqualTo(bits.cardinality());
  }
}
