package dev.weir.bgp.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Speakers of other projects read the messages that are built here as they were meant.
class SpeakersTest {
  private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

  @TempDir private Path directory;

  private static byte[] message(int type, String body) {
    byte[] octets = HexFormat.of().parseHex(body);
    String header = "ff".repeat(16) + String.format("%04x%02x", octets.length + 19, type);
    return HexFormat.of().parseHex(header + body);
  }

  @ParameterizedTest
  @EnumSource(Speaker.class)
  void understandsTheRoutesOfAnUpdate(Speaker speaker) throws Exception {
    assumeThat(speaker.program()).as(speaker + " is not installed").isNotEmpty();
    int port = Speaker.freePort();
    Process process =
        new ProcessBuilder(speaker.start(directory, port))
            .redirectErrorStream(true)
            .redirectOutput(new File(directory.toFile(), "log"))
            .start();
    try {
      until(() -> Speaker.listens(port), "it listens", process);
      byte[] open =
          message(
              1,
              "04"
                  + "fde9"
                  + "00b4"
                  + "7f000002"
                  + "14"
                  + "0212"
                  + "0104"
                  + "00010001"
                  + "0104"
                  + "00020001"
                  + "4104"
                  + "0000fde9");
      try (BgpClient client = new BgpClient(port, open)) {
        client.send(
            message(
                2,
                "0000"
                    + "002e"
                    + "40010100"
                    + "40020e02030000fde900000001000186a0"
                    + "400304cb0071fe"
                    + "800404000000c8"
                    + "c008080001000200010003"
                    + "18c63364"));
        String[] answer = {""};
        until(
            () ->
                (answer[0] = speaker.routes(directory)).contains("198.51.100.0")
                    || !client.complaint().isEmpty(),
            "the route",
            process);
        System.out.println(speaker + " " + client.complaint() + " " + answer[0]);
      }
    } finally {
      System.out.println(java.nio.file.Files.readString(directory.resolve("log")));
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void until(Condition condition, String what, Process process) throws Exception {
    long start = System.nanoTime();
    while (!condition.holds()) {
      assertThat(process.isAlive()).as("alive, waiting for: " + what).isTrue();
      assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE_NANOSECONDS);
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }
}
