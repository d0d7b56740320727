package dev.weir.inet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class PrefixFuzzTest {
  @FuzzTest(maxDuration = "10s")
  void parsesOrRefuses(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    try {
      Prefix prefix = Prefix.parse(text);
      assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
      assertThat(prefix.contains(prefix.address())).isTrue();
    } catch (MalformedInet refused) {
      assertThat(refused.offset()).isBetween(0, text.length());
    }
  }
}
