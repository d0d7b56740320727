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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RibVerbsTest {
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

  @Test
  void loadsATableAndCounts() {
    assertThat(weir("rib", "load", "%table.mrt", "-q", "count", "-q", "count family ipv6-unicast"))
        .isZero();
    assertThat(out()).contains("# count\n").contains("# count family ipv6-unicast\n");
    assertThat(err()).contains("routes of 4 peers").contains("400 ipv4-unicast, 100 ipv6-unicast");
  }

  @Test
  void updatesAreAppliedInTheirOrder() {
    assertThat(weir("rib", "load", "%updates.mrt", "%updates.mrt", "--csv", "-q", "all")).isZero();
    String twice = out();
    assertThat(weir("rib", "load", "%updates.mrt", "--csv", "-q", "all")).isZero();
    assertThat(out()).isEqualTo(twice).startsWith("family,prefix,").hasLineCount(lines(twice));
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    weir("rib", "load", "%table.mrt", "--json", "-q", "limit 3");
    String[] first = out().split("\n");
    assertThat(first).hasSize(4);
    String token = first[3].replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
    weir("rib", "load", "%table.mrt", "--json", "-q", "limit 6");
    String[] both = out().split("\n");
    weir("rib", "load", "%table.mrt", "--json", "-q", "limit 3 after " + token);
    assertThat(Arrays.copyOf(out().split("\n"), 3)).isEqualTo(Arrays.copyOfRange(both, 3, 6));
  }

  @Test
  void everyPrefixHasOneBestRoute() {
    assertThat(weir("rib", "load", "%table.mrt", "--best", "--csv", "-q", "all")).isZero();
    long best = out().lines().filter(line -> line.contains(",true,")).count();
    assertThat(best).isEqualTo(500);
  }

  @Test
  void originsAreValidated() throws IOException {
    Files.writeString(
        directory.resolve("vrps.json"),
        "{\"roas\":[{\"asn\":1,\"prefix\":\"0.0.0.0/0\",\"maxLength\":0,\"ta\":\"example\"}]}");
    weir("rib", "load", "%table.mrt", "--vrps", "%vrps.json", "-q", "count family ipv4-unicast");
    String four = out();
    weir("rib", "load", "%table.mrt", "--vrps", "%vrps.json", "-q", "count rov invalid");
    assertThat(out()).isEqualTo(four).isNotEqualTo("0 routes\n");
  }

  @Test
  void queriesComeFromStandardInputToo() {
    input = "count\n# a remark\n\nnonsense\nlimit 1\n";
    assertThat(weir("rib", "load", "%table.mrt", "-q", "-")).isEqualTo(2);
    assertThat(out()).contains("# count\n").contains("# limit 1\n").contains("\n1 route\n");
    assertThat(err()).contains("column 1 of 'nonsense'");
  }

  @Test
  void aWrongQueryIsRefusedBeforeAnythingIsRead() {
    assertThat(weir("rib", "load", "%missing.mrt", "-q", "origin x")).isEqualTo(2);
    assertThat(err()).contains("column 8 of 'origin x'").doesNotContain("missing.mrt");
    assertThat(weir("rib", "load", "%missing.mrt")).isEqualTo(2);
    assertThat(err()).contains("missing.mrt: no such file");
    assertThat(weir("rib", "load", directory.toString())).isEqualTo(2);
    assertThat(err()).contains("is a directory");
  }

  @Test
  void aTornArchiveIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(directory.resolve("table.mrt"));
    Files.write(directory.resolve("torn.mrt"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(weir("rib", "load", "%torn.mrt", "-q", "count")).isEqualTo(1);
    assertThat(out()).endsWith(" routes\n").isNotEqualTo("0 routes\n");
    assertThat(err()).contains("torn.mrt: ");
  }
}
