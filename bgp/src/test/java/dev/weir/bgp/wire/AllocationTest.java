package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the views are small records for: once a walk is compiled, it costs no memory for what it
/// walks over. A few octets for a whole message are allowed: how far the compiler looks into a walk
/// depends on what it has seen before, and it may leave the cursor itself on the heap. Measured in
/// a JVM of its own, since what other tests do changes that.
class AllocationTest {
  /// For one message with 300 prefixes: less than an octet a prefix.
  private static final int MOST = 200;

  @Test
  void walkingAllocatesNothingForAMessageAnAttributeOrAPrefix() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xbatch",
                "-cp",
                System.getProperty("java.class.path"),
                AllocationProbe.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (InputStream out = process.getInputStream()) {
      lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      int octets = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
      assertThat(octets).as(line).isLessThanOrEqualTo(MOST);
    }
  }
}
