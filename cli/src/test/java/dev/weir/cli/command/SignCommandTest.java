package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir sign` from the command line to the file.
class SignCommandTest {
  private static final String JSON =
      """
      \\{"zone":"example\\.","serial":7,"records":[0-9]+,"signatures":[0-9]+,"reused":0,\
      "output":"[^"]+"}
      """;

  @TempDir private Path directory;

  private Shell shell;
  private String ksk = "";
  private String zsk = "";

  @BeforeEach
  void makeZoneAndKeys() {
    shell = new Shell(directory);
    shell.write("zone", Shell.ZONE);
    ksk = shell.keygen("--ksk", "example.");
    zsk = shell.keygen("--zsk", "example.");
  }

  @Test
  void signsInEveryWayAndVerifies() {
    List<List<String>> ways =
        List.of(
            List.of(),
            List.of("--nsec3"),
            List.of("--nsec3", "--opt-out"),
            List.of("--nsec3", "--salt", "c0ffee", "--iterations", "2"),
            List.of("--zonemd", "sha384"),
            List.of("--zonemd", "SHA512", "--nsec3"),
            List.of("--jitter", "12h", "--all-keys"),
            List.of("--inception", "now-1d", "--expiration", "+30d"),
            List.of("--engine", "jdk", "--threads", "1"),
            List.of("--engine", "bc", "--dnskey-ttl", "1h"));
    for (List<String> way : ways) {
      List<String> words = new ArrayList<>(List.of("sign", "-o", "example"));
      words.addAll(way);
      words.addAll(List.of("%zone", ksk, zsk));
      assertThat(weir(words)).as(way + shell.err()).isZero();
      assertThat(shell.out()).isEmpty();
      assertThat(shell.weir("verify", "--anchor", ksk + ".key", "%zone.signed"))
          .as(way + shell.out())
          .isZero();
    }
  }

  @Test
  void printsWhatItDidAsJson() {
    assertThat(sign("--json")).isZero();
    assertThat(shell.out()).matches(JSON);
  }

  @Test
  void setsTheSerialAsAsked() {
    assertThat(sign("--serial", "counter", "--json")).isZero();
    assertThat(shell.out()).contains("\"serial\":8");
    assertThat(sign("--serial", "datecounter", "--json")).isZero();
    assertThat(shell.out()).containsPattern("\"serial\":20[0-9]{8},");
    assertThat(sign("--serial", "unixtime", "--json")).isZero();
    assertThat(shell.out()).containsPattern("\"serial\":1[0-9]{9},");
  }

  @Test
  void readsAndWritesCompressedFiles() {
    for (String ending : List.of(".gz", ".zst")) {
      assertThat(sign("-f", "%out" + ending)).as(shell.err()).isZero();
      assertThat(shell.weir("verify", "%out" + ending)).as(shell.out()).isZero();
      assertThat(shell.weir("sign", "-f", "%again", "%out" + ending, ksk, zsk)).isZero();
      assertThat(shell.weir("verify", "%again")).isZero();
    }
  }

  @Test
  void keepsSignaturesThatAreStillRight() {
    assertThat(sign("--json")).isZero();
    String made = number("signatures");
    assertThat(shell.weir("sign", "--reuse", "--json", "-f", "%two", "%zone.signed", ksk, zsk))
        .isZero();
    assertThat(number("signatures")).isEqualTo("0");
    assertThat(number("reused")).isEqualTo(made);
    assertThat(shell.lines("two")).isEqualTo(shell.lines("zone.signed"));
    assertThat(
            shell.weir(
                "sign",
                "--reuse",
                "--refresh",
                "40d",
                "--json",
                "-f",
                "%two",
                "%zone.signed",
                ksk,
                zsk))
        .isZero();
    assertThat(number("reused")).isEqualTo("0");
  }

  @Test
  void refusesFilesThatAreNone() throws IOException {
    assertThat(shell.weir("sign", "%missing", ksk, zsk)).isEqualTo(2);
    assertThat(shell.err()).contains("missing").contains("does not exist");
    assertThat(shell.weir("sign", directory.toString(), ksk)).isEqualTo(2);
    assertThat(shell.err()).contains("directory");
    shell.write("empty", List.of());
    assertThat(shell.weir("sign", "%empty", ksk)).isEqualTo(1);
    assertThat(shell.err()).contains("empty").contains("SOA");
    Files.write(shell.path("binary"), new byte[] {0, 1, (byte) 0xff, '\n', '('});
    assertThat(shell.weir("sign", "%binary", ksk)).isEqualTo(1);
    assertThat(signedFiles()).isEmpty();
  }

  @Test
  void refusesABrokenZoneAndLeavesTheOldOutputWhole() {
    assertThat(sign()).isZero();
    List<String> old = shell.lines("zone.signed");
    List<String> lines = new ArrayList<>(Shell.ZONE);
    lines.add("www A 192.0.2.256");
    lines.add("www MX ten mail");
    shell.write("zone", lines);
    assertThat(sign()).isEqualTo(1);
    assertThat(shell.err()).contains("zone:" + (Shell.ZONE.size() + 1) + ":7: error");
    assertThat(shell.err()).contains("zone:" + (Shell.ZONE.size() + 2) + ":8: error");
    assertThat(shell.err()).contains("2 errors");
    assertThat(shell.lines("zone.signed")).isEqualTo(old);
  }

  @Test
  void refusesAWrongOrigin() {
    assertThat(shell.weir("sign", "-o", "example.net", "%zone", ksk, zsk)).isNotZero();
    assertThat(shell.err()).contains("example.net.");
    assertThat(shell.weir("sign", "-o", "a..b", "%zone", ksk, zsk)).isNotZero();
    assertThat(shell.err()).contains("a..b");
    assertThat(signedFiles()).isEmpty();
  }

  @Test
  void leavesOutRecordsOutsideTheZoneAndSaysSo() {
    List<String> lines = new ArrayList<>(Shell.ZONE);
    lines.add("www.example.net. A 192.0.2.9");
    shell.write("zone", lines);
    assertThat(sign()).isZero();
    assertThat(shell.err()).contains("warning").contains("www.example.net.");
    assertThat(shell.lines("zone.signed")).noneMatch(line -> line.contains("example.net."));
    assertThat(shell.weir("verify", "%zone.signed")).isZero();
  }

  @Test
  void refusesAZoneWithoutNameServers() {
    List<String> lines = new ArrayList<>(Shell.ZONE);
    lines.remove("@ NS ns");
    shell.write("zone", lines);
    assertThat(sign()).isNotZero();
    assertThat(shell.err()).contains("NS");
  }

  @Test
  void refusesKeysThatDoNotFit() throws IOException {
    String other = shell.keygen("example.net.");
    assertThat(shell.weir("sign", "%zone", other)).isEqualTo(2);
    assertThat(shell.err()).contains("example.net.").contains("example.");
    assertThat(shell.weir("sign", "%zone", "%Kexample.+013+00000")).isEqualTo(2);
    assertThat(shell.err()).contains("Kexample.+013+00000");
    assertThat(shell.weir("sign", "%zone", ksk, ksk)).isEqualTo(2);
    assertThat(shell.err()).contains("twice");
    assertThat(shell.weir("sign", "%zone")).isEqualTo(2);
    assertThat(shell.err()).contains("KEY");
    Files.copy(Path.of(zsk + ".private"), shell.path("saved"));
    Files.delete(Path.of(zsk + ".private"));
    Files.copy(Path.of(ksk + ".private"), Path.of(zsk + ".private"));
    assertThat(sign()).isEqualTo(2);
    assertThat(shell.err()).contains(Path.of(zsk).getFileName().toString());
    assertThat(signedFiles()).isEmpty();
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    assertRefused("--inception", "20300101", "--expiration", "20290101");
    assertThat(shell.err()).contains("expire before they begin");
    assertRefused("--expiration", "tomorrow");
    assertThat(shell.err()).contains("tomorrow");
    assertRefused("--inception", "19700101", "--expiration", "20991231");
    assertRefused("--opt-out");
    assertRefused("--nsec3", "--salt", "xyz");
    assertRefused("--nsec3", "--iterations", "65536");
    assertRefused("--zonemd", "md5");
    assertRefused("--serial", "later");
    assertRefused("--engine", "steam");
    assertRefused("--threads", "-1");
    assertRefused("--jitter", "100d");
    assertRefused("--jitter", "soon");
    assertRefused("--dnskey-ttl", "soon");
    assertRefused("--no-such-option");
    assertThat(signedFiles()).isEmpty();
  }

  @Test
  void saysThatAnOutputCannotBeWritten() throws IOException {
    assertThat(sign("-f", "%no/such/directory")).isEqualTo(74);
    assertThat(shell.err()).contains("cannot be written");
    assertThat(sign("-f", directory.toString())).isEqualTo(74);
    assertThat(shell.err()).contains("directory");
    Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
    assertThat(sign("-f", "/dev/full")).isEqualTo(74);
    assertThat(shell.err()).contains("/dev/full").containsIgnoringCase("no space left");
    assertThat(Files.exists(Path.of("/dev/full"))).isTrue();
  }

  @Test
  void onAFullDiskTheOldOutputStaysWhole() throws IOException {
    Path disk = Files.createDirectory(shell.path("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=32k", "none", disk.toString()),
        "a small disk cannot be mounted here");
    try {
      assertThat(sign("-f", "%disk/signed")).isZero();
      byte[] old = Files.readAllBytes(disk.resolve("signed"));
      List<String> lines = new ArrayList<>(Shell.ZONE);
      for (int i = 0; i < 200; i++) {
        lines.add("host" + i + " A 192.0.2.4");
      }
      shell.write("zone", lines);
      assertThat(sign("-f", "%disk/signed")).isEqualTo(74);
      assertThat(shell.err()).containsIgnoringCase("no space left");
      assertThat(Files.readAllBytes(disk.resolve("signed"))).isEqualTo(old);
      try (Stream<Path> files = Files.list(disk)) {
        assertThat(files).containsExactly(disk.resolve("signed"));
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException _) {
      return false;
    }
  }

  private void assertRefused(String... options) {
    assertThat(sign(options)).as(String.join(" ", options) + shell.err()).isEqualTo(2);
    assertThat(shell.err()).isNotBlank();
  }

  private int sign(String... options) {
    List<String> words = new ArrayList<>(List.of("sign"));
    words.addAll(List.of(options));
    words.addAll(List.of("%zone", ksk, zsk));
    return weir(words);
  }

  private int weir(List<String> words) {
    return shell.weir(words.toArray(String[]::new));
  }

  private String number(String field) {
    String name = "\"" + field + "\":";
    int at = shell.out().indexOf(name) + name.length();
    return shell.out().substring(at, shell.out().indexOf(',', at));
  }

  private List<Path> signedFiles() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().matches(".*(signed|tmp)")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
