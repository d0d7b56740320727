package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.Origin;
import dev.weir.inet.Asn;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateBuilderTest {
  private static final Ipv4Address HOP4 = Ipv4Address.parse("192.0.2.1");
  private static final Ipv6Address HOP6 = Ipv6Address.parse("2001:db8::1");
  private static final Prefix4 PREFIX4 = new Prefix4(Ipv4Address.parse("198.51.100.0").bits(), 24);
  private static final Prefix6 PREFIX6 = new Prefix6(0x20010db8_00000000L, 0, 32);
  private static final Negotiated PLAIN = new Negotiated(true, Set.of(), false);

  private static AttributesBuilder attributes() {
    return new AttributesBuilder()
        .origin(Origin.IGP)
        .asPath(AsPath.sequence(new Asn(65_000)))
        .nextHop(Ipv4Address.parse("203.0.113.1"));
  }

  @Test
  void eachMessageDoesOneThing() {
    List<UpdateView> messages =
        new UpdateBuilder(PLAIN)
            .attributes(attributes())
            .nextHop(HOP4)
            .announce(AfiSafi.IPV4_UNICAST, PREFIX4, 0)
            .withdraw(AfiSafi.IPV4_UNICAST, PREFIX4, 0)
            .withdraw(AfiSafi.IPV6_UNICAST, PREFIX6, 0)
            .build();
    assertThat(messages)
        .extracting(message -> message.body().toString())
        .containsExactly(
            "0004" + "18c63364" + "0000",
            "0000" + "000b" + "800f08000201" + "2020010db8",
            "0000" + "0014" + "40010100" + "40020602010000fde8" + "400304c0000201" + "18c63364");
  }

  @Test
  void routesOfFamiliesComeFirst() {
    UpdateView message =
        new UpdateBuilder(Negotiated.USUAL.withAddPath(Set.of(AfiSafi.IPV6_UNICAST)))
            .attributes(attributes())
            .nextHop(HOP6)
            .announce(AfiSafi.IPV6_UNICAST, PREFIX6, 7)
            .build()
            .getFirst();
    assertThat(message.attributes().octets())
        .hasToString(
            "800e1e"
                + "00020110"
                + "20010db8000000000000000000000001"
                + "00"
                + "00000007"
                + "2020010db8"
                + "40010100"
                + "40020602010000fde8");
    assertThat(message.nextHop()).isEqualTo(HOP6);
  }

  @Test
  void networksHaveADistinguisherBeforeTheNextHop() {
    Octets route = Octets.parseHex("70" + "000641" + "0000fde800000001" + "c63364");
    UpdateView message =
        new UpdateBuilder(PLAIN)
            .attributes(attributes())
            .nextHop(HOP4)
            .announce(AfiSafi.IPV4_VPN, route, 0)
            .build()
            .getFirst();
    MpReach reach = message.mpReach();
    assertThat(reach).isNotNull();
    assertThat(reach.nextHop()).hasToString("0000000000000000c0000201");
    assertThat(reach.nlri()).isEqualTo(route);
    UpdateView filter =
        new UpdateBuilder(PLAIN)
            .attributes(attributes())
            .announce(AfiSafi.IPV4_FLOWSPEC, Octets.parseHex("03038106"), 0)
            .build()
            .getFirst();
    assertThat(filter.mpReach()).isNotNull();
    assertThat(filter.mpReach().nextHop()).isEqualTo(Octets.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 700, 5_000, 40_000})
  void manyRoutesAreSplit(int count) {
    UpdateBuilder builder = new UpdateBuilder(PLAIN).attributes(attributes()).nextHop(HOP4);
    List<Prefix> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Prefix4 prefix = new Prefix4(0x0a000000 + (i << 8), 24);
      wanted.add(prefix);
      builder.announce(AfiSafi.IPV4_UNICAST, prefix, 0);
      builder.withdraw(AfiSafi.IPV4_MULTICAST, prefix, 0);
    }
    List<Prefix> found = new ArrayList<>();
    List<Prefix> gone = new ArrayList<>();
    for (UpdateView message : builder.build()) {
      assertThat(message.encode().length()).isLessThanOrEqualTo(4096);
      assertThat(Message.read(message.encode(), PLAIN)).isEqualTo(message);
      PrefixCursor cursor = message.announcedPrefixes();
      while (cursor.next()) {
        found.add(cursor.prefix());
      }
      MpUnreach unreach = message.mpUnreach();
      if (unreach != null) {
        PrefixCursor back = PrefixCursor.over4(unreach.nlri(), false);
        while (back.next()) {
          gone.add(back.prefix());
        }
      }
    }
    assertThat(found).isEqualTo(wanted);
    assertThat(gone).isEqualTo(wanted);
  }

  @Test
  void refusesWhatDoesNotFit() {
    AttributesBuilder big =
        attributes().set(new PathAttribute.Unknown(250, 0xc0, Octets.of(new byte[4_100])));
    UpdateBuilder builder =
        new UpdateBuilder(PLAIN)
            .attributes(big)
            .nextHop(HOP4)
            .announce(AfiSafi.IPV4_UNICAST, PREFIX4, 0);
    assertThatIllegalArgumentException().isThrownBy(builder::build);
    UpdateBuilder lost =
        new UpdateBuilder(PLAIN).attributes(big).announce(AfiSafi.IPV6_UNICAST, PREFIX6, 0);
    assertThatIllegalArgumentException().isThrownBy(lost::build);
  }

  @Test
  void marksTheEndOfATable() {
    assertThat(UpdateBuilder.endOfRib(AfiSafi.IPV4_UNICAST, PLAIN).endOfRib())
        .isEqualTo(AfiSafi.IPV4_UNICAST);
    UpdateView marker = UpdateBuilder.endOfRib(AfiSafi.EVPN, PLAIN);
    assertThat(marker.endOfRib()).isEqualTo(AfiSafi.EVPN);
    assertThat(Message.read(marker.encode(), PLAIN)).isEqualTo(marker);
  }

  @Test
  void writesForSpeakersOfTwoOctetNumbers() {
    UpdateView message =
        new UpdateBuilder(new Negotiated(false, Set.of(), false))
            .attributes(
                new AttributesBuilder()
                    .origin(Origin.IGP)
                    .asPath(AsPath.sequence(Asn.of(4_200_000_000L))))
            .nextHop(HOP4)
            .announce(AfiSafi.IPV4_UNICAST, PREFIX4, 0)
            .build()
            .getFirst();
    assertThat(message.attributes().asPath()).hasToString("4200000000");
    assertThat(message.attributes().octets())
        .hasToString("40010100" + "40020402015ba0" + "400304c0000201" + "c0110602" + "01fa56ea00");
  }
}
