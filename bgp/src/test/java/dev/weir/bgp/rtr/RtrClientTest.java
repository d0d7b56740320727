package dev.weir.bgp.rtr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.rpki.Aspa;
import dev.weir.bgp.rpki.RouterKey;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.bgp.rpki.Vrp;
import dev.weir.inet.Asn;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtrClientTest {
  private static final ValidatedPayloads ONE = payloads(1, 5);
  private static final ValidatedPayloads TWO = payloads(3, 9);

  private static Vrp vrp(int number) {
    return new Vrp(new Prefix4(0x0a000000 | number << 8, 24), 24, Asn.of(65000));
  }

  private static ValidatedPayloads payloads(int from, int to) {
    List<Vrp> vrps = new ArrayList<>();
    List<Aspa> aspas = new ArrayList<>();
    List<RouterKey> keys = new ArrayList<>();
    for (int i = from; i < to; i++) {
      vrps.add(vrp(i));
      vrps.add(new Vrp(Prefix.parse("2001:db8:" + i + "::/48"), 48 + i, Asn.of(i)));
      aspas.add(Aspa.of(Asn.of(i), List.of(Asn.of(i + from), Asn.of(100))));
      keys.add(new RouterKey(Asn.of(i), Octets.of(new byte[20]), Octets.of(new byte[] {(byte) i})));
    }
    return ValidatedPayloads.of(vrps, aspas, keys);
  }

  private static RtrCache cache(int session, int newest, boolean refuses) {
    RtrCache cache = new RtrCache(session, new RtrSerial(-2), newest, refuses, 3);
    cache.publish(ONE);
    return cache;
  }

  private static Pair started(RtrCache cache) {
    Pair pair = new Pair(RtrConfig.STANDARD, cache, new SplittableRandom(1));
    pair.tell(new RtrEvent.Start());
    return pair;
  }

  /// What a version can say of the payloads.
  private static ValidatedPayloads in(int version, ValidatedPayloads all) {
    return new ValidatedPayloads(
        all.vrps(),
        version >= 2 ? all.aspas() : ValidatedPayloads.EMPTY.aspas(),
        version >= 1 ? all.routerKeys() : List.of());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "0, false", "1, true", "1, false", "2, true", "2, false"})
  void settlesTheVersionAndSynchronises(int newest, boolean refuses) {
    Pair pair = started(cache(7, newest, refuses));
    while (pair.client.state() != RtrClient.State.SYNCHRONISED) {
      assertThat(pair.client.deadline()).as("tries again at once").isEqualTo(pair.now);
      pair.fire();
    }
    assertThat(pair.client.version()).isEqualTo(newest);
    assertThat(pair.client.payloads()).isEqualTo(in(newest, ONE));
    assertThat(pair.effects(RtrEffect.Update.class)).hasSize(1);
    assertThat(pair.client.deadline()).isEqualTo(pair.now.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void followsChangesAtOnceWhenNotified(int newest) {
    Pair pair = started(cache(7, newest, false));
    for (int i = 0; i < 5; i++) {
      ValidatedPayloads next = i % 2 == 0 ? TWO : ONE;
      pair.cache.publish(next);
      pair.announceNews();
      assertThat(pair.client.payloads()).isEqualTo(in(newest, next));
      assertThat(pair.client.serial()).isEqualTo(pair.cache.serial());
    }
    assertThat(pair.sent).filteredOn(RtrPdu.ResetQuery.class::isInstance).hasSize(1);
    assertThat(pair.sent).filteredOn(RtrPdu.SerialQuery.class::isInstance).hasSize(5);
    assertThat(pair.effects(RtrEffect.Close.class)).isEmpty();
    RtrEffect.Update last = pair.effects(RtrEffect.Update.class).getLast();
    assertThat(last.before().vrps().changesTo(last.now().vrps()).announced()).isNotEmpty();
  }

  @Test
  void passesOverOldNotifications() {
    Pair pair = started(cache(7, 1, false));
    int before = pair.sent.size();
    pair.announceNews();
    pair.deliver(new RtrPdu.SerialNotify(1, 7, new RtrSerial(-3)));
    assertThat(pair.sent).hasSize(before);
  }

  @Test
  void asksAgainAfterTheRefreshInterval() {
    Pair pair = started(cache(7, 1, false));
    pair.cache.publish(TWO);
    pair.fire();
    assertThat(pair.client.payloads()).isEqualTo(in(1, TWO));
    pair.fire();
    assertThat(pair.effects(RtrEffect.Update.class)).hasSize(3);
  }

  @Test
  void asksForEverythingWhenTheCacheHasForgotten() {
    Pair pair = started(cache(7, 1, false));
    for (int i = 0; i < 5; i++) {
      pair.cache.publish(i % 2 == 0 ? TWO : ONE);
    }
    pair.announceNews();
    assertThat(pair.sent.reversed().subList(0, 2))
        .hasExactlyElementsOfTypes(RtrPdu.ResetQuery.class, RtrPdu.SerialQuery.class);
    assertThat(pair.client.payloads()).isEqualTo(in(1, TWO));
  }

  @Test
  void asksForEverythingInANewSession() {
    Pair pair = started(cache(7, 2, false));
    pair.tell(new RtrEvent.Disconnected());
    pair.cache = cache(8, 2, false);
    pair.cache.publish(TWO);
    pair.fire();
    assertThat(pair.sent.reversed().subList(0, 2))
        .hasExactlyElementsOfTypes(RtrPdu.ResetQuery.class, RtrPdu.SerialQuery.class);
    assertThat(pair.client.payloads()).isEqualTo(TWO);
    pair.deliver(new RtrPdu.SerialNotify(2, 9, new RtrSerial(0)));
    assertThat(pair.sent.getLast()).isInstanceOf(RtrPdu.ResetQuery.class);
  }

  @Test
  void keepsTheDataThroughALostConnectionUntilTheyExpire() {
    Pair pair = started(cache(7, 1, false));
    pair.reachable = false;
    pair.tell(new RtrEvent.Disconnected());
    int tries = 0;
    while (pair.effects(RtrEffect.Expire.class).isEmpty()) {
      assertThat(pair.client.payloads().vrps().size()).isEqualTo(8);
      pair.fire();
      tries++;
    }
    assertThat(tries).isEqualTo(12);
    assertThat(Duration.between(java.time.Instant.EPOCH, pair.now)).isEqualTo(Duration.ofHours(2));
    assertThat(pair.client.payloads()).isEqualTo(ValidatedPayloads.EMPTY);
    pair.reachable = true;
    pair.fire();
    assertThat(pair.sent.getLast()).isInstanceOf(RtrPdu.ResetQuery.class);
    assertThat(pair.client.payloads()).isEqualTo(in(1, ONE));
  }

  @Test
  void asksOnlyForChangesOnANewConnection() {
    Pair pair = started(cache(7, 1, false));
    pair.tell(new RtrEvent.Disconnected());
    pair.cache.publish(TWO);
    pair.fire();
    assertThat(pair.sent.getLast()).isInstanceOf(RtrPdu.SerialQuery.class);
    assertThat(pair.client.payloads()).isEqualTo(in(1, TWO));
  }

  @Test
  void nothingCountsBeforeTheEnd() {
    Pair pair = started(new RtrCache(7, new RtrSerial(1), 1, false, 3));
    assertThat(pair.client.payloads()).isEqualTo(ValidatedPayloads.EMPTY);
    assertThat(pair.client.deadline()).as("no data yet").isEqualTo(pair.now.plusSeconds(600));
    pair.cache.publish(ONE);
    RtrCache empty = pair.cache;
    pair.cache = empty;
    pair.connection = null;
    pair.fire();
    assertThat(pair.client.state()).isEqualTo(RtrClient.State.ASKED);
    pair.deliver(new RtrPdu.CacheResponse(1, 7));
    pair.deliver(RtrPdu.PrefixPdu.of(1, true, vrp(1)));
    assertThat(pair.client.payloads().vrps().size()).isZero();
    pair.tell(new RtrEvent.Disconnected());
    assertThat(pair.client.payloads().vrps().size()).isZero();
  }

  @Test
  void givesUpOnACacheThatFallsSilent() {
    Pair pair = started(cache(7, 1, false));
    pair.connection = null;
    pair.fire();
    assertThat(pair.client.state()).isEqualTo(RtrClient.State.ASKED);
    pair.fire();
    assertThat(pair.effects.getLast()).isEqualTo(new RtrEffect.Close("no answer for 600 s"));
    pair.fire();
    assertThat(pair.client.state()).isEqualTo(RtrClient.State.SYNCHRONISED);
  }

  @ParameterizedTest
  @CsvSource({
    "01040000 00000014 01181800 0a000100 0000fde8, Duplicate Announcement Received",
    "01040000 00000014 00181800 0a006300 0000fde8, Withdrawal of Unknown Record",
    "01090000 00000021 0000000000000000000000000000000000000000 00000063 01, Withdrawal of Unknown"
        + " Record",
    "010b0000 0000000c 00000063, Unsupported PDU Type",
    "01010007 0000000c 00000063, Invalid Request",
    "01030007 00000008, Corrupt Data",
    "01080000 00000008, Corrupt Data",
    "01070008 00000018 00000001 00000e10 00000258 00001c20, Corrupt Data",
    "00040000 00000014 01181800 0a006300 0000fde8, Unexpected Protocol Version",
    "01040000 00000007, Corrupt Data",
  })
  void reportsWhatCannotBe(String hex, String error) {
    Pair pair = started(cache(7, 1, false));
    pair.connection = null;
    pair.fire();
    pair.deliver(new RtrPdu.CacheResponse(1, 7));
    pair.deliver(RtrPdu.PrefixPdu.of(1, true, vrp(80)));
    Octets pdu = Octets.parseHex(hex.replace(" ", ""));
    pair.tell(new RtrEvent.Received(pdu));
    assertThat(pair.sent.getLast())
        .isInstanceOfSatisfying(
            RtrPdu.ErrorReport.class,
            report -> {
              assertThat(report.error()).hasToString(error);
              assertThat(report.erroneous()).isEqualTo(pdu);
            });
    assertThat(pair.effects.getLast()).isInstanceOf(RtrEffect.Close.class);
    assertThat(pair.client.payloads()).as("the data stay").isEqualTo(in(1, ONE));
    pair.fire();
    assertThat(pair.client.state()).isEqualTo(RtrClient.State.SYNCHRONISED);
  }

  @Test
  void neverAnswersAReportWithAReport() {
    Pair pair = started(cache(7, 1, false));
    int before = pair.sent.size();
    pair.tell(new RtrEvent.Received(Octets.parseHex("010a00000000000900")));
    assertThat(pair.sent).hasSize(before);
    assertThat(pair.effects.getLast()).isInstanceOf(RtrEffect.Close.class);
  }

  @Test
  void refusesAnAspaWithoutProviders() {
    Pair pair = started(cache(7, 2, false));
    pair.connection = null;
    pair.fire();
    pair.deliver(new RtrPdu.CacheResponse(2, 7));
    pair.deliver(new RtrPdu.AspaPdu(2, 1, 0, Asn.of(1), List.of()));
    assertThat(pair.sent.getLast())
        .isInstanceOfSatisfying(
            RtrPdu.ErrorReport.class,
            report -> assertThat(report.error()).isEqualTo(RtrError.ASPA_PROVIDERS));
  }

  @Test
  void keepsIntervalsInTheirRanges() {
    RtrConfig config =
        RtrConfig.STANDARD.with(new RtrPdu.EndOfData(1, 7, new RtrSerial(1), 0, -1, 1));
    assertThat(config.refresh()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.retry()).isEqualTo(Duration.ofHours(2));
    assertThat(config.expire()).isEqualTo(Duration.ofSeconds(7201));
  }
}
