package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowSpecTest {
  private static FlowSpecNlri rule(AfiSafi family, String hex) {
    Octets octets = Octets.parseHex(hex.replace(" ", ""));
    List<Nlri> all = NlriCursor.list(octets, family, false);
    assertThat(all).hasSize(1);
    assertThat(all.getFirst()).isInstanceOf(FlowSpecNlri.class);
    assertThat(all.getFirst().octets()).isEqualTo(octets);
    return (FlowSpecNlri) all.getFirst();
  }

  private static NlriFault fault(AfiSafi family, String hex) {
    Octets octets = Octets.parseHex(hex.replace(" ", ""));
    NlriFault fault = NlriCursor.check(octets, family, false);
    assertThat(fault).isNotNull();
    return Objects.requireNonNull(fault);
  }

  /// RFC 8955 section 4.3, first example.
  @Test
  void mailToANetwork() {
    assertThat(rule(AfiSafi.IPV4_FLOWSPEC, "0b 01 18 c0 00 02 03 81 06 04 81 19"))
        .isEqualTo(
            FlowSpecNlri.of(
                AfiSafi.IPV4_FLOWSPEC,
                new FlowComponent.Compare(
                    FlowType.PORT, false, List.of(FlowMatch.of(FlowMatch.EQUAL, 25))),
                FlowComponent.Within.of(FlowType.DESTINATION, Prefix.parse("192.0.2.0/24")),
                new FlowComponent.Compare(
                    FlowType.PROTOCOL, false, List.of(FlowMatch.of(FlowMatch.EQUAL, 6)))))
        .hasToString("destination 192.0.2.0/24; protocol =tcp; port =25");
  }

  /// RFC 8955 section 4.3, second example.
  @Test
  void aRangeOfPortsOrOne() {
    FlowSpecNlri rule =
        rule(AfiSafi.IPV4_FLOWSPEC, "12 01 18 c0 00 02 02 18 cb 00 71 04 03 89 45 8b 91 1f 90");
    assertThat(rule)
        .hasToString("destination 192.0.2.0/24; source 203.0.113.0/24; port >=137&<=139|=8080");
    FlowComponent.Compare port = (FlowComponent.Compare) rule.components().get(2);
    assertThat(port.holds(136)).isFalse();
    assertThat(port.holds(137)).isTrue();
    assertThat(port.holds(139)).isTrue();
    assertThat(port.holds(140)).isFalse();
    assertThat(port.holds(8080)).isTrue();
  }

  /// RFC 8955 section 4.3, third example.
  @Test
  void fragments() {
    FlowSpecNlri rule = rule(AfiSafi.IPV4_FLOWSPEC, "09 01 20 c0 00 02 01 0c 80 05");
    assertThat(rule).hasToString("destination 192.0.2.1/32; fragment dont-fragment+first-fragment");
    FlowComponent.Compare fragment = (FlowComponent.Compare) rule.components().get(1);
    assertThat(fragment.holds(1)).isTrue();
    assertThat(fragment.holds(4)).isTrue();
    assertThat(fragment.holds(8)).isFalse();
  }

  /// RFC 8956 section 3.8, first example.
  @Test
  void bitsInTheMiddleOfAnAddress() {
    FlowSpecNlri rule =
        rule(AfiSafi.IPV6_FLOWSPEC, "12 01 20 00 20 01 0d b8 02 68 40 12 34 56 78 9a 03 81 06");
    assertThat(rule)
        .hasToString(
            "destination 2001:db8::/32; source ::1234:5678:9a00:0/64-104; next-header =tcp");
    assertThat(rule.components().get(1))
        .isEqualTo(
            new FlowComponent.Within(
                FlowType.SOURCE, IpAddress.parse("::1234:5678:9a00:0"), 104, 64));
  }

  /// RFC 8956 section 3.8, second example: the pattern begins with the bit that the offset names.
  @Test
  void bitsThatBeginInsideOfAnOctet() {
    assertThat(rule(AfiSafi.IPV6_FLOWSPEC, "0f 01 20 00 20 01 0d b8 02 68 41 24 68 ac f1 34"))
        .hasToString("destination 2001:db8::/32; source ::1234:5678:9a00:0/65-104");
  }

  @Test
  void rulesOfPrivateNetworks() {
    FlowSpecNlri rule = rule(AfiSafi.IPV4_FLOWSPEC_VPN, "0e 0000ffff00010000 02 20 0a000001");
    assertThat(rule).hasToString("65535:65536: source 10.0.0.1/32");
    assertThat(fault(AfiSafi.IPV4_FLOWSPEC_VPN, "03 0000ff").rule())
        .isEqualTo(NlriRule.FLOW_TORN_COMPONENT);
  }

  @Test
  void longRulesHaveALengthOfTwoOctets() {
    List<FlowMatch> ports = new ArrayList<>();
    for (int i = 0; i < 79; i++) {
      ports.add(FlowMatch.of(FlowMatch.EQUAL, 1000 + i));
    }
    FlowSpecNlri below =
        FlowSpecNlri.of(
            AfiSafi.IPV4_FLOWSPEC, new FlowComponent.Compare(FlowType.PORT, false, ports));
    assertThat(below.octets().length()).isEqualTo(1 + 238);
    ports.add(FlowMatch.of(FlowMatch.EQUAL, 2000));
    FlowSpecNlri above =
        FlowSpecNlri.of(
            AfiSafi.IPV4_FLOWSPEC, new FlowComponent.Compare(FlowType.PORT, false, ports));
    assertThat(above.octets().u16(0)).isEqualTo(0xf000 | 241);
    assertThat(NlriCursor.list(above.octets(), AfiSafi.IPV4_FLOWSPEC, false))
        .containsExactly(above);
    assertThat(NlriCursor.list(Octets.parseHex("f003038106"), AfiSafi.IPV4_FLOWSPEC, false))
        .hasToString("[protocol =tcp]");
  }

  /// ACK, or CWR and none of FIN and ECE.
  @Test
  void flagsOfTcp() {
    FlowSpecNlri rule = rule(AfiSafi.IPV4_FLOWSPEC, "07 09 00 10 00 80 c2 41");
    assertThat(rule).hasToString("tcp-flags ack|cwr&!fin+ece");
    FlowComponent.Compare flags = (FlowComponent.Compare) rule.components().getFirst();
    assertThat(flags.holds(0x10)).isTrue();
    assertThat(flags.holds(0x80)).isTrue();
    assertThat(flags.holds(0x81)).isFalse();
    assertThat(flags.holds(0)).isFalse();
    assertThat(rule(AfiSafi.IPV4_FLOWSPEC, "05 09 01 04 81 09"))
        .hasToString("tcp-flags =rst|=fin+psh");
  }

  @Test
  void faultsSayWhatAndWhere() {
    AfiSafi four = AfiSafi.IPV4_FLOWSPEC;
    assertThat(fault(four, "00")).isEqualTo(new NlriFault(1, NlriRule.FLOW_EMPTY));
    assertThat(fault(four, "06 038106 038111")).isEqualTo(new NlriFault(4, NlriRule.FLOW_ORDER));
    assertThat(fault(four, "03 0d8106"))
        .isEqualTo(new NlriFault(1, NlriRule.FLOW_UNKNOWN_COMPONENT));
    assertThat(fault(four, "03 030106")).isEqualTo(new NlriFault(4, NlriRule.FLOW_TORN_COMPONENT));
    assertThat(fault(four, "03 01210a")).isEqualTo(new NlriFault(2, NlriRule.FLOW_PREFIX));
    assertThat(fault(four, "06 0ca000000001")).isEqualTo(new NlriFault(2, NlriRule.FLOW_VALUE));
    assertThat(fault(four, "05 0381")).isEqualTo(new NlriFault(0, NlriRule.OVERRUN));
    assertThat(fault(AfiSafi.IPV6_FLOWSPEC, "03 012020"))
        .isEqualTo(new NlriFault(2, NlriRule.FLOW_PREFIX));
  }

  @Test
  void aMalformedRuleDoesNotSpoilTheNext() {
    assertThat(
            NlriCursor.list(
                Octets.parseHex("03" + "0d8106" + "03" + "038106"), AfiSafi.IPV4_FLOWSPEC, false))
        .hasSize(2)
        .last()
        .hasToString("protocol =tcp");
  }

  /// RFC 8955 section 5.1 and RFC 8956 section 4, first rule first.
  @Test
  void rulesHaveAnOrder() {
    List<FlowSpecNlri> four =
        List.of(
            rule(AfiSafi.IPV4_FLOWSPEC, "09 01 20 0a000001 03 81 06"),
            rule(AfiSafi.IPV4_FLOWSPEC, "06 01 20 0a000001"),
            rule(AfiSafi.IPV4_FLOWSPEC, "05 01 18 0a0000"),
            rule(AfiSafi.IPV4_FLOWSPEC, "05 01 18 0a0001"),
            rule(AfiSafi.IPV4_FLOWSPEC, "05 02 18 0a0000"),
            rule(AfiSafi.IPV4_FLOWSPEC, "05 03 01 06 81 11"),
            rule(AfiSafi.IPV4_FLOWSPEC, "03 03 81 06"),
            rule(AfiSafi.IPV4_FLOWSPEC, "03 03 81 11"));
    shuffledAndSorted(four);
    shuffledAndSorted(
        List.of(
            rule(AfiSafi.IPV6_FLOWSPEC, "05 01 10 00 2001"),
            rule(AfiSafi.IPV6_FLOWSPEC, "05 01 18 08 0102"),
            rule(AfiSafi.IPV6_FLOWSPEC, "04 01 10 08 01")));
  }

  private static void shuffledAndSorted(List<FlowSpecNlri> order) {
    for (long seed = 0; seed < 20; seed++) {
      List<FlowSpecNlri> rules = new ArrayList<>(order);
      Collections.shuffle(rules, new Random(seed));
      Collections.sort(rules);
      assertThat(rules).isEqualTo(order);
    }
  }
}
