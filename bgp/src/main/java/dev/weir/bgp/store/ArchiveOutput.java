package dev.weir.bgp.store;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Writes octets to a channel, compressed or not, in large pieces.
public final class ArchiveOutput implements Closeable {
  /// The largest write: the system copies through a buffer of this size, which stays in the cache.
  private static final int LARGEST_WRITE = 128 * 1024;

  private final WritableByteChannel channel;
  private final @Nullable OutputStream compressed;

  /// Writes to a channel, which is closed with the output.
  ///
  /// @throws IOException if the compressor cannot write its head
  public ArchiveOutput(WritableByteChannel channel, Compression compression) throws IOException {
    this.channel = channel;
    this.compressed =
        compression == Compression.NONE
            ? null
            : compressor(Channels.newOutputStream(channel), compression);
  }

  private static OutputStream compressor(OutputStream out, Compression compression)
      throws IOException {
    return switch (compression) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out, 64 * 1024);
      case BZIP2 -> new BZip2CompressorOutputStream(out);
      case ZSTD -> new ZstdOutputStream(out);
      case XZ -> new XZOutputStream(out, new LZMA2Options());
    };
  }

  /// Writes octets of an array.
  ///
  /// @throws IOException if they cannot be written
  public void write(byte[] from, int at, int length) throws IOException {
    if (compressed != null) {
      compressed.write(from, at, length);
      return;
    }
    int end = at + length;
    for (int here = at; here < end; here += LARGEST_WRITE) {
      ByteBuffer piece = ByteBuffer.wrap(from, here, Math.min(LARGEST_WRITE, end - here));
      while (piece.hasRemaining()) {
        channel.write(piece);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (compressed != null) {
      compressed.close();
    }
    channel.close();
  }
}
