package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.nlri.LinkStateTlvs;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import java.util.List;
import org.junit.jupiter.api.Test;

class NlriItemsTest {
  private static String json(AfiSafi family, String hex) {
    return ItemJson.print(NlriItems.of(Octets.parseHex(hex), family, false).getFirst());
  }

  @Test
  void pathIdentifiersStandFirst() {
    Octets field = Octets.parseHex("00000001080a00000002080b");
    Item items = new Item.Many(NlriItems.of(field, AfiSafi.IPV4_UNICAST, true));
    assertThat(ItemJson.print(items))
        .isEqualTo(
            "[{\"route\":\"10.0.0.0/8 path-id 1\",\"path_id\":1,\"prefix\":\"10.0.0.0/8\"},"
                + "{\"route\":\"11.0.0.0/8 path-id 2\",\"path_id\":2,\"prefix\":\"11.0.0.0/8\"}]");
  }

  @Test
  void partsHaveNames() {
    assertThat(json(AfiSafi.VPLS, "00110001c0a8c901007b000500010008029ce1"))
        .endsWith(
            ",\"distinguisher\":\"192.168.201.1:123\",\"site\":5,\"block_offset\":1,"
                + "\"block_size\":8,\"label_base\":10702}");
    assertThat(json(AfiSafi.VPLS, "000c0000fde80000000101020304"))
        .endsWith(",\"distinguisher\":\"65000:1\",\"router\":\"1.2.3.4\"}");
    assertThat(json(new AfiSafi(1, 5), "05120000fde80001869f200a630c0420effbffe4"))
        .endsWith(
            ",\"route_type\":5,\"distinguisher\":\"65000:99999\",\"source\":\"10.99.12.4\","
                + "\"group\":\"239.251.255.228\"}");
    assertThat(json(new AfiSafi(1, 85), "010004100000006400000064370a000001003039"))
        .endsWith(
            ",\"architecture\":1,\"route_type\":4,\"distinguisher\":\"100:100\","
                + "\"endpoint\":\"10.0.0.1\",\"teid_prefix\":\"0x003039/23\"}");
  }

  @Test
  void filtersAreAlternativesOfConditions() {
    assertThat(json(AfiSafi.IPV4_FLOWSPEC, "120118c000020218cb0071040389458b911f90"))
        .endsWith(
            ",\"destination\":\"192.0.2.0/24\",\"source\":\"203.0.113.0/24\","
                + "\"port\":[[\">=137\",\"<=139\"],[\"=8080\"]]}");
  }

  @Test
  void linkStateIsAListOfTriplets() {
    assertThat(json(AfiSafi.LINK_STATE, "000100150200000000000000000100000802000004000003e8"))
        .endsWith(
            ",\"kind\":\"node\",\"protocol\":\"isis-l2\",\"identifier\":\"0\",\"descriptors\":"
                + "[{\"tlv\":\"local-node\",\"code\":256,\"value\":"
                + "[{\"tlv\":\"as\",\"code\":512,\"value\":1000}]}]}");
    Octets attribute = Octets.parseHex("0447000300000a" + "044b000730000000049310");
    assertThat(ItemJson.print(new Item.Many(LinkStateItems.of(new LinkStateTlvs(attribute)))))
        .isEqualTo(
            "[{\"tlv\":\"igp-metric\",\"code\":1095,\"value\":10},{\"tlv\":\"adj-sid\","
                + "\"code\":1099,\"value\":{\"flags\":48,\"weight\":0,\"label\":299792}}]");
  }

  @Test
  void faultsSayWhatAndWhere() {
    assertThat(json(AfiSafi.IPV4_UNICAST, "21"))
        .contains("\"octets\":\"21\"", "octet 0", "RFC 7606 section 5.3");
  }

  /// Triplets in triplets, as deep as a message has room for.
  @Test
  void depthIsBounded() {
    byte[] nodes = new byte[60_000];
    byte[] ends = new byte[60_000];
    for (int at = 0; at < nodes.length; at += 4) {
      put(nodes, at, 256 << 16 | nodes.length - at - 4);
    }
    for (int at = 0; at + 26 <= ends.length; at += 26) {
      put(ends, at, 1106 << 16 | ends.length - at - 4);
    }
    for (byte[] deep : List.of(nodes, ends)) {
      LinkStateTlvs tlvs = new LinkStateTlvs(Octets.of(deep));
      assertThat(tlvs.toString()).isNotEmpty();
      assertThat(ItemJson.print(new Item.Many(LinkStateItems.of(tlvs)))).startsWith("[{");
    }
  }

  private static void put(byte[] into, int at, int number) {
    for (int i = 0; i < 4; i++) {
      into[at + i] = (byte) (number >> 24 - 8 * i);
    }
  }
}
