package dev.weir.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.host.Compilation;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.host.ScriptTest;
import dev.weir.roto.source.Code;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts in `docs/roto`: a block marked `roto` is a file that compiles and whose tests pass,
/// one marked `roto,fails` is a file that does not compile.
class DocumentationTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(roto(?:,fails)?)\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Path PAGES = pages();

  private record Block(String place, boolean fails, String text) {
    @Override
    public String toString() {
      return place;
    }
  }

  private static Path pages() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("docs/roto"))) {
      directory = directory.getParent();
    }
    return directory.resolve("docs/roto");
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
        String text = read(page);
        Matcher found = BLOCK.matcher(text);
        while (found.find()) {
          long line = text.substring(0, found.start()).lines().count() + 1;
          boolean fails = found.group(1).endsWith("fails");
          blocks.add(new Block(page.getFileName() + ":" + line, fails, found.group(2)));
        }
      }
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void blocksAreWhatTheyAreMarkedAs(Block block) {
    Runtime runtime = Runtime.builder().print(line -> {}).build();
    switch (runtime.compile(SourceTree.of(block.place(), block.text()))) {
      case Compilation.Rejected rejected -> {
        if (!block.fails()) {
          assertThat(rejected.errors()).as(block.text()).isEmpty();
        }
      }
      case Compilation.Compiled compiled -> {
        assertThat(block.fails()).as("should fail: " + block.text()).isFalse();
        for (ScriptTest test : compiled.result().tests()) {
          assertThat(test.run()).as(test.path()).isInstanceOf(Outcome.Passed.class);
        }
      }
    }
  }

  @Test
  void theReferenceListsEveryCode() {
    String reference = read(PAGES.resolve("reference.md"));
    for (Code code : Code.values()) {
      assertThat(reference).contains("| " + code.id() + " |");
    }
  }
}
