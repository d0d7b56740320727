package dev.weir.bgp.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.wire.PrefixCursor;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import org.junit.jupiter.api.Test;

class RouteTest {
  private final Route route = new Route();

  private static Octets octets(String hex) {
    return Octets.parseHex(hex.replace(" ", ""));
  }

  @Test
  void movesOverTheRoutesOfAMessage() {
    PathAttributes set = Attributes.set().origin(2).path(1, 2).nextHop("c0000201").build();
    route.share(IngressInfo.UNKNOWN, set, 17);
    PrefixCursor cursor = PrefixCursor.over4(octets("00000007 18 0a0001  00000008 08 0b"), true);
    cursor.next();
    route.announce(AfiSafi.IPV4_UNICAST, cursor);
    assertThat(route.prefix()).isEqualTo(Prefix.parse("10.0.1.0/24"));
    assertThat(route.pathId()).isEqualTo(7);
    cursor.next();
    route.withdraw(AfiSafi.IPV4_UNICAST, cursor);
    assertThat(route.prefix()).isEqualTo(Prefix.parse("11.0.0.0/8"));
    assertThat(route.isWithdrawal()).isTrue();
    assertThat(route.origin()).isEqualTo(Origin.INCOMPLETE);
    assertThat(route.timestamp()).isEqualTo(17);
  }

