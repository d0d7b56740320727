package dev.weir.cli.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.render.Console;
import dev.weir.cli.render.Screen;
import dev.weir.cli.roto.HostLibrary;
import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDemoTest {
  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theBundledTableGoesThroughTheBundledPolicy() throws IOException {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.NONE);
    assertThat(TableDemo.run(directory, console)).isTrue();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("accepted 3,064 of 5,389 routes");
    assertThat(directory.resolve("kept.mrt")).isNotEmptyFile();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("weir mrt cat");
  }

  @Test
  void theBundledPolicyPassesItsTests() throws IOException {
    try (var resource = TableDemo.class.getResourceAsStream("import.roto")) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      CompiledPackage compiled =
          HostLibrary.runtime(List.of(HostLibrary.BGP), _ -> {})
              .compile(SourceTree.of("import", text))
              .orThrow();
      assertThat(compiled.tests())
          .isNotEmpty()
          .allSatisfy(test -> assertThat(test.run()).isInstanceOf(Outcome.Passed.class));
    }
  }

  @Test
  void theBundledTableIsWhatTheGeneratorMakes() throws IOException {
    try (var resource = TableDemo.class.getResourceAsStream("table.mrt.gz");
        GZIPInputStream table = new GZIPInputStream(resource)) {
      assertThat(table.readAllBytes()).isEqualTo(SampleArchive.table(1500).toBytes());
    }
  }
}
