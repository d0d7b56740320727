package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir zone check`, `print`, `diff` and `digest`.
class ZoneVerbsTest {
  @TempDir private Path directory;

  private Shell shell;

  @BeforeEach
  void makeAZone() {
    shell = new Shell(directory);
    shell.write("zone", Shell.ZONE);
  }

  @Test
  void checkPrintsALineForEachFile() {
    shell.write("other", changed("192.0.2.1", "192.0.2.9"));
    assertThat(shell.weir("zone", "check", "%zone", "%other")).as(shell.out()).isZero();
    assertThat(shell.out().lines().filter(line -> line.contains("example. serial 7, 11 records")))
        .hasSize(2)
        .allMatch(line -> line.contains("ok"));
  }

  @Test
  void checkEndsWithTheWorstOfAll() {
    shell.write("syntax", changed("192.0.2.1", "192.0.2.256"));
    List<String> both = new ArrayList<>(Shell.ZONE);
    both.add("mail CNAME ns");
    shell.write("structure", both);
    shell.write("servers", changed("@ NS ns", ""));
    assertThat(shell.weir("zone", "check", "%zone", "%syntax")).isEqualTo(1);
    assertThat(shell.err()).contains("syntax:6:6: error");
    assertThat(shell.weir("zone", "check", "%structure")).isEqualTo(1);
    assertThat(shell.out()).contains("CNAME").contains("refused");
    assertThat(shell.weir("zone", "check", "%servers")).isEqualTo(1);
    assertThat(shell.out()).contains("NS").contains("refused");
    assertThat(shell.weir("zone", "check", "%syntax", "%missing", "%zone")).isEqualTo(2);
    assertThat(shell.err()).contains("missing").contains("does not exist");
    assertThat(shell.out()).contains("ok");
    assertThat(shell.weir("zone", "check")).isEqualTo(2);
    assertThat(shell.weir("zone")).isEqualTo(2);
  }

  @Test
  void checkPrintsJson() {
    shell.write("syntax", changed("192.0.2.1", "192.0.2.256"));
    assertThat(shell.weir("zone", "check", "--json", "%zone", "%missing", "%syntax")).isEqualTo(2);
    List<String> lines = shell.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .contains("\"readable\":true,\"sane\":true,\"syntaxErrors\":0")
        .contains("\"zone\":\"example.\"")
        .contains("\"records\":11");
    assertThat(lines.get(1)).contains("\"readable\":false,\"message\":");
    assertThat(lines.get(2)).contains("\"sane\":false,\"syntaxErrors\":1");
  }

  @Test
  void printsInEveryStyleWhatReadsBackTheSame() {
    for (String style : List.of("absolute", "relative", "pretty")) {
      assertThat(shell.weir("zone", "print", "--style", style, "-f", "%" + style, "%zone"))
          .as(shell.err())
          .isZero();
      assertThat(shell.weir("zone", "diff", "%zone", "%" + style)).as(shell.out()).isZero();
      assertThat(shell.out()).isEmpty();
    }
    assertThat(shell.lines("absolute").getFirst()).startsWith("example.\t3600\tIN\tSOA\t");
    assertThat(shell.weir("zone", "print", "--style", "baroque", "%zone")).isEqualTo(2);
    assertThat(shell.weir("zone", "print", "-f", "%no/directory", "%zone")).isEqualTo(74);
  }

  @Test
  void diffPrintsWhatChanged() {
    shell.write("other", changed("mail A 192.0.2.2", "mail A 192.0.2.22"));
    assertThat(shell.weir("zone", "diff", "%zone", "%other")).isEqualTo(1);
    assertThat(shell.out().lines())
        .containsExactly(
            "- mail.example.\t3600\tIN\tA\t192.0.2.2", "+ mail.example.\t3600\tIN\tA\t192.0.2.22");
    shell.write("ttl", changed("mail A", "mail 60 A"));
    assertThat(shell.weir("zone", "diff", "%zone", "%ttl")).isEqualTo(1);
    assertThat(shell.weir("zone", "diff", "%zone", "%missing")).isEqualTo(2);
    shell.write("stranger", changed("$ORIGIN example.", "$ORIGIN example.net."));
    assertThat(shell.weir("zone", "diff", "%zone", "%stranger")).isEqualTo(2);
    assertThat(shell.err()).contains("example.net.");
  }

  @Test
  void digestPrintsARecordThatFits() {
    for (List<String> words :
        List.of(List.of("zone", "digest"), List.of("zone", "digest", "--sha512"))) {
      List<String> all = new ArrayList<>(words);
      all.add("%zone");
      assertThat(shell.weir(all.toArray(String[]::new))).isZero();
      List<String> lines = new ArrayList<>(Shell.ZONE);
      lines.add(shell.out().strip());
      shell.write("digested", lines);
      assertThat(shell.weir("zone", "digest", "--check", "%digested")).isZero();
      assertThat(shell.out()).contains("fits");
      lines.set(5, "ns A 192.0.2.99");
      shell.write("digested", lines);
      assertThat(shell.weir("zone", "digest", "--check", "%digested")).isEqualTo(1);
      assertThat(shell.out()).contains("differs");
    }
    assertThat(shell.weir("zone", "digest", "--check", "%zone")).isEqualTo(1);
    assertThat(shell.out()).contains("no ZONEMD");
    assertThat(shell.weir("zone", "digest", "%missing")).isEqualTo(2);
  }

  private static List<String> changed(String text, String by) {
    return Shell.ZONE.stream().map(line -> line.replace(text, by)).toList();
  }
}
