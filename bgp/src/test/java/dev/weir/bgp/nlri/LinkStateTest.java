package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkStateTest {
  private static Nlri route(AfiSafi family, String hex) {
    Octets octets = Octets.parseHex(hex);
    List<Nlri> all = NlriCursor.list(octets, family, false);
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().octets()).isEqualTo(octets);
    return all.getFirst();
  }

  private static LinkStateContent content(int type, String hex) {
    return new LinkStateTlv(type, Octets.parseHex(hex)).content();
  }

  @Test
  void aLinkHasTwoNodes() {
    LinkStateNlri.Part link =
        (LinkStateNlri.Part)
            route(
                AfiSafi.LINK_STATE,
                "00020051030000000000000000"
                    + "0100002002000004000000010201 0004C0A87A7E02020004000000000203 00040A0A0A0A"
                        .replace(" ", "")
                    + "01010020020000040000000102010004C0A87A7E0202000400000000020300040A020202");
    assertThat(link)
        .hasToString(
            "link ospfv2 0 local-node {as 1, ls-id 3232266878, area 0.0.0.0, router-id"
                + " 10.10.10.10} remote-node {as 1, ls-id 3232266878, area 0.0.0.0, router-id"
                + " 10.2.2.2}");
    assertThat(link.localNode().list()).hasSize(4);
    assertThat(link.remoteNode().first(LinkStateType.AUTONOMOUS_SYSTEM)).isNotNull();
    assertThat(link.prefix()).isNull();
  }

  @Test
  void aPrefixHasANode() {
    LinkStateNlri.Part prefix =
        (LinkStateNlri.Part)
            route(
                AfiSafi.LINK_STATE,
                "000300300200000000000002bc0100001a0200000400003e340201000400000000"
                    + "02030006010135000041010900051e0a860258");
    assertThat(prefix.prefix()).hasToString("10.134.2.88/30");
    assertThat(prefix.identifier()).isEqualTo(700);
    assertThat(prefix).asString().endsWith(" prefix 10.134.2.88/30");
  }

  @Test
  void privateNetworksHaveADistinguisher() {
    assertThat(
            route(
                AfiSafi.LINK_STATE_VPN,
                "0001001d0000fde8000000010200000000000000000100000802000004000003e8"))
        .hasToString("65000:1: node isis-l2 0 local-node {as 1000}");
  }

  @Test
  void unknownKindsAreKept() {
    assertThat(route(AfiSafi.LINK_STATE, "0005000201ff"))
        .isEqualTo(new LinkStateNlri.Other(AfiSafi.LINK_STATE, 5, Octets.parseHex("01ff")));
  }

  @Test
  void faultsSayWhatAndWhere() {
    String header = "020000000000000000";
    assertThat(fault("00010004" + "02000000"))
        .isEqualTo(new NlriFault(2, NlriRule.LINK_STATE_LENGTH));
    assertThat(fault("0001000e" + header + "0100000401"))
        .isEqualTo(new NlriFault(13, NlriRule.LINK_STATE_TORN_TLV));
    assertThat(fault("00010015" + header + "01000008" + "0200000500000001"))
        .isEqualTo(new NlriFault(17, NlriRule.LINK_STATE_TORN_TLV));
    assertThat(fault("00010011" + header + "01090000" + "01000000"))
        .isEqualTo(new NlriFault(17, NlriRule.LINK_STATE_ORDER));
  }

  private static NlriFault fault(String hex) {
    Nlri route = route(AfiSafi.LINK_STATE, hex);
    assertThat(route).isInstanceOf(MalformedNlri.class);
    return ((MalformedNlri) route).fault();
  }

  @Test
  void attributesOfNodes() {
    assertThat(content(LinkStateType.NODE_NAME, "726f75746572"))
        .isEqualTo(new LinkStateContent.Text("router"));
    assertThat(content(LinkStateType.NODE_FLAGS, "80"))
        .isEqualTo(new LinkStateContent.Flags(1, 0x80));
    assertThat(content(LinkStateType.LOCAL_IPV4_ROUTER_ID, "0a860029"))
        .isEqualTo(new LinkStateContent.Address(IpAddress.parse("10.134.0.41")));
    assertThat(content(LinkStateType.SR_CAPABILITIES, "8000001f4004890003003e80"))
        .isEqualTo(
            new LinkStateContent.SegmentRanges(
                0x80, List.of(new LinkStateContent.SegmentRange(8000, 16000))));
    assertThat(content(LinkStateType.SR_ALGORITHM, "0001"))
        .isEqualTo(new LinkStateContent.Numerals(List.of(0L, 1L)));
  }

  @Test
  void attributesOfLinks() {
    assertThat(content(LinkStateType.MAX_BANDWIDTH, "4cee6b28"))
        .isEqualTo(new LinkStateContent.Bandwidths(List.of(125_000_000f)));
    assertThat(content(LinkStateType.IGP_METRIC, "00000a"))
        .isEqualTo(new LinkStateContent.Numeral(10));
    assertThat(content(LinkStateType.ADJACENCY_SID, "30000000049310"))
        .isEqualTo(new LinkStateContent.AdjacencySid(0x30, 0, Octets.EMPTY, true, 299_792));
    assertThat(content(LinkStateType.LAN_ADJACENCY_SID, "300000000000000000140493" + "10"))
        .isEqualTo(
            new LinkStateContent.AdjacencySid(
                0x30, 0, Octets.parseHex("000000000014"), true, 299_792));
    assertThat(content(LinkStateType.LINK_DELAY_RANGE, "8000000a0000000b"))
        .isEqualTo(new LinkStateContent.Measured(true, 10, 11));
    assertThat(
            content(
                LinkStateType.ISIS_LAN_END_X,
                "003980000000"
                    + "000000000014"
                    + "fc302200000de0020000000000000000"
                    + "04e4000420101040"))
        .hasToString("fc30:2200:d:e002:: behavior 57 algorithm 0 to 000000000014");
  }

  @Test
  void attributesOfPrefixes() {
    assertThat(content(LinkStateType.PREFIX_METRIC, "00000064"))
        .isEqualTo(new LinkStateContent.Numeral(100));
    assertThat(content(LinkStateType.PREFIX_SID, "40000000000003e8"))
        .isEqualTo(new LinkStateContent.PrefixSid(0x40, 0, false, 1000));
    assertThat(content(LinkStateType.SRV6_LOCATOR, "000000000000000a"))
        .isEqualTo(new LinkStateContent.Locator(0, 0, 10, LinkStateTlvs.NONE));
  }

  @Test
  void aLengthThatDoesNotSuitIsKept() {
    assertThat(content(LinkStateType.PREFIX_METRIC, "000064"))
        .isEqualTo(new LinkStateContent.Raw(Octets.parseHex("000064")));
    assertThat(content(9999, "00")).isEqualTo(new LinkStateContent.Raw(Octets.parseHex("00")));
  }
}
