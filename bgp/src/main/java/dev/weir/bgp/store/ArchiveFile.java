package dev.weir.bgp.store;

import dev.weir.bgp.flow.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Opens archives, whatever their compression.
public final class ArchiveFile {
  private ArchiveFile() {}

  /// Opens a file.
  ///
  /// @param workers how many threads may uncompress where the format allows it
  /// @throws UnusableArchive if it is a directory, or in a container this room cannot read
  /// @throws IOException if it cannot be read
  public static OctetSource open(Path file, int workers) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableArchive(file + ": is a directory, not an archive");
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return open(new RawInput(file.toString(), channel), workers);
  }

  /// Reads an archive from a stream, such as standard input.
  ///
  /// @param name what to call it in messages
  /// @throws UnusableArchive if it is in a container this room cannot read
  /// @throws IOException if it cannot be read
  public static OctetSource open(String name, InputStream in, int workers) throws IOException {
    return open(new RawInput(name, Channels.newChannel(in)), workers);
  }

  private static OctetSource open(RawInput input, int workers) throws IOException {
    try {
      int length = input.peek();
      String foreign = Compression.foreign(input.first(), length);
      if (foreign != null) {
        throw new UnusableArchive(
            input.name() + ": is " + foreign + "; gzip, bzip2, zstd and xz can be read");
      }
      return switch (Compression.ofMagic(input.first(), length)) {
        case NONE -> new PlainSource(input);
        case GZIP -> new GzipSource(input);
        case BZIP2 -> new Bzip2Source(input, workers);
        case ZSTD -> StreamSource.zstd(input);
        case XZ -> StreamSource.xz(input);
      };
    } catch (IOException | RuntimeException failed) {
      input.close();
      throw failed;
    }
  }

  /// Octets as they lie on disk.
  private record PlainSource(RawInput input) implements OctetSource {
    @Override
    public String name() {
      return input.name();
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      return input.read(into, at, most);
    }

    @Override
    public long consumed() {
      return input.count();
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }
}
