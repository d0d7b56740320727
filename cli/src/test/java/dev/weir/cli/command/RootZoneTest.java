package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real root zone, signed as IANA publishes it, signed again by the command line.
class RootZoneTest {
  @TempDir private Path directory;

  private Shell shell;
  private String ksk = "";
  private String zsk = "";

  @BeforeEach
  void unpackTheZoneAndMakeKeys() throws IOException {
    shell = new Shell(directory);
    try (InputStream in = DemoCommand.class.getResourceAsStream("root.zone.gz")) {
      Files.copy(Objects.requireNonNull(in), shell.path("root.gz"));
    }
    ksk = shell.keygen("--ksk", ".");
    zsk = shell.keygen("--zsk", ".");
  }

  @Test
  void isSoundAsPublished() {
    assertThat(shell.weir("zone", "check", "%root.gz")).as(shell.out()).isZero();
    assertThat(shell.weir("verify", "--at", "20231106", "%root.gz")).as(shell.out()).isZero();
    assertThat(shell.out()).contains(".: sound");
  }

  /// The digest goes with NSEC alone, for ldns does not get to the end of the root zone with both
  /// NSEC3 and ZONEMD.
  @Test
  void theJudgesAcceptItSignedAgain() throws Exception {
    for (List<String> way :
        List.of(
            List.of("--zonemd", "sha384"), List.of("--nsec3"), List.of("--nsec3", "--opt-out"))) {
      List<String> words = new ArrayList<>(List.of("sign", "-o", "."));
      words.addAll(way);
      words.addAll(List.of("-f", "%signed", "%root.gz", ksk, zsk));
      assertThat(shell.weir(words.toArray(String[]::new))).as(shell.err()).isZero();
      assertThat(shell.weir("verify", "--anchor", ksk + ".key", "%signed"))
          .as(shell.out())
          .isZero();
      String signed = shell.path("signed").toString();
      accepts("dnssec-verify", "-q", "-x", "-o", ".", signed);
      accepts("ldns-verify-zone", "-V", "1", "-k", ksk + ".key", signed);
      accepts("kzonecheck", "-d", "on", "-o", ".", signed);
    }
  }

  /// Asks a judge, or says that it is not installed.
  private void accepts(String... command) throws IOException, InterruptedException {
    Path said = shell.path("said");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException e) {
      System.err.println("not asked: " + e.getMessage());
      return;
    }
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command[0] + " does not end");
    }
    assertThat(process.exitValue()).as(command[0] + ": " + Files.readString(said)).isZero();
  }
}
