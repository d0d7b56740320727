package dev.weir.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.inet.Prefix;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  @Test
  void signsAZone() throws IOException {
    assertThat(SignZone.run(Instant.parse("2030-01-01T00:00:00Z")))
        .contains("signatures with Kexample.+013+")
        .endsWith(", sound");
  }

  @Test
  void readsAMessage() {
    assertThat(ReadMessage.answers(ReadMessage.sample())).startsWith("www.example. 3600 A ");
  }

  @Test
  void keepsTheBlocksThatCoverTheOthers() {
    List<Prefix> prefixes =
        Stream.of("10.1.0.0/16", "192.0.2.0/24", "10.0.0.0/8", "2001:db8::/48", "2001:db8::/32")
            .map(Prefix::parse)
            .toList();
    assertThat(SortPrefixes.aggregate(prefixes).toString())
        .isEqualTo("[10.0.0.0/8, 192.0.2.0/24, 2001:db8::/32]");
  }
}
