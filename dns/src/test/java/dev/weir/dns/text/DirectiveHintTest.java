package dev.weir.dns.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.dns.name.Name;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectiveHintTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "`a A 192.0.2.1\n`, example., 60",
        "`$TTL 5m ; x\na A 192.0.2.1\n`, example., 300",
        "`$TTL 5m\n$TTL 7\r\n$ORIGIN b.test.\n`, b.test., 7",
        "`a A 192.0.2.1\n$ORIGIN b\na A 192.0.2.1\n`, b.example., 60",
        "`$origin .\n$ttl 1d;x\n`, ., 86400",
        "`$TTL\n$TTL x\n$ORIGIN a..b\n$INCLUDE x\n$\n`, example., 60",
        "`a A 192.0.2.1 ; $TTL 5\n $TTL 5\n`, example., 60",
      })
  void takesTheLastDirectives(String text, String origin, int ttl) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    ReadState before = new ReadState(Name.parse("example."), 60, 5, new byte[0]);
    ReadState after = DirectiveHint.after(octets, 0, octets.length, before);
    assertThat(after.origin()).hasToString(origin);
    assertThat(after.defaultTtl()).isEqualTo(ttl);
  }
}
