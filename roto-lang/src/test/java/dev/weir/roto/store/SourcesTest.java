package dev.weir.roto.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.roto.source.Code;
import dev.weir.roto.source.Diagnostic;
import dev.weir.roto.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir private Path directory;

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private List<String> modules() {
    SourceTree tree = Sources.read(directory).tree();
    assertThat(tree).isNotNull();
    return Objects.requireNonNull(tree).modules().stream().map(SourceTree.Module::path).toList();
  }

  private Diagnostic refusal() {
    Sources.Reading reading = Sources.read(directory);
    assertThat(reading.tree()).isNull();
    return reading.diagnostics().getFirst();
  }

  @Test
  void aFileIsAPackageOfOneModule() throws IOException {
    write("any-name.roto", "fn main() {}");
    SourceTree tree = Sources.read(directory.resolve("any-name.roto")).tree();
    assertThat(tree).isNotNull();
    assertThat(Objects.requireNonNull(tree).modules())
        .singleElement()
        .satisfies(module -> {
          assertThat(module.path()).isEqualTo("pkg");
          assertThat(module.source().text()).isEqualTo("fn main() {}");
        });
  }

  @Test
  void filesAndDirectoriesOfADirectoryAreModulesInTheOrderOfTheirNames() throws IOException {
    write("pkg.roto", "");
    write("zebra.roto", "");
    write("apple/lib.roto", "");
    write("apple/deep/mod.roto", "");
    write("apple/core.roto", "");
    write("middle/only.roto", "");
    assertThat(modules())
        .containsExactly(
            "pkg",
            "pkg.apple",
            "pkg.apple.core",
            "pkg.apple.deep",
            "pkg.middle",
            "pkg.middle.only",
            "pkg.zebra");
  }

  @Test
  void whatIsNoScriptIsPassedOver() throws IOException {
    write("pkg.roto", "");
    write("README.md", "");
    write("docs/page.md", "");
    write(".hidden/x.roto", "");
    write(".roto", "");
    assertThat(modules()).containsExactly("pkg");
  }

  @Test
  void aPathThatDoesNotExistIsSaid() {
    Diagnostic refusal = Sources.read(directory.resolve("none.roto")).diagnostics().getFirst();
    assertThat(refusal.code()).isEqualTo(Code.UNREADABLE);
    assertThat(refusal.message()).contains("none.roto").endsWith("there is no such file");
  }

  @Test
  void aDirectoryWithoutARootIsNoPackage() throws IOException {
    write("x.roto", "");
    assertThat(refusal().message()).contains("has no pkg.roto");
  }

  @Test
  void aDirectoryHasOneTextOfItsOwn() throws IOException {
    write("pkg.roto", "");
    write("y/lib.roto", "");
    write("y/mod.roto", "");
    assertThat(refusal().message()).contains("would both be the text of pkg.y");
  }

  @Test
  void aFileAndADirectoryCannotBeOneModule() throws IOException {
    write("pkg.roto", "");
    write("y.roto", "");
    write("y/lib.roto", "");
    assertThat(refusal().message()).contains("would both be the module pkg.y");
  }

  @Test
  void aNameThatNoScriptCanWriteIsRefused() throws IOException {
    write("pkg.roto", "");
    write("my-filter.roto", "");
    assertThat(refusal().message()).isEqualTo("`my-filter` cannot be the name of a module");
  }

  @Test
  void theFirstOctetThatIsNotUtf8IsNamed() throws IOException {
    Files.write(
        directory.resolve("pkg.roto"), new byte[] {'/', '/', (byte) 0xc3, (byte) 0xa4, 'x', -1});
    Diagnostic refusal = refusal();
    assertThat(refusal.code()).isEqualTo(Code.INVALID_UTF8);
    assertThat(refusal.message()).isEqualTo("octet 5 (0xff) is not UTF-8");
    assertThat(refusal.primary().span().start()).isEqualTo(4);
  }

  @Test
  @Timeout(20)
  void aLinkToADirectoryAboveDoesNotHang() throws IOException {
    write("pkg.roto", "");
    Files.createSymbolicLink(directory.resolve("again"), directory);
    assertThat(refusal().message()).endsWith("is a link to a directory it is in");
  }

  @Test
  void severalFilesAreComplainedAboutAtOnce() throws IOException {
    write("pkg.roto", "");
    Files.write(directory.resolve("a.roto"), new byte[] {-1});
    Files.write(directory.resolve("b.roto"), new byte[] {-2});
    assertThat(Sources.read(directory).diagnostics()).hasSize(2);
  }
}
