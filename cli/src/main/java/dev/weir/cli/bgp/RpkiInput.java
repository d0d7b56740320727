package dev.weir.cli.bgp;

import dev.weir.bgp.rpki.MalformedRpki;
import dev.weir.bgp.rpki.PayloadReader;
import dev.weir.bgp.rpki.Slurm;
import dev.weir.bgp.rpki.ValidatedPayloads;
import dev.weir.cli.exit.CommandFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Files of validated payloads and of local exceptions, plain or compressed with gzip.
final class RpkiInput {
  private RpkiInput() {}

  /// How a file is read.
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  /// Reads what a validator has published.
  ///
  /// @throws CommandFailure if it is something else; says where
  /// @throws IOException if the file cannot be read
  static ValidatedPayloads payloads(Path file) throws IOException {
    return read(file, PayloadReader::read);
  }

  /// Reads local exceptions.
  ///
  /// @throws CommandFailure if the file has something else; says where
  /// @throws IOException if the file cannot be read
  static Slurm exceptions(Path file) throws IOException {
    return read(file, Slurm::read);
  }

  private static <T> T read(Path file, Reading<T> reading) throws IOException {
    if (Files.isDirectory(file)) {
      throw CommandFailure.unusable(file + ": is a directory");
    }
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      plain.mark(2);
      boolean zipped = plain.read() == 0x1f && plain.read() == 0x8b;
      plain.reset();
      if (!zipped) {
        return reading.read(plain);
      }
      try (InputStream unzipped = new GZIPInputStream(plain, 1 << 16)) {
        return reading.read(unzipped);
      }
    } catch (MalformedRpki malformed) {
      throw CommandFailure.unusable(file + ": " + malformed.getMessage());
    } catch (ZipException damaged) {
      throw CommandFailure.unusable(file + ": the gzip data are damaged: " + damaged.getMessage());
    }
  }
}
