package dev.weir.bgp.nlri;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;

class NlriFuzzTest {
  /// One octet that picks a family and whether there are path identifiers, then a field.
  @FuzzTest(maxDuration = "10s")
  void anyFieldOfAnyFamilyHasAnOutcome(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int choice = (data[0] & 0x7f) % RandomNlri.FAMILIES.size();
    AfiSafi family = RandomNlri.FAMILIES.get(choice);
    NlriLaws.hold(new Octets(data, 1, data.length - 1), family, data[0] < 0);
  }

  /// Two octets of address family, one of subsequent family, one of flags, then a field.
  @FuzzTest(maxDuration = "10s")
  void anyFieldOfAnyNumbersHasAnOutcome(byte[] data) {
    if (data.length < 4) {
      return;
    }
    AfiSafi family = new AfiSafi(Octets.u16(data, 0), data[2] & 0xff);
    NlriLaws.hold(new Octets(data, 4, data.length - 4), family, (data[3] & 1) != 0);
  }

  /// A BGP-LS attribute.
  @FuzzTest(maxDuration = "10s")
  void anyAttributeHasContents(byte[] data) {
    for (LinkStateTlv tlv : new LinkStateTlvs(Octets.of(data)).list()) {
      assertThat(tlv.content().toString()).isNotEmpty();
    }
  }
}
