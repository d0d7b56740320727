package dev.weir.bgp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttribute;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import java.util.Set;

class MessageFuzzTest {
  private static final Set<AfiSafi> FAMILIES =
      Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST, AfiSafi.EVPN, AfiSafi.IPV4_FLOWSPEC);

  /// The first octet chooses what was agreed on and the type of the message.
  @FuzzTest(maxDuration = "10s")
  void messagesAreReadCheckedAndShown(byte[] data) {
    if (data.length == 0 || data.length > 8_192) {
      return;
    }
    int choice = data[0];
    Negotiated under =
        new Negotiated(
            (choice & 1) != 0, (choice & 2) != 0 ? FAMILIES : Set.of(), (choice & 4) != 0);
    Octets body = Octets.of(data).from(1);
    MessageLaws.visitStream(body, under);
    MessageLaws.visit(1 + (choice >>> 3 & 7), body, under);
  }

  @FuzzTest(maxDuration = "10s")
  void attributesKeepTheirOctets(byte[] data) {
    if (data.length > 8_192) {
      return;
    }
    for (boolean wide : new boolean[] {true, false}) {
      PathAttributes attributes = new PathAttributes(Octets.of(data), wide);
      AttributeCursor cursor = attributes.cursor();
      while (cursor.next()) {
        RawAttribute raw = cursor.attribute();
        assertThat(PathAttribute.of(raw, wide).value()).isEqualTo(raw.value());
      }
      PathAttributes built = AttributesBuilder.from(attributes).build();
      assertThat(AttributesBuilder.from(built).build()).isEqualTo(built);
    }
  }
}
