package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyVerbsTest {
  private static final String OLD =
      """
      filtermap rib_in_pre(route: Route) {
        if route.prefix_len() > 24 { reject "long" }
        if route.prefix_len() == 16 { route.set_med(5); }
        accept
      }
      """;
  private static final String NEW =
      """
      filtermap rib_in_pre(route: Route) {
        if route.prefix_len() > 20 { reject "longer than 20" }
        if route.prefix_len() == 16 { route.set_med(6); route.add_community(NO_EXPORT); }
        accept
      }
      """;

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(directory.resolve("old.roto"), OLD);
    Files.writeString(directory.resolve("new.roto"), NEW);
    Files.write(directory.resolve("updates"), archive());
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("updates.gz")))) {
      packed.write(archive());
    }
  }

  /// One UPDATE of AS 64496 at 192.0.2.1 that announces 10.0.0.0/8, 10.1.0.0/16, 10.2.1.0/24 and
  /// 10.2.1.0/25.
  private static byte[] archive() {
    String attributes = "40010100" + "40020a0202" + "0000fbf0" + "00003b41" + "400304c0000201";
    String nlri = "080a" + "100a01" + "180a0201" + "190a020100";
    String update = "0000" + "%04x".formatted(attributes.length() / 2) + attributes + nlri;
    String message = "ff".repeat(16) + "%04x".formatted(19 + update.length() / 2) + "02" + update;
    String body = "0000fbf0" + "0000fde8" + "0000" + "0001" + "c0000201" + "c0000202" + message;
    return HexFormat.of()
        .parseHex("65000000" + "0010" + "0004" + "%08x".formatted(body.length() / 2) + body);
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
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    int code = Main.run(arguments, console);
    assertThat(err()).doesNotContain("\tat ").doesNotContain("internal error");
    return code;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8).replace(directory + "/", "");
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aChangeOfAPolicyIsShownByRouteAndByCount() {
    assertThat(weir("policy", "diff", "%old.roto", "%new.roto", "%updates.gz")).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            """
            other attributes  10.1.0.0/16 from 192.0.2.1 AS64496
                MULTI_EXIT_DISC: 5 -> 6
                COMMUNITIES: none -> no-export
            accept -> reject  10.2.1.0/24 from 192.0.2.1 AS64496  (- -> longer than 20)
            4 routes: 2 same, 1 accept -> reject, 0 reject -> accept, 1 other attributes
            """);
  }

  @Test
  void aPolicyDoesNotDifferFromItself() {
    assertThat(weir("policy", "diff", "%old.roto", "%old.roto:rib_in_pre", "%updates")).isZero();
    assertThat(out())
        .isEqualTo(
            "4 routes: 4 same, 0 accept -> reject, 0 reject -> accept, 0 other attributes\n");
  }

  @Test
  void aProgramReadsObjects() {
    assertThat(
            weir("policy", "diff", "--json", "--limit", "1", "%old.roto", "%new.roto", "%updates"))
        .isEqualTo(1);
    assertThat(out().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("\"difference\":\"changed\"")
        .contains("\"prefix\":\"10.1.0.0/16\"")
        .contains("MULTI_EXIT_DISC: 5 -> 6");
    assertThat(out()).contains("\"routes\":4,\"none\":2,\"no_longer_accepted\":1");
  }

  @Test
  void aDecisionIsExplainedWithItsValues() {
    assertThat(weir("policy", "explain", "%new.roto", "%updates", "--prefix", "10.2.1.0/24"))
        .isZero();
    assertThat(out())
        .isEqualTo(
            """
            10.2.1.0/24 from 192.0.2.1 AS64496: rejected longer than 20
              new.roto:2  route.prefix_len() > 20: true
                    route.prefix_len() = 24
              new.roto:2  reject "longer than 20" gives Verdict.Reject("longer than 20")
            """);
    assertThat(weir("policy", "explain", "%new.roto", "%updates", "--prefix", "10.1.0.0/16"))
        .isZero();
    assertThat(out()).contains("accepted").contains("changed  COMMUNITIES: none -> no-export");
  }

  @Test
  void noSuchRouteIsAFinding() {
    assertThat(weir("policy", "explain", "%new.roto", "%updates", "--prefix", "10.9.0.0/16"))
        .isEqualTo(1);
    assertThat(err()).contains("no route for 10.9.0.0/16");
    assertThat(
            weir(
                "policy",
                "explain",
                "%new.roto",
                "%updates",
                "--prefix",
                "10.1.0.0/16",
                "--peer",
                "192.0.2.9"))
        .isEqualTo(1);
  }

  @Test
  void payloadsOfTheRpkiCanBeGiven() throws IOException {
    Files.writeString(
        directory.resolve("rov.roto"),
        "filter f(route: Route) { if rpki.check_rov(route).is_invalid() { reject } accept }");
    Files.writeString(directory.resolve("all.roto"), "filter f(route: Route) { accept }");
    assertThat(
            weir(
                "policy",
                "diff",
                "%all.roto",
                "%rov.roto",
                "%updates",
                "--with-vrp",
                "10.0.0.0/8 AS15169"))
        .isEqualTo(1);
    assertThat(out()).contains("4 routes: 1 same, 3 accept -> reject");
  }

  @Test
  void aStoppedPolicyIsReportedAndTheRunGoesOn() throws IOException {
    Files.writeString(
        directory.resolve("endless.roto"),
        "filter f(route: Route) { while route.prefix_len() == 8 {} accept }");
    assertThat(weir("policy", "diff", "%endless.roto", "%endless.roto", "%updates")).isZero();
    assertThat(err()).contains("endless.roto:1:").contains("10.0.0.0/8 from 192.0.2.1");
    assertThat(out()).contains("2 calls were stopped, and count as reject");
  }

  @Test
  void whatCannotBeUsedIsSaidWithItsPlace() throws IOException {
    Files.writeString(directory.resolve("bad.roto"), "filter f(route: Route) { route.nothing() }");
    assertThat(weir("policy", "diff", "%bad.roto", "%new.roto", "%updates")).isEqualTo(2);
    assertThat(err()).contains("E2005").contains("does not compile");
    assertThat(weir("policy", "diff", "%missing.roto", "%new.roto", "%updates")).isEqualTo(2);
    assertThat(weir("policy", "diff", "%old.roto:nothing", "%new.roto", "%updates")).isEqualTo(2);
    assertThat(err()).contains("there is no function `nothing`");
    assertThat(weir("policy", "diff", "%old.roto", "%new.roto", "%nowhere")).isEqualTo(2);
    assertThat(weir("policy", "diff", "%old.roto", "%new.roto", directory.toString())).isEqualTo(2);
    assertThat(err()).contains("is a directory");
    assertThat(weir("policy", "explain", "%old.roto", "%updates", "--prefix", "x")).isEqualTo(2);
    Files.writeString(
        directory.resolve("two.roto"),
        "filter a(route: Route) { accept } filter b(route: Route) { accept }");
    assertThat(weir("policy", "explain", "%two.roto", "%updates", "--prefix", "10.0.0.0/8"))
        .isEqualTo(2);
    assertThat(err()).contains("two.roto:NAME");
  }

  @Test
  void thePromptLoadsATable() {
    byte[] input =
        (":table "
                + directory.resolve("updates.gz")
                + "\ntable.count()\ntable.longest_match(10.1.2.0/24)\n")
            .getBytes(StandardCharsets.UTF_8);
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    assertThat(Main.run(new String[] {"repl"}, console)).as(err()).isZero();
    assertThat(out())
        .contains("table: 4 routes of 1 peers")
        .contains("4: u64")
        .contains("[10.1.0.0/16 from 192.0.2.1 AS64496]: List[Route]");
  }
}
