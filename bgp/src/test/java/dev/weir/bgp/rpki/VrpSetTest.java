package dev.weir.bgp.rpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.weir.bgp.rpki.RovVerdict.Finding;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VrpSetTest {
  private static final VrpSet SET =
      VrpSet.of(
          List.of(
              vrp("10.0.0.0/8", 16, 65001),
              vrp("10.1.0.0/16", 24, 65002),
              vrp("10.1.0.0/16", 16, 65003),
              vrp("192.0.2.0/24", 24, 0),
              vrp("198.51.100.0/24", 24, 0),
              vrp("198.51.100.0/24", 24, 65004),
              vrp("0.0.0.0/0", 0, 65009),
              vrp("2001:db8::/32", 48, 65001),
              vrp("2001:db8:1::/48", 128, 65002),
              vrp("2001:db8::8000:0:0:0/65", 65, 65005)));

  private static Vrp vrp(String prefix, int max, long origin) {
    return new Vrp(Prefix.parse(prefix), max, Asn.of(origin));
  }

  /// Every case of RFC 6811 section 2, and what later documents add.
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 65001, valid",
    "10.0.0.0/16, 65001, valid",
    "10.0.0.0/17, 65001, invalid",
    "10.0.0.0/8, 65002, invalid",
    "10.1.0.0/16, 65001, valid",
    "10.1.0.0/16, 65003, valid",
    "10.1.2.0/24, 65002, valid",
    "10.1.2.0/25, 65002, invalid",
    "10.1.2.0/24, 65003, invalid",
    "11.0.0.0/8, 65001, invalid",
    "0.0.0.0/0, 65009, valid",
    "0.0.0.0/0, 65001, invalid",
    "192.0.2.0/24, 0, invalid",
    "192.0.2.0/24, 65001, invalid",
    "198.51.100.0/24, 65004, valid",
    "198.51.100.0/24, -1, invalid",
    "2001:db8::/32, 65001, valid",
    "2001:db8:1::/48, 65001, valid",
    "2001:db8:1::1/128, 65002, valid",
    "2001:db8:1::1/128, 65001, invalid",
    "2001:db8::8000:0:0:0/65, 65005, valid",
    "2001:db8::8000:0:0:0/66, 65005, invalid",
    "2001:db8::/65, 65005, invalid",
    "2001:db9::/32, 65001, not-found",
    "2001::/16, 65001, not-found",
    "::/0, -1, not-found",
  })
  void judges(String text, long origin, String expected) {
    Prefix prefix = Prefix.parse(text);
    assertThat(SET.validate(prefix, origin)).hasToString(expected);
    assertThat(SET.explain(prefix, origin).state()).hasToString(expected);
  }

  @Test
  void explainsWithEveryPayloadThatCovers() {
    RovVerdict verdict = SET.explain(Prefix.parse("10.1.2.0/25"), 65001);
    assertThat(verdict.candidates())
        .containsExactly(
            new RovVerdict.Candidate(
                vrp("10.1.0.0/16", 24, 65002), Finding.WRONG_ORIGIN_AND_TOO_LONG),
            new RovVerdict.Candidate(
                vrp("10.1.0.0/16", 16, 65003), Finding.WRONG_ORIGIN_AND_TOO_LONG),
            new RovVerdict.Candidate(vrp("10.0.0.0/8", 16, 65001), Finding.TOO_LONG),
            new RovVerdict.Candidate(
                vrp("0.0.0.0/0", 0, 65009), Finding.WRONG_ORIGIN_AND_TOO_LONG));
    assertThat(SET.explain(Prefix.parse("10.1.2.0/24"), 65002))
        .hasToString("valid: 10.1.0.0/16-24 AS65002 (matches)");
    assertThat(SET.explain(Prefix.parse("2001:db9::/32"), 7))
        .hasToString("not-found: no VRP covers 2001:db9::/32");
    assertThat(SET.explain(Prefix.parse("192.0.2.0/24"), 7).toString())
        .startsWith("invalid: 192.0.2.0/24 AS0 (AS 0, nobody may originate this); ");
    assertThat(SET.explain(Prefix.parse("2001:db8::/32"), VrpSet.NO_ORIGIN).candidates())
        .extracting(RovVerdict.Candidate::finding)
        .containsExactly(Finding.NO_ORIGIN);
  }

  @Test
  void sharesWhatDoesNotChange() {
    VrpSet next = SET.plus(Prefix.parse("203.0.113.0/24"), 24, new Asn(65007));
    assertThat(next.size()).isEqualTo(SET.size() + 1);
    assertThat(SET.validate(Prefix.parse("203.0.113.0/24"), 65007)).isEqualTo(RovState.INVALID);
    assertThat(next.validate(Prefix.parse("203.0.113.0/24"), 65007)).isEqualTo(RovState.VALID);
    assertThat(SET.with(SET.list(), List.of())).isSameAs(SET);
    assertThat(SET.with(List.of(), List.of(vrp("9.0.0.0/8", 8, 1)))).isSameAs(SET);
    assertThat(next.with(List.of(), List.of(vrp("203.0.113.0/24", 24, 65007)))).isEqualTo(SET);
  }

  @Test
  void namesWhatAChangeTouches() {
    VrpSet next =
        SET.with(
            List.of(vrp("10.2.0.0/16", 16, 1), vrp("172.16.0.0/12", 12, 1)),
            List.of(vrp("10.0.0.0/8", 16, 65001), vrp("2001:db8:1::/48", 128, 65002)));
    VrpChanges changes = SET.changesTo(next);
    assertThat(changes.announced())
        .containsExactly(vrp("10.2.0.0/16", 16, 1), vrp("172.16.0.0/12", 12, 1));
    assertThat(changes.withdrawn()).hasSize(2);
    assertThat(changes.touched())
        .containsExactly(
            Prefix.parse("10.0.0.0/8"),
            Prefix.parse("172.16.0.0/12"),
            Prefix.parse("2001:db8:1::/48"));
    assertThat(next.changesTo(next).isEmpty()).isTrue();
  }

  @Test
  void refusesImpossibleMaximumLengths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vrp("10.0.0.0/8", 7, 1))
        .withMessageContaining("10.0.0.0/8 is 8 to 32, not 7");
    assertThatIllegalArgumentException().isThrownBy(() -> vrp("10.0.0.0/8", 33, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> vrp("::/0", 129, 1));
  }

  @Test
  void judgesWithoutAllocating() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int valid = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 300; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 500; i++) {
        valid += SET.validate4(0x0a010000 + (i << 8), 24, 65002);
        valid += SET.validate6(0x20010db800010000L + i, i, 128, 65002);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(valid).isPositive();
    assertThat(least).isZero();
  }
}
