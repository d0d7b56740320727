package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.EthernetSegment;
import dev.weir.bgp.type.ExtendedCommunity;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class NlriTest {
  private static final RouteDistinguisher RD = new RouteDistinguisher(0x0000_fde8_0000_0001L);

  private static Nlri one(AfiSafi family, String hex) {
    List<Nlri> all = NlriCursor.list(Octets.parseHex(hex), family, false);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /// Decodes, and expects the same octets back.
  private static Nlri canonical(AfiSafi family, String hex) {
    Nlri route = one(family, hex);
    assertThat(route.octets()).hasToString(hex);
    assertThat(route.family()).isEqualTo(family);
    return route;
  }

  private static NlriFault fault(AfiSafi family, String hex) {
    Nlri route = one(family, hex);
    assertThat(route).isInstanceOf(MalformedNlri.class);
    assertThat(route.octets()).hasToString(hex);
    return ((MalformedNlri) route).fault();
  }

  @Test
  void plainPrefixesHaveALengthAndTheOctetsItNeeds() {
    assertThat(canonical(AfiSafi.IPV4_UNICAST, "080a"))
        .isEqualTo(PrefixNlri.unicast(Prefix.parse("10.0.0.0/8")));
    assertThat(canonical(AfiSafi.IPV4_UNICAST, "00")).hasToString("0.0.0.0/0");
    assertThat(canonical(AfiSafi.IPV6_MULTICAST, "2020010db8"))
        .isEqualTo(new PrefixNlri(AfiSafi.IPV6_MULTICAST, Prefix.parse("2001:db8::/32")));
  }

  @Test
  void bitsBehindThePrefixAreKeptByTheCursorOnly() {
    Octets field = Octets.parseHex("09ffff080a");
    NlriCursor cursor = NlriCursor.over(field, AfiSafi.IPV4_UNICAST, false);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.octets()).hasToString("09ffff");
    assertThat(cursor.nlri()).hasToString("255.128.0.0/9");
    assertThat(cursor.nlri().octets()).hasToString("09ff80");
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.start()).isEqualTo(3);
    assertThat(cursor.next()).isFalse();
  }

  @Test
  void everyFamilyMayHavePathIdentifiers() {
    NlriCursor plain =
        NlriCursor.over(Octets.parseHex("ffffffff080a00000001080b"), AfiSafi.IPV4_UNICAST, true);
    assertThat(plain.next()).isTrue();
    assertThat(plain.pathId()).isEqualTo(0xffff_ffffL);
    assertThat(plain.step()).hasToString("ffffffff080a");
    assertThat(plain.octets()).hasToString("080a");
    assertThat(plain.next()).isTrue();
    assertThat(plain.pathId()).isEqualTo(1);
    assertThat(plain.next()).isFalse();

    NlriCursor vpn =
        NlriCursor.over(
            Octets.parseHex("0000000a7004e2c100000064000000640a0000"), AfiSafi.IPV4_VPN, true);
    assertThat(vpn.next()).isTrue();
    assertThat(vpn.pathId()).isEqualTo(10);
    assertThat(vpn.nlri()).hasToString("100:100:10.0.0.0/24 label 20012");
    assertThat(vpn.next()).isFalse();

    NlriCursor none = NlriCursor.over(Octets.parseHex("080a"), AfiSafi.IPV4_UNICAST, false);
    assertThat(none.next()).isTrue();
    assertThat(none.pathId()).isEqualTo(-1);
  }

  @Test
  void whatCannotBeSplitIsOneStep() {
    List<Nlri> routes =
        NlriCursor.list(Octets.parseHex("080a210a0b0c0d0e080b"), AfiSafi.IPV4_UNICAST, false);
    assertThat(routes).hasSize(2);
    MalformedNlri rest = (MalformedNlri) routes.get(1);
    assertThat(rest.octets()).hasToString("210a0b0c0d0e080b");
    assertThat(rest.fault()).isEqualTo(new NlriFault(2, NlriRule.PREFIX_TOO_LONG));
    assertThat(rest.fault().rule().isFieldError()).isTrue();
    assertThat(fault(AfiSafi.IPV4_UNICAST, "180a00").rule()).isEqualTo(NlriRule.OVERRUN);
    Octets torn = Octets.parseHex("0000000008");
    assertThat(NlriCursor.check(torn.slice(0, 4), AfiSafi.IPV4_UNICAST, true))
        .isEqualTo(new NlriFault(0, NlriRule.TORN_PATH_ID));
    assertThat(NlriCursor.check(torn, AfiSafi.IPV4_UNICAST, true))
        .isEqualTo(new NlriFault(4, NlriRule.OVERRUN));
  }

  @Test
  void labelsEndWithTheBottomOfTheStack() {
    LabeledNlri one = (LabeledNlri) canonical(AfiSafi.IPV4_LABELED, "38c35011c6336464");
    assertThat(one.labels()).isEqualTo(LabelStack.of(800_001));
    assertThat(one).hasToString("198.51.100.100/32 label 800001");
    LabeledNlri two = (LabeledNlri) canonical(AfiSafi.IPV4_LABELED, "380001200020010a");
    assertThat(two.labels()).isEqualTo(LabelStack.ofRaw(0x000120, 0x002001));
    assertThat(two.prefix()).hasToString("10.0.0.0/8");
    LabeledNlri gone =
        (LabeledNlri) canonical(AfiSafi.IPV6_LABELED, "388000002001 0db8".replace(" ", ""));
    assertThat(gone.labels().isWithdrawn()).isTrue();
  }

  @Test
  void aStackWithoutABottomIsOneLabel() {
    LabeledNlri route = (LabeledNlri) canonical(AfiSafi.IPV4_LABELED, "200001200a");
    assertThat(route.labels().count()).isEqualTo(1);
    assertThat(route.prefix()).hasToString("10.0.0.0/8");
    assertThat(fault(AfiSafi.IPV4_LABELED, "100a0b").rule()).isEqualTo(NlriRule.PREFIX_TOO_SHORT);
    assertThat(fault(AfiSafi.IPV4_LABELED, "400000110a0b0c0d0e").rule())
        .isEqualTo(NlriRule.PREFIX_TOO_LONG);
  }

  @Test
  void privateNetworksHaveADistinguisher() {
    assertThat(canonical(AfiSafi.IPV4_VPN, "71003e810000fde8000000010a000000"))
        .isEqualTo(
            new VpnNlri(AfiSafi.IPV4_VPN, LabelStack.of(1000), RD, Prefix.parse("10.0.0.0/25")));
    assertThat(canonical(AfiSafi.IPV6_VPN, "880039e100000c8f22c6db3d20014b5020c0"))
        .hasToString("3215:583457597:2001:4b50:20c0::/48 label 926");
    assertThat(canonical(AfiSafi.IPV4_VPN, "708000000000fde8000000010a0000"))
        .isInstanceOfSatisfying(
            VpnNlri.class, route -> assertThat(route.labels().isWithdrawn()).isTrue());
    assertThat(canonical(new AfiSafi(1, 129), "480000fde8000000010a"))
        .hasToString("65000:1:10.0.0.0/8");
    assertThat(fault(AfiSafi.IPV4_VPN, "38c35011c6336464").rule())
        .isEqualTo(NlriRule.PREFIX_TOO_SHORT);
  }

  @Test
  void routeTargetsArePrefixesThemselves() {
    assertThat(canonical(AfiSafi.ROUTE_TARGET, "00")).isEqualTo(RouteTargetNlri.ALL);
    assertThat(canonical(AfiSafi.ROUTE_TARGET, "200000fde8"))
        .isEqualTo(new RouteTargetNlri(32, new Asn(65000), new ExtendedCommunity(0)));
    assertThat(canonical(AfiSafi.ROUTE_TARGET, "600000fde80002fde800000064"))
        .hasToString("65000:rt:65000:100/96");
    assertThat(canonical(AfiSafi.ROUTE_TARGET, "310000fde8000280"))
        .isEqualTo(
            new RouteTargetNlri(49, new Asn(65000), new ExtendedCommunity(0x0002_8000_0000_0000L)));
    assertThat(fault(AfiSafi.ROUTE_TARGET, "100000").rule())
        .isEqualTo(NlriRule.ROUTE_TARGET_LENGTH);
  }

  @Test
  void ethernetRoutesOfTypesOneToFive() {
    String rd = "00010a0000010064";
    assertThat(
            canonical(AfiSafi.EVPN, "0119" + rd + "00010203040506070809" + "ffffffff" + "000011"))
        .hasToString("10.0.0.1:100:[1]:[00:01:02:03:04:05:06:07:08:09]:[4294967295]");
    String mac = "00000000000000000000" + "0000076d" + "30" + "fc15b4787b8f";
    assertThat(canonical(AfiSafi.EVPN, "0221" + rd + mac + "00" + "000011"))
        .hasToString("10.0.0.1:100:[2]:[1901]:[48]:[fc:15:b4:78:7b:8f]");
    EvpnNlri.MacIp both =
        (EvpnNlri.MacIp)
            canonical(AfiSafi.EVPN, "0228" + rd + mac + "200a000001" + "000011" + "000021");
    assertThat(both.address()).isEqualTo(IpAddress.parse("10.0.0.1"));
    assertThat(both.secondLabel()).isEqualTo(0x21);
    assertThat(both.segment()).isEqualTo(EthernetSegment.NONE);
    assertThat(canonical(AfiSafi.EVPN, "0311" + rd + "00000000" + "200a000001"))
        .hasToString("10.0.0.1:100:[3]:[0]:[32]:[10.0.0.1]");
    assertThat(canonical(AfiSafi.EVPN, "0417" + rd + "03000000000000000001" + "200a000001"))
        .hasToString("10.0.0.1:100:[4]:[03:00:00:00:00:00:00:00:00:01]:[32]:[10.0.0.1]");
    String body = "00000000000000000000" + "00000000" + "180a0100000a000001" + "000011";
    assertThat(canonical(AfiSafi.EVPN, "0522" + rd + body))
        .hasToString("10.0.0.1:100:[5]:[0]:[24]:[10.1.0.0]");
    assertThat(canonical(AfiSafi.EVPN, "0803aabbcc")).hasToString("[8]:0xaabbcc");
  }

  @Test
  void ethernetRoutesOfImpossibleLengthsAreMalformed() {
    String rd = "00010a0000010064";
    assertThat(fault(AfiSafi.EVPN, "0102aabb")).isEqualTo(new NlriFault(1, NlriRule.EVPN_LENGTH));
    String mac = "00000000000000000000" + "0000076d" + "31" + "fc15b4787b8f" + "00" + "000011";
    assertThat(fault(AfiSafi.EVPN, "0221" + rd + mac).rule()).isEqualTo(NlriRule.EVPN_MAC_LENGTH);
    assertThat(fault(AfiSafi.EVPN, "0311" + rd + "00000000" + "210a000001"))
        .isEqualTo(new NlriFault(14, NlriRule.EVPN_ADDRESS_LENGTH));
    String body = "00000000000000000000" + "00000000" + "210a0100000a000001" + "000011";
    assertThat(fault(AfiSafi.EVPN, "0522" + rd + body).rule())
        .isEqualTo(NlriRule.EVPN_PREFIX_LENGTH);
  }

  @Test
  void layerTwoNetworksHaveTwoForms() {
    assertThat(canonical(AfiSafi.VPLS, "00110001c0a8c901007b000500010008029ce1"))
        .hasToString("192.168.201.1:123 site 5 offset 1 size 8 label 10702");
    assertThat(canonical(AfiSafi.VPLS, "000c0000fde80000000101020304"))
        .isEqualTo(new VplsDiscoveryNlri(RD, 0x01020304));
    assertThat(fault(AfiSafi.VPLS, "0003010203").rule()).isEqualTo(NlriRule.VPLS_LENGTH);
  }

  @Test
  void segmentRoutingPoliciesHaveOneLength() {
    AfiSafi family = new AfiSafi(1, 73);
    assertThat(canonical(family, "6000000001000000c80a000002"))
        .isEqualTo(new SrPolicyNlri(family, 1, 200, IpAddress.parse("10.0.0.2")));
    assertThat(fault(family, "5800000001000000c80a0000").rule())
        .isEqualTo(NlriRule.SR_POLICY_LENGTH);
  }

  @Test
  void familiesWithoutAMeaningAreSplitWhereTheirRoutesSayTheirLength() {
    AfiSafi layerTwoFilters = new AfiSafi(25, 133);
    assertThat(NlriCursor.list(Octets.parseHex("02aabb01cc"), layerTwoFilters, false))
        .containsExactly(
            new RawNlri(layerTwoFilters, Octets.parseHex("02aabb")),
            new RawNlri(layerTwoFilters, Octets.parseHex("01cc")));
    AfiSafi unknown = new AfiSafi(77, 200);
    assertThat(NlriCursor.list(Octets.parseHex("0102"), unknown, true))
        .containsExactly(new RawNlri(unknown, Octets.parseHex("0102")));
  }

  @Test
  void routesOfMulticastNetworks() {
    AfiSafi four = new AfiSafi(1, 5);
    String rd = "0000fde80001869f";
    assertThat(canonical(four, "010c" + rd + "0a000001")).hasToString("65000:99999:[1]:[10.0.0.1]");
    assertThat(canonical(four, "020c" + rd + "0000fde8")).hasToString("65000:99999:[2]:[65000]");
    assertThat(canonical(four, "0312" + rd + "00" + "20efffff01" + "0a000001"))
        .hasToString("65000:99999:[3]:[*]:[239.255.255.1]:[10.0.0.1]");
    assertThat(canonical(four, "0512" + rd + "200a630c0420effbffe4"))
        .hasToString("65000:99999:[5]:[10.99.12.4]:[239.251.255.228]");
    assertThat(canonical(four, "0616" + rd + "0000fde8" + "200a63c70120effbffe4"))
        .hasToString("65000:99999:[6]:[65000]:[10.99.199.1]:[239.251.255.228]");
    assertThat(canonical(four, "0402aabb")).hasToString("[4]:0xaabb");
    assertThat(fault(four, "0512" + rd + "210a630c0420effbffe4"))
        .isEqualTo(new NlriFault(10, NlriRule.MULTICAST_LENGTH));
    assertThat(fault(four, "020d" + rd + "0000fde800"))
        .isEqualTo(new NlriFault(14, NlriRule.MULTICAST_LENGTH));
  }

  @Test
  void routesOfMobileNetworks() {
    AfiSafi four = new AfiSafi(1, 85);
    String rd = "0000006400000064";
    assertThat(canonical(four, "0100010c" + rd + "180a0001"))
        .hasToString("100:100:[1]:[10.0.1.0/24]");
    assertThat(canonical(four, "0100020c" + rd + "0a000001")).hasToString("100:100:[2]:[10.0.0.1]");
    assertThat(canonical(four, "01000317" + rd + "20c0a800010000303909200a000001"))
        .hasToString("100:100:[3]:[192.168.0.1/32]:[12345]:[9]:[10.0.0.1]");
    assertThat(canonical(four, "0100031c" + rd + "20c0a800020000303909200a000001200a000101"))
        .hasToString("100:100:[3]:[192.168.0.2/32]:[12345]:[9]:[10.0.0.1]:[10.0.1.1]");
    assertThat(canonical(four, "01000410" + rd + "370a000001003039"))
        .hasToString("100:100:[4]:[10.0.0.1]:[0x003039/23]");
    assertThat(canonical(four, "02000401aa")).hasToString("[2/4]:0xaa");
    assertThat(fault(four, "0100020b" + rd + "0a0000"))
        .isEqualTo(new NlriFault(11, NlriRule.MUP_LENGTH));
    assertThat(fault(four, "0100040d" + rd + "1f0a000001"))
        .isEqualTo(new NlriFault(12, NlriRule.MUP_LENGTH));
  }

  @Test
  void valuesThatCannotBeRoutesAreNotMade() {
    Prefix four = Prefix.parse("10.0.0.0/8");
    assertThatThrownBy(() -> new PrefixNlri(AfiSafi.IPV6_UNICAST, four))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LabeledNlri(AfiSafi.IPV4_LABELED, LabelStack.NONE, four))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VpnNlri(AfiSafi.IPV4_LABELED, LabelStack.of(1), RD, four))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LabelStack.of(1 << 20)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RouteTargetNlri(31, new Asn(1), new ExtendedCommunity(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
