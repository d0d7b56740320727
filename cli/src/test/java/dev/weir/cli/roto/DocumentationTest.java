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
import org.junit.jupiter.api.Test;

/// The policies of the examples pass their tests, and the page of the library is that of the code.
class DocumentationTest {
  private static final Path ROOT = Path.of("..");

  private final Runtime runtime = Runtime.builder().print(_ -> {}).build();

  @Test
  void thePoliciesOfTheExamplesPassTheirTests() throws IOException {
    String text = Files.readString(ROOT.resolve("examples/policies/routes.roto"));
    CompiledPackage compiled = runtime.compile(SourceTree.of("routes", text)).orThrow();
    assertThat(compiled.tests())
        .isNotEmpty()
        .allSatisfy(test -> assertThat(test.run()).isInstanceOf(Outcome.Passed.class));
  }

  @Test
  void theLibraryPageIsThatOfTheCode() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/roto/library.md")))
        .as("write it anew: weir roto doc --library > docs/roto/library.md")
        .isEqualTo(LibraryDocs.markdown(runtime.library()));
  }
}
