package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLawTest {
  /// Asks a message everything it can be asked.
  static void visit(Octets octets, Negotiated negotiated) {
    MessageCursor cursor = new MessageCursor(octets, negotiated);
    while (cursor.next()) {
      Message message = cursor.message();
      assertThat(message.encode()).isEqualTo(cursor.octets());
      switch (message) {
        case OpenView open -> {
          assertThat(open.capabilities()).isNotNull();
          open.asn();
          open.families();
          open.refusal();
          Agreement.between(open, open);
          if (!open.isExtended() || open.body().u8(9) == 255) {
            assertThat(open.toOpen().toView()).isEqualTo(open);
          }
        }
        case UpdateView update -> {
          update.mpReach();
          update.mpUnreach();
          update.nextHop();
          update.endOfRib();
          update.attributes().asPath();
        }
        case NotificationView notification -> {
          notification.name();
          notification.shutdownText();
          notification.hardReset();
          notification.prefixLimit();
        }
        case RouteRefreshView refresh -> refresh.family();
        case Keepalive _, UnknownMessage _ -> {}
        case MalformedMessage malformed -> malformed.error().notification();
      }
    }
    assertThat(cursor.start()).isBetween(octets.offset(), octets.end());
  }

  static Octets random(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        List<Capability> some = new ArrayList<>(MessageTest.capabilities());
        some.subList(0, random.nextInt(some.size())).clear();
        yield Open.of(
                new Asn(1 + random.nextInt(1 << 20)),
                3 + random.nextInt(1000),
                new Ipv4Address(random.nextInt()),
                some)
            .toView()
            .encode();
      }
      case 1 -> {
        byte[] data = new byte[random.nextInt(20)];
        random.nextBytes(data);
        yield NotificationView.of(random.nextInt(12), random.nextInt(12), Octets.of(data)).encode();
      }
      case 2 -> RouteRefreshView.of(AfiSafi.EVPN, random.nextInt(3)).encode();
      default -> Keepalive.INSTANCE.encode();
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void builtMessagesAreReadAgainWhereverTheyEndAndWhateverChanges(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 40; i++) {
      Octets message = random(random);
      visit(message, Negotiated.USUAL);
      for (int end = 0; end < message.length(); end++) {
        visit(message.slice(0, end).detach(), Negotiated.USUAL);
        byte[] flipped = message.toBytes();
        flipped[end] ^= (byte) (1 << random.nextInt(8));
        visit(Octets.of(flipped), Negotiated.USUAL);
      }
    }
  }

  @Test
  void splicesNeverThrow() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 4000; i++) {
      Octets one = random(random);
      Octets two = random(random);
      int cut = 16 + random.nextInt(one.length() - 16);
      byte[] spliced = new byte[cut + two.length()];
      one.slice(0, cut).copyTo(spliced, 0);
      two.copyTo(spliced, cut);
      visit(Octets.of(spliced), Negotiated.USUAL);
    }
  }

  @Test
  void capabilitiesOfAnyOctetsAreKept() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      byte[] value = new byte[random.nextInt(16)];
      random.nextBytes(value);
      int code = random.nextInt(256);
      if (value.length > 0 && random.nextBoolean()) {
        value[0] = (byte) (value.length - 1);
      }
      assertThat(Capability.read(code, Octets.of(value)).value()).isEqualTo(Octets.of(value));
    }
  }

  @Test
  void orderDoesNotMatterToWhatIsAgreed() {
    List<Capability> shuffled = new ArrayList<>(MessageTest.capabilities());
    OpenView straight = Open.of(Asn.of(1), 9, new Ipv4Address(1), shuffled).toView();
    Collections.reverse(shuffled);
    OpenView reversed = Open.of(Asn.of(1), 9, new Ipv4Address(1), shuffled).toView();
    assertThat(Agreement.between(straight, reversed))
        .isEqualTo(Agreement.between(reversed, straight));
  }
}
