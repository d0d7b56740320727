package dev.weir.dns.store;

import com.github.luben.zstd.ZstdInputStream;
import dev.weir.dns.text.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The text of a file or of standard input; gzip and zstd are known by their first octets.
final class FileText implements TextSource {
  private static final int GZIP = 0x1f8b;
  private static final int ZSTD = 0x28b52ffd;
  private static final int BUFFER = 64 << 10;
  // What is copied through a cache of the processor, not through memory.
  private static final int AT_ONCE = 256 << 10;

  private final String name;
  private final String identity;
  private final Path directory;
  private final InputStream stream;
  private long left;

  private FileText(String name, String identity, Path directory, InputStream stream, long most) {
    this.name = name;
    this.identity = identity;
    this.directory = directory;
    this.stream = stream;
    left = most;
  }

  /// Opens a file.
  ///
  /// @param most octets after which reading fails
  /// @throws IOException if it is no file or cannot be read; the message names it and says why
  static FileText open(Path file, long most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory, not a zone file");
    }
    try {
      Path real = file.toRealPath();
      Path parent = real.getParent();
      return new FileText(
          file.toString(),
          real.toString(),
          parent == null ? real : parent,
          decompressed(Channels.newInputStream(FileChannel.open(file))),
          most);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + " must not be read by this user", e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Takes a stream.
  ///
  /// @param name what to call it in diagnostics
  static FileText of(InputStream stream, String name) throws IOException {
    return new FileText(name, name, Path.of("").toRealPath(), decompressed(stream), Long.MAX_VALUE);
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(raw, 4);
    byte[] magic = new byte[4];
    int count = stream.readNBytes(magic, 0, 4);
    stream.unread(magic, 0, count);
    int first = dev.weir.dns.octets.Octets.i32(magic, 0);
    if (count >= 2 && first >>> 16 == GZIP) {
      return new GZIPInputStream(stream, BUFFER);
    }
    return count == 4 && first == ZSTD ? new ZstdInputStream(stream).setContinuous(false) : stream;
  }

  /// The directory that relative names of included files start at.
  Path directory() {
    return directory;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public int read(byte[] into, int at, int most) {
    try {
      int count = stream.read(into, at, Math.min(most, AT_ONCE));
      left -= Math.max(count, 0);
      if (left < 0) {
        throw new IOException("it is larger than the limit for included files");
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(name + " cannot be read: " + e.getMessage(), e));
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
