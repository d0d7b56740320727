package dev.weir.bgp.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// The octets of a file as they lie on disk, with its first ones looked at in advance. Counts what
/// has been read, also for those who watch from another thread.
final class RawInput implements Closeable {
  /// The largest read: the system copies through a buffer of this size, which stays in the cache.
  private static final int LARGEST_READ = 256 * 1024;

  private final String name;
  private final ReadableByteChannel channel;
  private final byte[] first = new byte[Compression.MAGIC];
  private int firstLength;
  private int firstUsed;
  private volatile long count;

  RawInput(String name, ReadableByteChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  String name() {
    return name;
  }

  /// Reads the octets that tell formats apart, as many as there are.
  int peek() throws IOException {
    while (firstLength < first.length) {
      int read = channel.read(ByteBuffer.wrap(first, firstLength, first.length - firstLength));
      if (read < 0) {
        break;
      }
      firstLength += read;
    }
    return firstLength;
  }

  byte[] first() {
    return first;
  }

  /// Reads at least one octet; -1 at the end.
  int read(byte[] into, int at, int most) throws IOException {
    if (firstUsed < firstLength) {
      int taken = Math.min(most, firstLength - firstUsed);
      System.arraycopy(first, firstUsed, into, at, taken);
      firstUsed += taken;
      counted(taken);
      return taken;
    }
    int read = channel.read(ByteBuffer.wrap(into, at, Math.min(most, LARGEST_READ)));
    if (read > 0) {
      counted(read);
    }
    return read;
  }

  /// One thread reads, others look.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void counted(int read) {
    count += read;
  }

  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
