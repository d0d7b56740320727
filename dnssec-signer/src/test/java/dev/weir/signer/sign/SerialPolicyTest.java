package dev.weir.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.dns.type.Serial;
import dev.weir.signer.SigningFault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SerialPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

  @Test
  void keepsAndCounts() {
    assertThat(SerialPolicy.KEEP.next(Serial.of(7), NOW)).isEqualTo(Serial.of(7));
    assertThat(SerialPolicy.COUNTER.next(Serial.of(0xffff_ffffL), NOW)).isEqualTo(Serial.of(0));
  }

  @Test
  void datesAndCountsOnWithinADay() {
    assertThat(SerialPolicy.DATECOUNTER.next(Serial.of(2026112000), NOW))
        .isEqualTo(Serial.of(2026112100));
    assertThat(SerialPolicy.DATECOUNTER.next(Serial.of(2026112100), NOW))
        .isEqualTo(Serial.of(2026112101));
  }

  @Test
  void neverGoesBackWhenTheClockOrThePolicyChanges() {
    Serial ahead = Serial.of(2026112199);
    assertThat(SerialPolicy.UNIXTIME.next(ahead, NOW)).isEqualTo(ahead.plus(1));
    assertThat(SerialPolicy.UNIXTIME.next(Serial.of(5), NOW))
        .isEqualTo(Serial.of(NOW.getEpochSecond()));
  }

  @Test
  void refusesPeriodsThatAreNone() {
    assertThatThrownBy(() -> new Validity(NOW, NOW, 0))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining("expire before");
    assertThatThrownBy(() -> new Validity(NOW, NOW.plusSeconds(1L << 31), 0))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining("68 years");
    assertThatThrownBy(() -> new Validity(NOW, NOW.plusSeconds(60), 60))
        .isInstanceOf(SigningFault.class)
        .hasMessageContaining("jitter");
  }
}
