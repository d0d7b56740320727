package dev.weir.dns.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weir.dns.MalformedText;
import dev.weir.dns.MalformedWire;
import dev.weir.dns.octets.Octets;
import java.nio.charset.StandardCharsets;

class NameFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void readsOrRefuses(byte[] data) {
    Name name;
    try {
      name = Name.read(Octets.of(data));
    } catch (MalformedWire refused) {
      assertThat(refused.offset()).isBetween(0, data.length + Name.MAX_OCTETS);
      return;
    }
    assertThat(name.length()).isBetween(1, Name.MAX_OCTETS);
    assertThat(Name.parse(name.toString()).wire()).isEqualTo(name.wire());
    assertThat(NameKey.name(NameKey.of(name), Name.ROOT)).isEqualTo(name);
  }

  @FuzzTest(maxDuration = "10s")
  void parsesOrRefuses(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    Name name;
    try {
      name = Name.parse(text);
    } catch (MalformedText refused) {
      return;
    }
    assertThat(Name.read(name.wire())).isEqualTo(name);
    assertThat(Name.parse(name.toString()).wire()).isEqualTo(name.wire());
    assertThat(name.under(Name.ROOT)).isTrue();
  }
}
