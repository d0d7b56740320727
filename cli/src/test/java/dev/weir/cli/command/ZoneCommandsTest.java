package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneCommandsTest {
  private static final String GOOD =
      """
      example. 86400 IN SOA ns1.example. admin.example. 2018031900 1800 900 604800 86400
      example. 86400 IN NS ns1.example.
      example. 86400 IN NS ns2.example.
      ns1.example. 3600 IN A 203.0.113.63
      ns2.example. 3600 IN AAAA 2001:db8::63
      """;

  private static final String DIGEST =
      "c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3"
          + "a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c";

  @TempDir private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void checkEndsWithTheWorstOfItsFiles() throws Exception {
    String good = file("good", GOOD);
    String bad = file("bad", GOOD.replace("ns2.example. 3600 IN AAAA 2001:db8::63\n", ""));
    String broken = file("broken", GOOD + "a.example. 1 IN A 1.2.3\n");

    assertThat(run("zone", "check", good)).isZero();
    assertThat(out()).contains("good: example. serial 2018031900, 5 records: ok");
    assertThat(run("zone", "check", good, bad)).isEqualTo(1);
    assertThat(out()).contains("ns2.example. has no address in the zone").contains("refused");
    assertThat(run("zone", "check", "--integrity", "none", bad)).isZero();
    assertThat(run("zone", "check", broken)).isEqualTo(1);
    assertThat(out()).contains("not loaded");
    assertThat(run("zone", "check", broken, directory.resolve("no").toString(), good)).isEqualTo(2);
  }

  @Test
  void checkPrintsJson() throws Exception {
    String bad = file("bad", GOOD.replace("IN NS ns2.example.", "IN NS other.example."));

    assertThat(run("zone", "check", "--json", bad)).isEqualTo(1);
    assertThat(out())
        .contains("\"sane\":false")
        .contains("\"rule\":\"ns-target\"")
        .contains("\"owner\":\"example.\"");
  }

  @Test
  void digestPrintsAndChecks() throws Exception {
    String plain = file("plain", GOOD);
    String record = "example.\t86400\tIN\tZONEMD\t2018031900 1 1 " + DIGEST;

    assertThat(run("zone", "digest", plain)).isZero();
    assertThat(out()).isEqualTo(record + "\n");
    assertThat(run("zone", "digest", "--check", plain)).isEqualTo(1);
    assertThat(run("zone", "digest", "--check", file("with", GOOD + record + "\n"))).isZero();
    String wrong = file("wrong", GOOD + record.replace("c6809", "c6808") + "\n");
    assertThat(run("zone", "digest", "--check", wrong)).isEqualTo(1);
    assertThat(out()).contains("differs; the zone's digest is " + DIGEST);
  }

  @Test
  void diffTellsWhatGoesAndWhatComes() throws Exception {
    String older = file("older", GOOD);
    String newer = file("newer", GOOD.replace("203.0.113.63", "203.0.113.64"));

    assertThat(run("zone", "diff", older, older)).isZero();
    assertThat(out()).isEmpty();
    assertThat(run("zone", "diff", older, newer)).isEqualTo(1);
    assertThat(out())
        .isEqualTo(
            "- ns1.example.\t3600\tIN\tA\t203.0.113.63\n"
                + "+ ns1.example.\t3600\tIN\tA\t203.0.113.64\n");
    assertThat(run("zone", "diff", older, "nosuch")).isEqualTo(2);
  }

  @Test
  void verifySaysThatAZoneIsNotSigned() throws Exception {
    String plain = file("plain", GOOD);

    assertThat(run("verify", plain)).isEqualTo(1);
    assertThat(out()).contains("not sound").contains("[unsigned, RFC 4035 §2.1]");
    assertThat(run("verify", "--json", plain)).isEqualTo(1);
    assertThat(out()).contains("\"sound\":false").contains("\"rules\":{\"unsigned\":1}");
    assertThat(run("verify", "nosuch")).isEqualTo(2);
    assertThat(run("verify", "--at", "yesterday", plain)).isEqualTo(2);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    return Main.run(words, console);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