  @Test
  void comparesThePrefixWithoutMakingIt() {
    route.announce(AfiSafi.IPV6_UNICAST, Prefix.parse("2001:db8::/32"), 0);
    assertThat(route.prefixIs(Prefix.parse("2001:db8::/32"))).isTrue();
    assertThat(route.prefixIs(Prefix.parse("2001:db8::/33"))).isFalse();
    assertThat(route.prefixIs(Prefix.parse("0.0.0.0/0"))).isFalse();
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("0.0.0.0/0"), 0);
    assertThat(route.prefixIs(Prefix.parse("::/0"))).isFalse();
    assertThat(route.prefixIs(Prefix.parse("0.0.0.0/0"))).isTrue();
  }

  @Test
  void nextHopsAreReadFromMessagesAndFromTableDumps() {
    String hop = "20010db8000000000000000000000001";
    IpAddress address = IpAddress.parse("2001:db8::1");
    route.share(
        IngressInfo.UNKNOWN,
        Attributes.set().raw(0x80, 14, "0002 01 10" + hop + "00 20 20010db8").build(),
        0);
    assertThat(route.nextHop()).isEqualTo(address);
    route.share(IngressInfo.UNKNOWN, Attributes.set().raw(0x80, 14, "10" + hop).build(), 0);
    assertThat(route.nextHop()).isEqualTo(address);
    route.share(IngressInfo.UNKNOWN, Attributes.set().raw(0x80, 14, "").build(), 0);
    assertThat(route.nextHop()).isNull();
    route.giveNextHop(address);
    assertThat(route.nextHop()).isEqualTo(address);
  }

  @Test
  void theFirstOfTwoAttributesCounts() {
    route.share(IngressInfo.UNKNOWN, Attributes.set().number(4, 5).number(4, 6).build(), 0);
    assertThat(route.med()).isEqualTo(5);
  }

  @Test
  void attributesWithHighCodesAreFound() {
    route.share(IngressInfo.UNKNOWN, Attributes.set().raw(0xc0, 128, "00").build(), 0);
    assertThat(route.hasAttribute(128)).isTrue();
    assertThat(route.hasAttribute(129)).isFalse();
    assertThat(route.attribute(128)).isEqualTo(octets("00"));
  }

  @Test
  void pathsOfTwoOctetsAreMerged() {
    PathAttributes old =
        Attributes.set()
            .raw(0x40, AttributeType.AS_PATH, "0202 fc00 5ba0")
            .raw(0xc0, AttributeType.AS4_PATH, "0201 00010000")
            .buildTwoOctet();
    route.share(IngressInfo.UNKNOWN, old, 0);
    assertThat(route.asPath()).isEqualTo(AsPath.sequence(new Asn(64512), new Asn(65536)));
    assertThat(route.originAs()).isEqualTo(65536);
  }

  @Test
  void aChangeLeavesTheOctetsAsTheyAre() {
    PathAttributes set = Attributes.set().path(1, 2).origin(0).nextHop("c0000201").build();
    Octets before = set.octets().detach();
    route.share(IngressInfo.UNKNOWN, set, 0);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("10.0.0.0/8"), 0);
    route.setAttribute(0x80, AttributeType.MULTI_EXIT_DISC, octets("00000009"));
    assertThat(route.isChanged()).isTrue();
    assertThat(route.med()).isEqualTo(9);
    assertThat(set.octets()).isEqualTo(before);
    assertThat(route.attributes())
        .isEqualTo(Attributes.set().origin(0).path(1, 2).nextHop("c0000201").number(4, 9).build());
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("11.0.0.0/8"), 0);
    assertThat(route.isChanged()).isFalse();
    assertThat(route.med()).isEqualTo(-1);
  }

  @Test
  void aChangeOfTwoOctetAttributesWidensThem() {
    PathAttributes old =
        Attributes.set()
            .raw(0x40, AttributeType.AS_PATH, "0202 fc00 5ba0")
            .raw(0xc0, AttributeType.AGGREGATOR, "5ba0 c0000201")
            .raw(0xc0, AttributeType.AS4_PATH, "0201 00010000")
            .raw(0xc0, AttributeType.AS4_AGGREGATOR, "00010000 c0000202")
            .buildTwoOctet();
    route.share(IngressInfo.UNKNOWN, old, 0);
    route.removeAttribute(AttributeType.LOCAL_PREF);
    assertThat(route.isChanged()).isFalse();
    route.setAttribute(0x40, AttributeType.LOCAL_PREF, octets("00000064"));
    assertThat(route.attributes().fourOctetAsn()).isTrue();
    assertThat(route.asPath()).isEqualTo(AsPath.sequence(new Asn(64512), new Asn(65536)));
    assertThat(route.attribute(AttributeType.AGGREGATOR)).isEqualTo(octets("00010000 c0000202"));
    assertThat(route.hasAttribute(AttributeType.AS4_PATH)).isFalse();
    assertThat(route.hasAttribute(AttributeType.AS4_AGGREGATOR)).isFalse();
  }

  @Test
  void nextHopsAreSetWhereTheFamilyHasThem() {
    route.share(IngressInfo.UNKNOWN, Attributes.set().nextHop("c0000201").build(), 0);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("10.0.0.0/8"), 0);
    route.setNextHop(IpAddress.parse("192.0.2.9"));
    assertThat(route.attribute(AttributeType.NEXT_HOP)).isEqualTo(octets("c0000209"));
    route.setNextHop(IpAddress.parse("2001:db8::9"));
    assertThat(route.hasAttribute(AttributeType.NEXT_HOP)).isFalse();
    assertThat(route.nextHop()).isEqualTo(IpAddress.parse("2001:db8::9"));
    route.announce(AfiSafi.IPV4_VPN, Prefix.parse("10.0.0.0/8"), 0);
    route.setNextHop(IpAddress.parse("192.0.2.9"));
    assertThat(route.attribute(14)).isEqualTo(octets("0c 0000000000000000 c0000209"));
    assertThat(route.nextHop()).isEqualTo(IpAddress.parse("192.0.2.9"));
  }

  @Test
  void longAttributesGetLongLengths() {
    route.share(IngressInfo.UNKNOWN, PathAttributes.NONE, 0);
    route.setAttribute(0xc0, 8, Octets.of(new byte[1000]));
    assertThat(route.attribute(8)).isEqualTo(Octets.of(new byte[1000]));
    assertThat(route.attributes().octets().length()).isEqualTo(1004);
  }

  @Test
  void aDetachedRouteStays() {
    byte[] memory = Attributes.set().path(7).build().octets().toBytes();
    route.share(IngressInfo.UNKNOWN, new PathAttributes(Octets.of(memory), true), 5);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("10.0.0.0/8"), 3);
    Route stays = route.detach();
    java.util.Arrays.fill(memory, (byte) 0);
    route.announce(AfiSafi.IPV4_UNICAST, Prefix.parse("11.0.0.0/8"), 4);
    assertThat(stays.prefix()).isEqualTo(Prefix.parse("10.0.0.0/8"));
    assertThat(stays.pathId()).isEqualTo(3);
    assertThat(stays.originAs()).isEqualTo(7);
    assertThat(stays.timestamp()).isEqualTo(5);
  }
}
