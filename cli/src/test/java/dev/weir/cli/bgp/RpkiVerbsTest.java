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
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpkiVerbsTest {
  private static final String PAYLOADS =
      """
      { "roas": [
          { "asn": "AS65000", "prefix": "10.0.0.0/8", "maxLength": 16, "ta": "example" },
          { "asn": 65001, "prefix": "2001:db8::/32", "maxLength": 32 } ],
        "aspas": [ { "customer": "AS65000", "providers": ["AS3356"] } ] }
      """;

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";

  @BeforeEach
  void writePayloads() throws IOException {
    Files.writeString(directory.resolve("vrps.json"), PAYLOADS);
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

  private int validate(String... words) {
    return weir(
        Stream.concat(Stream.of("rpki", "validate", "--vrps", "%vrps.json"), Stream.of(words))
            .toArray(String[]::new));
  }

  @Test
  void judgesAnOriginAndSaysWhy() {
    assertThat(validate("10.1.0.0/16", "AS65000")).isZero();
    assertThat(out()).isEqualTo("10.1.0.0/16 AS65000: valid: 10.0.0.0/8-16 AS65000 (matches)\n");
    assertThat(validate("10.1.0.0/24", "65000")).isEqualTo(1);
    assertThat(out())
        .isEqualTo("10.1.0.0/24 AS65000: invalid: 10.0.0.0/8-16 AS65000 (prefix too long)\n");
    assertThat(validate("9.0.0.0/8", "65000")).isZero();
    assertThat(out()).isEqualTo("9.0.0.0/8 AS65000: not-found: no VRP covers 9.0.0.0/8\n");
  }

  @Test
  void verifiesAPathAndSaysWhichHopFailed() {
    assertThat(validate("10.0.0.0/16", "--path", "3356 65000", "--upstream")).isZero();
    assertThat(out()).endsWith("path 3356 65000: valid: every hop that must be is attested\n");
    assertThat(validate("10.0.0.0/16", "65000", "--path", "701 65000", "--upstream")).isEqualTo(1);
    assertThat(out()).contains("AS65000 to AS701: AS65000 does not name AS701");
    assertThat(validate("10.0.0.0/16", "--path", "1 701 65000", "--downstream")).isZero();
    assertThat(out()).contains("path 1 701 65000: unknown: some hops have no attestation");
  }

  @Test
  void tellsWhatWouldBe() {
    assertThat(validate("9.0.0.0/24", "1", "--with-vrp", "9.0.0.0/8-24 AS1")).isZero();
    assertThat(out()).contains("valid: 9.0.0.0/8-24 AS1");
    assertThat(
            validate(
                "10.0.0.0/8",
                "--path",
                "701 65000",
                "--upstream",
                "--with-aspa",
                "AS65000 => AS701, AS702"))
        .isZero();
  }

  @Test
  void appliesLocalExceptions() throws IOException {
    Files.writeString(
        directory.resolve("slurm.json"),
        """
        { "slurmVersion": 1,
          "validationOutputFilters": { "prefixFilters": [ { "asn": 65000 } ], "bgpsecFilters": [] },
          "locallyAddedAssertions": {
            "prefixAssertions": [ { "asn": 65002, "prefix": "10.0.0.0/8" } ], "bgpsecAssertions": [] } }
        """);
    assertThat(validate("10.0.0.0/8", "65002", "--slurm", "%slurm.json")).isZero();
    assertThat(validate("10.0.0.0/8", "65000", "--slurm", "%slurm.json")).isEqualTo(1);
    Files.writeString(directory.resolve("slurm.json"), "{\n \"slurmVersion\": 9 }");
    assertThat(validate("10.0.0.0/8", "65000", "--slurm", "%slurm.json")).isEqualTo(2);
    assertThat(err()).contains("slurm.json: line 2, column ");
  }

  @Test
  void printsJson() {
    assertThat(validate("10.1.0.0/24", "1", "--json")).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            "{\"prefix\":\"10.1.0.0/24\",\"origin\":1,\"state\":\"invalid\",\"covering\":["
                + "{\"prefix\":\"10.0.0.0/8\",\"maxLength\":16,\"asn\":65000,"
                + "\"finding\":\"another AS, prefix too long\"}]}\n");
    assertThat(validate("10.0.0.0/8", "--json", "--path", "{1,2}", "--upstream")).isEqualTo(1);
    assertThat(out()).contains("\"origin\":null").contains("\"reason\":\"the path has an AS_SET\"");
  }

  @Test
  void judgesManyRoutes() {
    input = "# routes\n10.0.0.0/8 65000\n\n2001:db8::/32 3356 65001\n";
    assertThat(validate("-")).isZero();
    assertThat(out().lines()).hasSize(2);
    input = "10.0.0.0/8 65000\n10.0.0.0/8 1\n";
    assertThat(validate("-")).isEqualTo(1);
    input = "10.0.0.0/8\n10.0.0.0/8 x\n10.0.0.0/8 65000\n";
    assertThat(validate("-")).isEqualTo(2);
    assertThat(out().lines()).hasSize(1);
    assertThat(err()).contains("line 1: '10.0.0.0/8': expected a prefix and an AS");
    assertThat(err()).contains("line 2: ");
  }

  @Test
  void readsGzip() throws IOException {
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("vrps.json")))) {
      zipped.write(PAYLOADS.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(validate("10.0.0.0/8", "65000")).isZero();
  }

  @Test
  void comparesPublications() throws IOException {
    Files.writeString(
        directory.resolve("new.csv"), "ASN,IP Prefix,Max Length\nAS65000,10.0.0.0/8,24\n");
    assertThat(weir("rpki", "diff", "%vrps.json", "%vrps.json")).isZero();
    assertThat(out()).isEmpty();
    assertThat(weir("rpki", "diff", "%vrps.json", "%new.csv")).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            "- 10.0.0.0/8-16 AS65000\n- 2001:db8::/32 AS65001\n+ 10.0.0.0/8-24 AS65000\n"
                + "- AS65000 => AS3356\n");
    assertThat(weir("rpki", "diff", "--touched", "%vrps.json", "%new.csv")).isEqualTo(1);
    assertThat(out()).isEqualTo("10.0.0.0/8\n2001:db8::/32\n");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLineOrAFile() throws IOException {
    assertThat(weir("rpki", "validate", "10.0.0.0/8", "1")).isEqualTo(2);
    assertThat(err()).contains("--vrps FILE");
    assertThat(validate("10.0.0.0/8")).isEqualTo(2);
    assertThat(err()).contains("origin AS is missing");
    assertThat(validate("10.0.0.1/8", "1")).isEqualTo(2);
    assertThat(err()).contains("the block is 10.0.0.0/8");
    assertThat(validate("10.0.0.0/8", "1", "--path", "1")).isEqualTo(2);
    assertThat(validate("10.0.0.0/8", "1", "--upstream")).isEqualTo(2);
    assertThat(validate("10.0.0.0/8", "1", "--upstream", "--downstream")).isEqualTo(2);
    assertThat(validate("10.0.0.0/8", "1", "--upstream", "--path", "1 2")).isEqualTo(2);
    assertThat(err()).contains("does not end in 1");
    assertThat(validate("10.0.0.0/8", "1", "--with-vrp", "x")).isEqualTo(2);
    assertThat(validate("10.0.0.0/8", "1", "--with-aspa", "1")).isEqualTo(2);
    assertThat(weir("rpki", "diff", "%none", "%vrps.json")).isEqualTo(2);
    assertThat(err()).contains("none: no such file");
    Files.writeString(directory.resolve("vrps.json"), "{ \"roas\": [ 1 ] }");
    assertThat(validate("10.0.0.0/8", "1")).isEqualTo(2);
    assertThat(err()).contains("vrps.json: line 1, column 13: expected an object");
    assertThat(weir("rpki", "diff", "%.", "%vrps.json")).isEqualTo(2);
  }
}
