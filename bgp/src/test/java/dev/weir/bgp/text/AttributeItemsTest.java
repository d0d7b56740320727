package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.Negotiated;
import org.junit.jupiter.api.Test;

class AttributeItemsTest {
  private static String json(String hex) {
    RawAttribute raw = new RawAttribute(0xc0, AttributeType.ATTR_SET, Octets.parseHex(hex));
    return ItemJson.print(AttributeItems.of(raw, Negotiated.USUAL));
  }

  @Test
  void setsAreTakenApart() {
    assertThat(json("0000fde8" + "40010100"))
        .contains("\"as\":65000", "\"attribute\":\"ORIGIN\"", "\"value\":\"igp\"");
  }

  @Test
  void setsInSetsAreOctets() {
    assertThat(json("0000fde8" + "c080080000fde940010100"))
        .contains("{\"attribute\":\"ATTR_SET\",\"value\":\"0000fde940010100\"}");
  }

  @Test
  void depthIsBounded() {
    byte[] sets = new byte[64_000];
    for (int at = 4; at + 8 <= sets.length; at += 8) {
      int rest = sets.length - at - 4;
      sets[at] = (byte) 0xd0;
      sets[at + 1] = (byte) AttributeType.ATTR_SET;
      sets[at + 2] = (byte) (rest >> 8);
      sets[at + 3] = (byte) rest;
    }
    RawAttribute raw = new RawAttribute(0xd0, AttributeType.ATTR_SET, Octets.of(sets));
    assertThat(ItemText.print(AttributeItems.of(raw, Negotiated.USUAL))).isNotEmpty();
  }
}
