package dev.weir.cli.roto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.host.CompiledPackage;
import dev.weir.roto.host.Outcome;
import dev.weir.roto.host.Runtime;
import dev.weir.roto.source.SourceTree;
import dev.weir.roto.tool.LibraryDocs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The scripts in the documentation compile, and their tests accept.
class DocumentationTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```roto\\n(.*?)```");
  private static final Path ROOT = Path.of("..");

  private final Runtime runtime = Runtime.builder().print(_ -> {}).build();

  @Test
  void everyScriptOfTheTutorialRuns() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs/roto/tutorial.md")));
    int found = 0;
    while (block.find()) {
      passes("block " + ++found, block.group(1));
    }
    assertThat(found).isGreaterThan(2);
  }

  @Test
  void thePoliciesOfTheExamplesPassTheirTests() throws IOException {
    passes("routes", Files.readString(ROOT.resolve("examples/policies/routes.roto")));
  }

  @Test
  void theLibraryPageIsThatOfTheCode() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/roto/library.md")))
        .as("write it anew: weir roto doc --library > docs/roto/library.md")
        .isEqualTo(LibraryDocs.markdown(runtime.library()));
  }

  private void passes(String name, String text) {
    CompiledPackage compiled = runtime.compile(SourceTree.of(name, text)).orThrow();
    assertThat(compiled.tests())
        .allSatisfy(test -> assertThat(test.run()).isInstanceOf(Outcome.Passed.class));
  }
}
