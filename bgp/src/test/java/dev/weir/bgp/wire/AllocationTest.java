package dev.weir.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the views are small records for: once a walk is compiled, it costs no memory. Measured in a
/// JVM of its own, since what other tests do changes how code is compiled.
class AllocationTest {
  @Test
  void walkingMessagesAttributesAndPrefixesAllocatesNothing() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AllocationProbe.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (InputStream out = process.getInputStream()) {
      lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(lines).containsExactly("messages 0", "attributes 0", "paths 0", "prefixes 0");
  }
}
