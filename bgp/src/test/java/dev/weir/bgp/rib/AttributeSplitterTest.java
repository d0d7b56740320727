package dev.weir.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import org.junit.jupiter.api.Test;

class AttributeSplitterTest {
  private final Rib rib = new Rib();

  private RibRoute only(PathAttributes attributes, Octets hop) {
    PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
    table.prepare(attributes, hop);
    table.announce(0, 0, 0, 0, 0, 0);
    RouteCursor cursor = rib.snapshot().routes(AfiSafi.IPV4_UNICAST);
    assertThat(cursor.next()).isTrue();
    return cursor.route();
  }

  @Test
  void attributesComeBackInTheirOrderWithTheirFlags() {
    Routes.Wire wire =
        new Routes.Wire()
            .number(0xe0, 8, 0x10002)
            .med(7)
            .attribute(0x40, 2, new byte[0])
            .origin(1)
            .attribute(0xc0, 32, new byte[300])
            .attribute(0xc0, 16, new byte[8])
            .attribute(0xc0, 200, Octets.parseHex("010203").toBytes())
            .nextHop(5)
            .attribute(0xc0, 200, (byte) 4);
    byte[] octets = wire.octets().toBytes();
    RibRoute route = only(new PathAttributes(Octets.of(octets), true), Octets.EMPTY);
    Octets back = route.attributes().octets();
    assertThat(route.attributes().list()).hasSize(9);
    assertThat(new PathAttributes(back, true).list().stream().map(Object::toString))
        .containsExactlyElementsOf(
            new PathAttributes(Octets.of(octets), true)
                .list().stream().map(Object::toString).toList());
    assertThat(route.value(32)).isEqualTo(Octets.of(new byte[300]));
    assertThat(route.value(16)).isEqualTo(Octets.of(new byte[8]));
    assertThat(route.value(200)).isEqualTo(Octets.parseHex("010203"));
    assertThat(route.value(4)).isEqualTo(Octets.parseHex("00000007"));
    assertThat(route.value(3)).isEqualTo(Octets.parseHex("00000005"));
    assertThat(route.value(2)).isEqualTo(Octets.EMPTY);
    assertThat(route.value(25)).isNull();
  }

  @Test
  void narrowPathsAreMergedAndWidened() {
    PathAttributes narrow =
        new PathAttributes(
            new Routes.Wire()
                .origin(0)
                .narrowPath(100, 23456, 23456)
                .nextHop(1)
                .attribute(0xc0, 7, Octets.parseHex("5ba00a000001").toBytes())
                .attribute(0xc0, 17, Octets.parseHex("0202000100000000fde8").toBytes())
                .attribute(0xc0, 18, Octets.parseHex("000100000a000001").toBytes())
                .octets(),
            false);
    RibRoute route = only(narrow, Octets.EMPTY);
    assertThat(route.asPath()).hasToString("100 65536 65000");
    assertThat(route.value(7)).isEqualTo(Octets.parseHex("000100000a000001"));
    assertThat(route.value(17)).isNull();
    assertThat(route.value(18)).isNull();
    assertThat(route.attributes().fourOctetAsn()).isTrue();
    assertThat(route.attributes().asPath()).hasToString("100 65536 65000");
    assertThat(route.originBits()).isEqualTo(65000);
  }

  @Test
  void theNextHopBesideTheRouteStandsForThatOfTheAttributes() {
    PathAttributes both =
        new PathAttributes(
            new Routes.Wire()
                .origin(0)
                .path(1)
                .nextHop(1)
                .attribute(0x80, 14, Octets.parseHex("000201100000").toBytes())
                .octets(),
            true);
    RibRoute route = only(both, Octets.parseHex("20010db8000000000000000000000001"));
    assertThat(route.nextHop()).hasToString("2001:db8::1");
    assertThat(route.attributes().has(14)).isFalse();
    assertThat(route.attributes().has(3)).isFalse();
  }

  @Test
  void whatIsTornAtTheEndIsLeftOut() {
    RibRoute route =
        only(new PathAttributes(Octets.parseHex("40010100400205"), true), Octets.EMPTY);
    assertThat(route.attributes().octets()).isEqualTo(Octets.parseHex("40010100"));
    assertThat(route.asPath().count()).isZero();
  }

  @Test
  void tablesOfIpv6HaveTheNextHopInAShortFormOfMpReach() {
    PathAttributes attributes =
        new PathAttributes(
            new Routes.Wire()
                .origin(0)
                .path(1)
                .attribute(
                    0x80, 14, Octets.parseHex("1020010db8000000000000000000000002").toBytes())
                .nextHop(1)
                .octets(),
            true);
    PrefixTable table = rib.prefixes(AfiSafi.IPV6_UNICAST);
    table.prepare(attributes, Octets.EMPTY);
    table.announce(0, 0, 0, 0, 0, 0);
    assertThat(only(attributes, Octets.EMPTY).nextHop()).hasToString("0.0.0.1");
    RouteCursor six = rib.snapshot().routes(AfiSafi.IPV6_UNICAST);
    assertThat(six.next()).isTrue();
    assertThat(six.route().nextHop()).hasToString("2001:db8::2");
    assertThat(six.route().attributes().octets().length()).isEqualTo(4 + 9);
  }
}
