package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Main;
import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandsTest {
  private static final String KEY =
      "example.com. IN DNSKEY 257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=\n";
  private static final String DS =
      "3613 15 2 3AA5AB37EFCE57F737FC1627013FEE07BDF241BD10F3B1964AB55C78E79A304B";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  private int weir(String... arguments) {
    out.reset();
    err.reset();
    return Main.run(
        arguments,
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void makesAPairAndPrintsItsName() {
    assertThat(weir("keygen", "-d", directory.toString(), "Example")).isZero();

    String base = out().strip();
    assertThat(base).matches(".*/Kexample\\.\\+013\\+[0-9]{5}");
    assertThat(Path.of(base + ".key")).content().contains("example. IN DNSKEY 257 3 13 ");
    assertThat(Path.of(base + ".private")).content().startsWith("Private-key-format: v1.3\n");
    assertThat(weir("key2ds", base)).isZero();
    assertThat(out()).startsWith("example. IN DS ").contains(" 13 2 ");
  }

  @Test
  void makesPemFilesAndDescribesThemInJson() {
    int code =
        weir(
            "keygen",
            "-a",
            "15",
            "--zsk",
            "--format",
            "pem",
            "--json",
            "-d",
            directory.toString(),
            ".");

    assertThat(code).isZero();
    assertThat(out())
        .startsWith("{\"zone\":\".\"")
        .contains("\"flags\":256", "\"mnemonic\":\"ED25519\"", ".pem\"");
  }

  @Test
  void refusesWhatItShouldNotMake() {
    String where = directory.toString();

    assertThat(weir("keygen", "-d", where, "-a", "5", "example.")).isEqualTo(2);
    assertThat(err()).contains("SHA-1");
    assertThat(weir("keygen", "-d", where, "-a", "MLDSA44", "example.")).isEqualTo(2);
    assertThat(err()).contains("--experimental");
    assertThat(weir("keygen", "-d", where, "--bits", "512", "-a", "8", "example.")).isEqualTo(2);
    assertThat(err()).contains("1024 to 4096");
    assertThat(weir("keygen", "-d", where, "--bits", "2048", "example.")).isEqualTo(2);
    assertThat(err()).contains("leave --bits away");
    assertThat(weir("keygen", "-d", where + "/none", "example.")).isEqualTo(2);
    assertThat(err()).contains("/none");
    assertThat(weir("keygen", "-d", where, "--ksk", "--zsk", "example.")).isEqualTo(2);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void printsTheRecordsThatPointToAKey() throws Exception {
    Path file = Files.writeString(directory.resolve("Kexample.com.+015+03613.key"), KEY);

    assertThat(weir("key2ds", file.toString())).isZero();
    assertThat(out()).isEqualTo("example.com. IN DS " + DS + "\n");
    assertThat(weir("key2ds", "--cds", "-a", "sha256,sha384", file.toString())).isZero();
    assertThat(out().lines()).hasSize(2).first().isEqualTo("example.com. IN CDS " + DS);
    assertThat(weir("key2ds", "--json", file.toString())).isZero();
    assertThat(out()).contains("\"keyTag\":3613", "\"rdata\":\"" + DS);
    assertThat(weir("key2ds", directory + "/none")).isEqualTo(2);
    assertThat(err()).contains("does not exist");
  }

  @Test
  void printsHashesOfNames() {
    int code = weir("nsec3-hash", "-s", "aabbccdd", "-t", "12", "a.example", "*.w.EXAMPLE.");

    assertThat(code).isZero();
    assertThat(out())
        .isEqualTo("35mthgpgcu1qg68fab165klnsnk3dpvl.\nr53bq7cc2uvmubfu5ocmm6pers9tk9en.\n");
    assertThat(weir("nsec3-hash", "--json", "a.example")).isZero();
    assertThat(out())
        .isEqualTo("[{\"name\":\"a.example.\",\"hash\":\"6cd522290vma0nr8lqu1ivtcofj94rga\"}]\n");
    assertThat(weir("nsec3-hash", "--salt", "xyz", "a.example")).isEqualTo(2);
    assertThat(err()).contains("'xyz' is not hexadecimal");
  }
}
