package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir verify` from the command line to the verdict.
class VerifyCommandTest {
  @TempDir private Path directory;

  private Shell shell;
  private String key = "";

  @BeforeEach
  void makeASignedZone() {
    shell = new Shell(directory);
    shell.write("zone", Shell.ZONE);
    key = shell.keygen("example.");
    assertThat(shell.weir("sign", "-f", "%signed", "%zone", key)).as(shell.err()).isZero();
  }

  @Test
  void findsASoundZoneSound() {
    assertThat(shell.weir("verify", "%signed")).isZero();
    assertThat(shell.out())
        .startsWith("example.: sound")
        .contains(" signatures, NSEC, first expiry 20");
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void printsTheVerdictAsJson() {
    assertThat(shell.weir("verify", "--json", "%signed")).isZero();
    assertThat(shell.out())
        .startsWith("{\"zone\":\"example.\",\"sound\":true,\"names\":")
        .contains("\"denial\":\"NSEC\",\"firstExpiry\":")
        .contains("\"errors\":0,")
        .contains("\"findings\":[]");
  }

  @Test
  void findsAChangedRecord() {
    List<String> lines = new ArrayList<>(shell.lines("signed"));
    lines.replaceAll(line -> line.replace("192.0.2.2", "192.0.2.200"));
    shell.write("signed", lines);
    assertThat(shell.weir("verify", "%signed")).isEqualTo(1);
    assertThat(shell.out()).contains("mail.example.").contains("RFC 4035").contains("not sound");
    assertThat(shell.weir("verify", "--json", "%signed")).isEqualTo(1);
    assertThat(shell.out())
        .contains("\"sound\":false")
        .contains("\"rules\":{\"signature-invalid\":1}")
        .contains("\"owner\":\"mail.example.\",\"type\":\"A\",\"rule\":\"signature-invalid\"");
  }

  @Test
  void findsALinkOfTheChainMissing() {
    List<String> lines = new ArrayList<>(shell.lines("signed"));
    lines.removeIf(line -> line.startsWith("mail.example.") && line.contains("\tNSEC\t"));
    shell.write("signed", lines);
    assertThat(shell.weir("verify", "%signed")).isEqualTo(1);
    assertThat(shell.out()).contains("mail.example.");
  }

  @Test
  void knowsOtherTimes() {
    assertThat(shell.weir("verify", "--at", "now+29d", "%signed")).isZero();
    assertThat(shell.weir("verify", "--at", "now+31d", "%signed")).isEqualTo(1);
    assertThat(shell.out()).contains("expire");
    assertThat(shell.weir("verify", "--at", "20200101", "%signed")).isEqualTo(1);
    assertThat(shell.weir("verify", "--at", "yesterday", "%signed")).isEqualTo(2);
    assertThat(shell.err()).contains("yesterday");
  }

  @Test
  void holdsTheKeysAgainstAnchors() {
    assertThat(shell.weir("verify", "--anchor", key + ".key", "%signed")).isZero();
    assertThat(shell.weir("key2ds", key)).isZero();
    shell.write("ds", List.of(shell.out().strip()));
    assertThat(shell.weir("verify", "--anchor", "%ds", "%signed")).as(shell.err()).isZero();
    String stranger = shell.keygen("example.");
    assertThat(shell.weir("verify", "--anchor", stranger + ".key", "%signed")).isEqualTo(1);
    assertThat(shell.weir("verify", "--anchor", "%missing", "%signed")).isEqualTo(2);
    shell.write("nonsense", List.of("this is no record"));
    assertThat(shell.weir("verify", "--anchor", "%nonsense", "%signed")).isEqualTo(2);
    assertThat(shell.err()).contains("nonsense");
  }

  @Test
  void demandsADigestIfAsked() {
    assertThat(shell.weir("verify", "--zonemd", "%signed")).isEqualTo(1);
    assertThat(shell.weir("sign", "--zonemd", "sha384", "-f", "%signed", "%zone", key)).isZero();
    assertThat(shell.weir("verify", "--zonemd", "%signed")).isZero();
    List<String> lines = new ArrayList<>(shell.lines("signed"));
    lines.replaceAll(line -> line.replace("192.0.2.3", "192.0.2.33"));
    shell.write("signed", lines);
    assertThat(shell.weir("verify", "%signed")).isEqualTo(1);
    assertThat(shell.out()).contains("ZONEMD");
  }

  @Test
  void refusesWhatIsNotSignedOrNotThere() {
    assertThat(shell.weir("verify", "%zone")).isEqualTo(1);
    assertThat(shell.out()).contains("not signed");
    assertThat(shell.weir("verify", "%missing")).isEqualTo(2);
    assertThat(shell.err()).contains("does not exist");
    shell.write("empty", List.of());
    assertThat(shell.weir("verify", "%empty")).isEqualTo(1);
    assertThat(shell.weir("verify", "-o", "example.net", "%signed")).isEqualTo(1);
    assertThat(shell.weir("verify", "--threads", "-3", "%signed")).isEqualTo(2);
    assertThat(shell.weir("verify")).isEqualTo(2);
  }
}
