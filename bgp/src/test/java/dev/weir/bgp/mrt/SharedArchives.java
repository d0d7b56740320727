package dev.weir.bgp.mrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// The archives that `-Dweir.shared=DIRECTORY` says where they are; whoever asks is skipped if it
/// says nothing.
final class SharedArchives {
  private SharedArchives() {}

  static Path directory() {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    return Path.of(shared, "data/bgp/mrt");
  }

  /// Every archive, of whatever compression.
  static List<Path> all() throws IOException {
    try (Stream<Path> tree = Files.walk(directory())) {
      List<Path> files =
          tree.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".conf"))
              .filter(file -> !file.toString().contains("expect"))
              .sorted()
              .toList();
      assertThat(files).hasSizeGreaterThan(20);
      return files;
    }
  }

  /// The octets of an archive as far as they can be uncompressed: some files are torn off.
  static byte[] read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = uncompressed(file.toString(), in)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] some = new byte[1 << 16];
      try {
        for (int read = plain.read(some); read >= 0; read = plain.read(some)) {
          all.write(some, 0, read);
        }
      } catch (IOException torn) {
        assertThat(file.toString()).as(torn.toString()).contains("firstMB");
      }
      return all.toByteArray();
    }
  }

  private static InputStream uncompressed(String name, InputStream in) throws IOException {
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(in, 1 << 16);
    }
    return name.endsWith(".bz2") ? new BZip2CompressorInputStream(in, true) : in;
  }
}
