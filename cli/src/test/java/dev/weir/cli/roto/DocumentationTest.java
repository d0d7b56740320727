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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The policies of the examples pass their tests, and the page of the library is that of the code.
class DocumentationTest {
  private static final Path ROOT = Path.of("..");

  private final Runtime runtime = Runtime.builder().print(_ -> {}).build();

  @Test
  void thePoliciesOfTheExamplesPassTheirTests() throws IOException {
    Runtime all = HostLibrary.runtime(_ -> {});
    try (Stream<Path> policies = Files.list(ROOT.resolve("examples/policies"))) {
      for (Path policy : policies.filter(one -> one.toString().endsWith(".roto")).toList()) {
        CompiledPackage compiled =
            all.compile(SourceTree.of(policy.toString(), Files.readString(policy))).orThrow();
        assertThat(compiled.tests())
            .as(policy.toString())
            .isNotEmpty()
            .allSatisfy(test -> assertThat(test.run()).isInstanceOf(Outcome.Passed.class));
      }
    }
  }

  @Test
  void theLibraryPageIsThatOfTheCode() throws IOException {
    assertThat(Files.readString(ROOT.resolve("docs/roto/library.md")))
        .as("write it anew: weir roto doc --library > docs/roto/library.md")
        .isEqualTo(LibraryDocs.markdown(runtime.library()));
  }
}
