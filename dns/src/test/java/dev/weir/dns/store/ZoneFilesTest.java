package dev.weir.dns.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.weir.dns.name.Name;
import dev.weir.dns.text.Diagnostic;
import dev.weir.dns.text.PrintStyle;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneFilesTest {
  private static final String TEXT = "example.\t60\tIN\tSOA\tns.example. h.example. 1 2 3 4 5\n";
  private static final Name ORIGIN = Name.parse("example.");

  @TempDir private Path directory;
  private final Workers workers = Workers.of(2);

  @AfterEach
  void letWorkersGo() {
    workers.close();
  }

  private Path file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  private LoadedZone load(Path file) throws IOException {
    return ZoneFiles.load(file, LoadOptions.of(ORIGIN), workers);
  }

  private Zone zone() throws IOException {
    return Objects.requireNonNull(load(file("zone.db", TEXT)).zone());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void loadsAndWritesAFile() throws IOException {
    Path out = directory.resolve("out.db");
    ZoneFiles.write(zone(), out, PrintStyle.ABSOLUTE, workers);
    assertThat(out).hasContent(TEXT);
    assertThat(names()).containsExactly("out.db", "zone.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.gz", "out.zst"})
  void writesCompressedFilesAndKnowsThemByTheirFirstOctets(String name) throws IOException {
    Path out = directory.resolve(name);
    ZoneFiles.write(zone(), out, PrintStyle.ABSOLUTE, workers);
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).doesNotContain(TEXT);
    Path renamed = Files.move(out, directory.resolve("plain"));
    assertThat(load(renamed).zone()).hasToString(zone().toString());
  }

  @Test
  void takesCompressedStreamsOfSeveralMembers() throws IOException {
    Path gzip = directory.resolve("two.gz");
    try (OutputStream file = Files.newOutputStream(gzip)) {
      for (String part : List.of(TEXT, "a.example. 60 A 192.0.2.1")) {
        GZIPOutputStream out = new GZIPOutputStream(file);
        out.write(part.getBytes(StandardCharsets.US_ASCII));
        out.finish();
      }
    }
    assertThat(Objects.requireNonNull(load(gzip).zone()).summary().records()).isEqualTo(2);
  }

  @Test
  void tellsACutCompressedFile() throws IOException {
    Path whole = directory.resolve("whole.zst");
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(whole))) {
      out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
    }
    byte[] octets = Files.readAllBytes(whole);
    Path cut = Files.write(directory.resolve("cut"), java.util.Arrays.copyOf(octets, 20));
    assertThatThrownBy(() -> load(cut)).isInstanceOf(IOException.class).hasMessageContaining("cut");
  }

  @Test
  void tellsWhyAFileCannotBeRead() {
    assertThatThrownBy(() -> load(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
    assertThatThrownBy(() -> load(directory.resolve("missing")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void loadsNothingOfAFileWithAnError() throws IOException {
    LoadedZone loaded = load(file("zone.db", TEXT + "a 60 BAD\n"));
    assertThat(loaded.zone()).isNull();
    assertThat(loaded.diagnostics().errors()).isEqualTo(1);
  }

  @Test
  void warnsOfSetsWithSeveralTtls() throws IOException {
    LoadedZone loaded = load(file("zone.db", TEXT + "a 60 A 192.0.2.1\na 30 A 192.0.2.2\n"));
    assertThat(loaded.zone()).isNotNull();
    assertThat(loaded.diagnostics().warnings()).isEqualTo(1);
  }

  @Test
  void keepsTheModeOfTheFileItReplacesAndFollowsLinks() throws IOException {
    Zone zone = zone();
    Path old = file("old.db", "old");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(directory.resolve("link.db"), old);
    ZoneFiles.write(zone, link, PrintStyle.ABSOLUTE, workers);
    assertThat(link).isSymbolicLink();
    assertThat(old).hasContent(TEXT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void anInterruptedWriteLeavesTheOldFileWhole() throws IOException {
    Path old = file("zone.db", "old");
    try (AtomicFile atomic = AtomicFile.replace(old)) {
      atomic.stream().write("half".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(old).hasContent("old");
    assertThat(names()).containsExactly("zone.db");
  }

  @Test
  void tellsWhyAFileCannotBeWritten() throws IOException {
    Zone zone = zone();
    for (Path target : List.of(directory, directory.resolve("no/such/file"))) {
      assertThatThrownBy(() -> ZoneFiles.write(zone, target, PrintStyle.ABSOLUTE, workers))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(target + " cannot be written: ");
    }
  }

  @Test
  void includesFilesBelowTheDirectoryOfTheZoneFile() throws IOException {
    file("zones/parts/a.inc", "$INCLUDE b.inc\n$INCLUDE parts/b.inc x\n");
    file("zones/parts/b.inc", "a 60 A 192.0.2.1\n");
    LoadedZone loaded = load(file("zones/zone.db", TEXT + "$INCLUDE parts/a.inc\n"));
    assertThat(loaded.diagnostics().kept()).isEmpty();
    assertThat(Objects.requireNonNull(loaded.zone()).summary().records()).isEqualTo(3);
  }

  @Test
  void refusesToIncludeWhatLiesElsewhere() throws IOException {
    file("secret", "a 60 A 192.0.2.1\n");
    Path zone =
        file(
            "zones/zone.db",
            TEXT + "$INCLUDE ../secret\n$INCLUDE link\n$INCLUDE none\n$INCLUDE .\n");
    Files.createSymbolicLink(zone.resolveSibling("link"), directory.resolve("secret"));
    List<Diagnostic> faults = load(zone).diagnostics().kept();
    assertThat(faults).hasSize(4);
    assertThat(faults.get(0).message()).contains("may not read");
    assertThat(faults.get(1).message()).contains("may not read");
    assertThat(faults.get(2).message()).contains("does not exist");
    assertThat(faults.get(3).message()).contains("is a directory");
    LoadOptions options = new LoadOptions(LoadOptions.of(ORIGIN).rules(), List.of(directory), 1000);
    assertThat(ZoneFiles.load(zone, options, workers).diagnostics().kept()).hasSize(2);
  }

  @Test
  void refusesToIncludeWhatIsTooLarge() throws IOException {
    file("large", "; a comment\n".repeat(1000));
    Path zone = file("zone.db", TEXT + "$INCLUDE large\n");
    LoadOptions options = new LoadOptions(LoadOptions.of(ORIGIN).rules(), List.of(), 1000);
    assertThatThrownBy(() -> ZoneFiles.load(zone, options, workers))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("limit");
  }
}
