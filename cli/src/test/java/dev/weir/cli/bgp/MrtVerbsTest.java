package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `weir mrt cat` and `weir mrt filter` over made-up archives, and over what is no archive.
class MrtVerbsTest {
  private static final int PREFIXES = 200;

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] input = new byte[0];
  private String table = "";

  @BeforeEach
  void makeTable() throws IOException {
    Path file = directory.resolve("table.mrt");
    Files.write(file, SampleArchive.table(PREFIXES).toBytes());
    table = file.toString();
  }

  @Test
  void catPrintsALineForEachRoute() {
    assertThat(weir("mrt", "cat", "--format", "bgpdump", table)).isZero();
    List<String> lines = out().lines().toList();
    assertThat(lines).hasSizeGreaterThan(3 * PREFIXES);
    assertThat(lines).allMatch(line -> line.startsWith("TABLE_DUMP2|1700000000|B|"));
  }

  @Test
  void formsAgreeOnHowManyRoutesThereAre() {
    weir("mrt", "cat", "--format", "bgpdump", table);
    long routes = out().lines().count();
    weir("mrt", "cat", "--format", "json", table);
    assertThat(out().lines()).hasSize((int) routes).allMatch(line -> line.startsWith("{"));
    weir("mrt", "cat", "--format", "csv", table);
    assertThat(out().lines().count()).isEqualTo(routes + 1);
  }

  @Test
  void routesAreSelected() {
    weir("mrt", "cat", "--format", "bgpdump", "--peer", "198.51.100.3", table);
    assertThat(out().lines()).isNotEmpty().allMatch(line -> line.contains("|198.51.100.3|64501|"));
    weir("mrt", "cat", "--format", "bgpdump", "--prefix", "1.0.0.0/22", table);
    assertThat(out().lines()).isNotEmpty().allMatch(line -> line.contains("|1.0.0.0/22|"));
    weir("mrt", "cat", "--format", "bgpdump", "--from", "2024-01-01T00:00:00Z", table);
    assertThat(out()).isEmpty();
  }

  @Test
  void standardInputIsAnArchiveToo() throws IOException {
    input = Files.readAllBytes(Path.of(table));
    assertThat(weir("mrt", "cat", "--format", "bgpdump", "-")).isZero();
    String piped = out();
    weir("mrt", "cat", "--format", "bgpdump", table);
    assertThat(piped).isEqualTo(out());
  }

  @Test
  void everyCompressionComesBackAsItWas() {
    weir("mrt", "cat", "--format", "bgpdump", table);
    String plain = out();
    for (String suffix : new String[] {".gz", ".bz2", ".zst", ".xz"}) {
      String packed = directory.resolve("copy.mrt" + suffix).toString();
      assertThat(weir("mrt", "cat", "--format", "mrt", "-o", packed, table)).as(suffix).isZero();
      weir("mrt", "cat", "--format", "bgpdump", packed);
      assertThat(out()).as(suffix).isEqualTo(plain);
    }
  }

  @Test
  void aPolicyChangesWhatItLetsThrough() throws IOException {
    String policy =
        script(
            """
            filter rib_in_pre(route: Route) {
                if route.is_ipv6() { reject }
                route.set_med(77);
                accept
            }
            """);
    String kept = directory.resolve("kept.mrt").toString();
    assertThat(weir("mrt", "filter", table, "--filter", policy, "-o", kept)).isZero();
    assertThat(err()).contains("rib_in_pre accepted");
    weir("mrt", "cat", "--format", "bgpdump", kept);
    assertThat(out().lines()).isNotEmpty().allMatch(line -> line.contains("|77|"));
    assertThat(out()).doesNotContain("2001:db8::");
  }

  @Test
  void aRouteOnWhichThePolicyIsStoppedIsReportedAndTheRunGoesOn() throws IOException {
    String policy =
        script("filter rib_in_pre(route: Route) { if route.is_ipv6() { while true {} } accept }");
    assertThat(weir("mrt", "cat", "--format", "bgpdump", "--filter", policy, table)).isZero();
    assertThat(out().lines()).isNotEmpty().noneMatch(line -> line.contains("2001:db8::"));
    assertThat(err()).contains("stopped on").contains("rejected");
    weir("mrt", "cat", "--format", "bgpdump", "--filter", policy, "--on-fault", "accept", table);
    assertThat(out()).contains("2001:db8::");
    assertThat(
            weir(
                "mrt",
                "cat",
                "--format",
                "bgpdump",
                "--filter",
                policy,
                "--on-fault",
                "stop",
                table))
        .isEqualTo(1);
  }

  @Test
  void aPolicyThatDoesNotCompileIsRefusedWithItsPlace() throws IOException {
    String policy = script("filter rib_in_pre(route: Route) { if route.nope() { reject } accept }");
    assertThat(weir("mrt", "cat", "--filter", policy, table)).isEqualTo(2);
    assertThat(err()).contains("policy.roto:1:44");
  }

  @Test
  void whatIsNoArchiveIsSaidToBeNone() throws IOException {
    assertThat(weir("mrt", "cat", directory.toString())).isEqualTo(2);
    assertThat(err()).contains(directory.toString());
    assertThat(weir("mrt", "cat", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(err()).contains("none");
    Path text = Files.writeString(directory.resolve("text"), "this is no archive\n".repeat(100));
    assertThat(weir("mrt", "cat", text.toString())).isEqualTo(2);
    assertThat(err()).contains("text");
  }

  @Test
  void aTruncatedArchiveLosesNothingBeforeItsEnd() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(table));
    weir("mrt", "cat", "--format", "bgpdump", table);
    List<String> all = out().lines().toList();
    Path torn = Files.write(directory.resolve("torn"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(weir("mrt", "cat", "--format", "bgpdump", torn.toString())).isZero();
    List<String> found = out().lines().toList();
    assertThat(found).isNotEmpty().isEqualTo(all.subList(0, found.size()));
    assertThat(err()).contains("torn");

    String packed = directory.resolve("copy.gz").toString();
    weir("mrt", "cat", "--format", "mrt", "-o", packed, table);
    byte[] zipped = Files.readAllBytes(Path.of(packed));
    Files.write(Path.of(packed), Arrays.copyOf(zipped, zipped.length / 2));
    assertThat(weir("mrt", "cat", "--format", "bgpdump", packed)).isNotZero();
    assertThat(err()).contains("copy.gz");
  }

  private String script(String text) throws IOException {
    return Files.writeString(directory.resolve("policy.roto"), text).toString();
  }

  private int weir(String... words) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    return Main.run(words, console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
