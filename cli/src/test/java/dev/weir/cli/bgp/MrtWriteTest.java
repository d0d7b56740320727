package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir mrt stat`, `weir mrt diff` and `weir mrt write`, also as other programs see what was
/// written.
class MrtWriteTest {
  /// Lines of every kind; no collector says all of this.
  private static final String LINES =
      """
      TABLE_DUMP|1027381055|B|2001:db8::1|1853|2001:db8:1::/48|1853 1239 {80,81}|IGP|2001:db8::2|0|7|no-export local-AS 1:2|AG|64500 192.0.2.1|
      TABLE_DUMP|1027381055|B|192.0.2.7|70000|10.0.0.0/8|70000 1239 80|EGP|192.0.2.8|5|0||NAG||
      TABLE_DUMP|1027381055|B|192.0.2.7|7000|10.0.0.0/8|7000 123999 80|INCOMPLETE|192.0.2.8|5|0||NAG|70001 192.0.2.1|
      TABLE_DUMP2|1027381055|B|192.0.2.7|7000|10.0.0.0/8|7000 (5 6) [7,8] 4200000000|INCOMPLETE|2001:db8::5|5|0||NAG|70001 192.0.2.1|
      TABLE_DUMP2|1027381055|B|2001:db8::7|7000|10.0.0.0/8|7000|IGP|255.255.255.255|0|0||NAG||
      TABLE_DUMP2_AP|1027381055|B|2001:db8::7|7000|10.0.0.0/8|4294967295|7000|IGP|192.0.2.1|0|0||NAG||
      BGP4MP|1027381055|STATE|192.0.2.7|7000|5|6
      BGP4MP|1027381055|A|192.0.2.7|7000|10.0.0.0/8|7000|INCOMPLETE|255.255.255.255|5|0||NAG||
      BGP4MP_AP|1027381055|A|192.0.2.7|7000|10.0.0.0/8|9|7000|IGP|2001:db8::5|5|0||NAG||
      BGP4MP_AP|1027381055|W|192.0.2.7|7000|2001:db8::/32|9
      BGP4MP_LOCAL|1027381055|W|192.0.2.7|7000|10.0.0.0/8
      BGP4MP_ET|1027381055.000012|A|192.0.2.7|7000|10.0.0.0/8|7000|IGP|192.0.2.7|0|0||NAG||
      BGP4MP_ET|1027381055.000012|W|192.0.2.7|7000|10.0.0.0/8
      BGP4MP_LOCAL|1027381055|A|192.0.2.7|7000|2001:db8::/32||IGP|::ffff:192.0.2.1|4294967295|4294967295||NAG||
      """;

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";

  @BeforeEach
  void writeArchives() throws IOException {
    Files.write(directory.resolve("table.mrt"), SampleArchive.table(500).toBytes());
    Files.write(directory.resolve("updates.mrt"), SampleArchive.messages(500).toBytes());
  }

  /// Runs a command; words that begin with `%` are files of the directory.
  private int weir(String... words) {
    out.reset();
    err.reset();
    String[] arguments =
        Stream.of(words)
            .map(w -> w.startsWith("%") ? directory.resolve(w.substring(1)).toString() : w)
            .toArray(String[]::new);
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    int code = Main.run(arguments, console);
    assertThat(err()).doesNotContain("\tat ").doesNotContain("internal error");
    return code;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void textIsWrittenAndReadBack(String text, String... format) throws IOException {
    Files.writeString(directory.resolve("lines"), text);
    assertThat(weir("mrt", "write", "%lines", "-o", "%back.mrt")).as(err()).isZero();
    weir(
        Stream.concat(Stream.of("mrt", "cat", "%back.mrt"), Stream.of(format))
            .toArray(String[]::new));
    assertThat(err()).isEmpty();
    assertThat(out().equals(text) ? "" : firstDifference(out(), text)).isEmpty();
  }

  private static String firstDifference(String printed, String expected) {
    List<String> one = printed.lines().toList();
    List<String> other = expected.lines().toList();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return "line " + (i + 1) + ": " + one.get(i) + "\nexpected " + other.get(i);
      }
    }
    return one.size() + " lines, expected " + other.size();
  }

  @Test
  void linesOfEveryKindAreWrittenAndPrintedAgain() throws IOException {
    textIsWrittenAndReadBack(LINES);
  }

  @Test
  void everyExpectedTextIsWrittenAndPrintedAgain() throws IOException {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    Path texts = Path.of(shared, "data/bgp/mrt/ripe-bgpdump/expect");
    try (Stream<Path> files = Files.list(texts)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSize(12);
      for (Path file : all) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          textIsWrittenAndReadBack(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
      }
    }
  }

  @Test
  void samplesAreWrittenAndPrintedAgainInBothForms() throws IOException {
    for (String archive : List.of("%table.mrt", "%updates.mrt")) {
      for (String form : List.of("bgpdump", "json")) {
        weir("mrt", "cat", "--format", form, archive);
        String text = out();
        assertThat(text).hasLineCount((int) text.lines().count()).contains("2001:db8");
        textIsWrittenAndReadBack(text, "--format", form);
      }
    }
  }

  @Test
  void whatIsWrittenIsTheSameTable() {
    weir("mrt", "cat", "--format", "json", "%table.mrt", "-o", "%table.json.gz");
    assertThat(weir("mrt", "write", "%table.json.gz", "-o", "%back.mrt.zst")).isZero();
    assertThat(weir("mrt", "diff", "%table.mrt", "%back.mrt.zst", "--count")).as(out()).isZero();
    assertThat(out()).endsWith(": 0 added, 0 removed, 0 changed\n");
  }

  @Test
  void aMalformedLineIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
    assertMalformed("BGP4MP|1|A|192.0.2.1|1|10.0.0.1/8|1|IGP|192.0.2.1|0|0||NAG||", 32);
    assertMalformed("BGP4MP|1|A|192.0.2.1|1|10.0.0.0/8|1 2 x|IGP|192.0.2.1|0|0||NAG||", 39);
    assertMalformed("BGP4MP|1|A|192.0.2.1|1|10.0.0.0/8|1|IGP|192.0.2.1|0|0|1:2 1:99999|NAG||", 59);
    assertMalformed("BGP4MP|1|A", 11);
    assertMalformed("BGP4MP|x|A|192.0.2.1|1", 8);
    assertMalformed("nonsense", 1);
    assertMalformed("{\"kind\":", 9);
    assertMalformed("{\"kind\":\"withdraw\",\"time\":1,\"peer\":\"192.0.2.x\"}", 36);
    assertMalformed("{\"kind\":\"withdraw\",\"colour\":1}", 20);
  }

  private void assertMalformed(String line, int column) throws IOException {
    input = "# a remark\n\n" + line + "\n";
    assertThat(weir("mrt", "write", "-o", "%none.mrt")).isEqualTo(1);
    assertThat(err()).contains("standard input:3:" + column + ": ");
    assertThat(directory.resolve("none.mrt")).doesNotExist();
  }

  @Test
  void differencesAreShownWithWhatChanged() throws IOException {
    String old =
        """
        TABLE_DUMP2|1|B|192.0.2.1|1|10.0.0.0/8|1 2|IGP|192.0.2.1|0|0||NAG||
        TABLE_DUMP2|1|B|192.0.2.2|2|10.0.0.0/8|2|IGP|192.0.2.2|0|0||NAG||
        TABLE_DUMP2|1|B|192.0.2.1|1|10.1.0.0/16|1 2|IGP|192.0.2.1|0|0||NAG||
        """;
    String now =
        """
        BGP4MP|5|A|192.0.2.2|2|10.0.0.0/8|2|IGP|192.0.2.2|0|0||NAG||
        BGP4MP|6|A|192.0.2.1|1|10.0.0.0/8|1 2|IGP|192.0.2.1|0|0||NAG||
        BGP4MP|7|A|192.0.2.1|1|10.0.0.0/8|1 3|IGP|192.0.2.9|0|7|1:2|NAG||
        BGP4MP|8|A|192.0.2.1|1|10.2.0.0/16|1 2|IGP|192.0.2.1|0|0||NAG||
        """;
    Files.writeString(directory.resolve("old"), old);
    Files.writeString(directory.resolve("new"), now);
    weir("mrt", "write", "%old", "-o", "%old.mrt");
    weir("mrt", "write", "%new", "-o", "%new.mrt");
    assertThat(weir("mrt", "diff", "%old.mrt", "%new.mrt")).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            """
            ~ 10.0.0.0/8 from 192.0.2.1 AS1
                NEXT_HOP: 192.0.2.1 -> 192.0.2.9
                AS_PATH: 1 2 -> 1 3
                MULTI_EXIT_DISC: none -> 7
                COMMUNITIES: none -> 1:2
            - 10.1.0.0/16 from 192.0.2.1 AS1 next hop 192.0.2.1 path 1 2 i
            + 10.2.0.0/16 from 192.0.2.1 AS1 next hop 192.0.2.1 path 1 2 i
            3 routes -> 3 routes: 1 added, 1 removed, 1 changed
            """);
    assertThat(weir("mrt", "diff", "%old.mrt", "%new.mrt", "--count")).isEqualTo(1);
    assertThat(out()).hasLineCount(1);
    assertThat(weir("mrt", "diff", "%old.mrt", "%new.mrt", "--json")).isEqualTo(1);
    assertThat(out())
        .hasLineCount(4)
        .contains("\"difference\":\"changed\"")
        .contains("MULTI_EXIT_DISC: none -> 7")
        .endsWith("\"added\":1,\"removed\":1,\"changed\":1}\n");
    assertThat(weir("mrt", "diff", "%old.mrt", "%old.mrt")).isZero();
    assertThat(weir("mrt", "diff", "%old.mrt", "%missing.mrt")).isEqualTo(2);
  }

  @Test
  void countsWhatCatPrints() {
    weir("mrt", "cat", "%table.mrt", "--peer", "AS64500");
    long lines = out().lines().count();
    assertThat(weir("mrt", "stat", "%table.mrt", "%updates.mrt", "--json", "--peer", "AS64500"))
        .isZero();
    assertThat(out())
        .contains("\"peer\":\"198.51.100.2\",\"peer_as\":64500,\"table\":" + lines + ",");
    assertThat(weir("mrt", "stat", "%table.mrt", "%updates.mrt", "-j", "2")).isZero();
    assertThat(out())
        .contains("TABLE_DUMP_V2/PEER_INDEX_TABLE\n")
        .containsPattern(" 500 +[0-9,]+  BGP4MP_ET/MESSAGE_AS4\n")
        .containsPattern(" 4 +[0-9,]+  BGP4MP_ET/STATE_CHANGE_AS4\n")
        .contains("  AS_PATH\n")
        .contains("ipv4-unicast /24\n");
  }

  @Test
  void bgpdumpReadsWhatIsWritten() throws Exception {
    assumeThat(Path.of("/usr/bin/bgpdump")).as("Debian package bgpdump").isExecutable();
    // bgpdump has no words for a message without a next hop.
    String text = LINES.replace("|255.255.255.255|5|", "|192.0.2.255|5|");
    Files.writeString(directory.resolve("lines"), text);
    weir("mrt", "write", "%lines", "-o", "%lines.mrt");
    assertThat(run("bgpdump", "-m", directory.resolve("lines.mrt").toString())).isEqualTo(text);
    for (String archive : List.of("table.mrt", "updates.mrt")) {
      weir("mrt", "cat", "%" + archive, "-o", "%lines");
      weir("mrt", "write", "%lines", "-o", "%lines.mrt");
      assertThat(run("bgpdump", "-m", directory.resolve("lines.mrt").toString()))
          .isEqualTo(Files.readString(directory.resolve("lines")));
    }
  }

  @Test
  void bgpctlReadsWhatIsWritten() throws Exception {
    assumeThat(Path.of("/usr/sbin/bgpctl")).as("Debian package openbgpd").isExecutable();
    weir("mrt", "cat", "%table.mrt", "-o", "%lines");
    weir("mrt", "write", "%lines", "-o", "%lines.mrt");
    String shown =
        run("/usr/sbin/bgpctl", "show", "mrt", "file", directory.resolve("lines.mrt").toString());
    List<String> theirs =
        shown.lines().filter(l -> l.contains("/")).map(l -> l.split(" +")[2]).sorted().toList();
    List<String> ours =
        Files.readString(directory.resolve("lines"))
            .lines()
            .map(l -> l.split("\\|")[5])
            .sorted()
            .toList();
    assertThat(theirs).isEqualTo(ours);
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
