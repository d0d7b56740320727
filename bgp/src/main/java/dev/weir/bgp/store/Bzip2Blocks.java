package dev.weir.bgp.store;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the blocks of a bzip2 file without uncompressing it.
///
/// A block begins with 48 bits that are the digits of pi, at any bit; a stream ends with 48 others
/// and a checksum over the checksums of its blocks, filled up to an octet; another stream may
/// follow. Compressed data contains such 48 bits by chance once in some hundred terabytes. Each
/// block is copied out, moved to a whole octet and given a header and an end of its own: a file of
/// one block, that a decoder who knows nothing of the others can read.
final class Bzip2Blocks {
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;
  private static final long MASK = 0xffff_ffff_ffffL;
  private static final int CHUNK = 256 * 1024;

  private final RawInput input;
  private byte[] window = new byte[4 * CHUNK];
  private int length;
  private boolean over;

  /// The bit to look at next, and the bit at which the block begins that is being looked through.
  private long bit;

  private long blockAt = -1;
  private int level;
  private int streamSum;
  private boolean inStream;

  Bzip2Blocks(RawInput input) {
    this.input = input;
  }

  /// Copies the next block out as a file of its own; null if there are no more.
  ///
  /// @throws IOException if the file is torn, or what follows a stream is none
  byte @Nullable [] next() throws IOException {
    while (true) {
      if (!inStream && !beginStream()) {
        return null;
      }
      long magic = find();
      if (magic < 0) {
        throw new IOException("the file ends within a block");
      }
      byte[] block = blockAt < 0 ? null : copy(blockAt, bit);
      if (magic == BLOCK) {
        if (block != null) {
          forget();
        }
        blockAt = bit;
        bit += 48;
        need(bit + 32);
        streamSum = (streamSum << 1 | streamSum >>> 31) ^ (int) bits(bit, 32);
      } else {
        endStream();
      }
      if (block != null) {
        return block;
      }
    }
  }

  private boolean beginStream() throws IOException {
    int at = (int) (bit >>> 3);
    need(bit + 32);
    if (at == length) {
      return false;
    }
    if (length - at < 4 || window[at] != 'B' || window[at + 1] != 'Z' || window[at + 2] != 'h') {
      throw new IOException("what follows is no bzip2 stream");
    }
    level = window[at + 3];
    bit += 32;
    blockAt = -1;
    streamSum = 0;
    inStream = true;
    return true;
  }

  private void endStream() throws IOException {
    bit += 48;
    need(bit + 32);
    if (bit + 32 > 8L * length) {
      throw new IOException("the file ends within the checksum of a stream");
    }
    if ((int) bits(bit, 32) != streamSum) {
      throw new IOException("the checksum of a stream is wrong");
    }
    bit = bit + 32 + 7 & ~7L;
    blockAt = -1;
    inStream = false;
    forget();
  }

  /// Moves to the next magic number, and returns it, or -1 at the end of the file.
  private long find() throws IOException {
    int at = (int) (bit >>> 3);
    long recent = 0;
    int have = 0;
    // Numbers that begin before this bit were looked at before.
    long from = bit;
    while (true) {
      if (at == length) {
        if (!more()) {
          return -1;
        }
      }
      recent = recent << 8 | window[at++] & 0xff;
      if (++have < 6) {
        continue;
      }
      for (int shift = 7; shift >= 0; shift--) {
        long number = recent >>> shift & MASK;
        if (number == BLOCK || number == END) {
          long found = 8L * at - shift - 48;
          if (found >= from) {
            bit = found;
            return number;
          }
        }
      }
    }
  }

  /// Drops the octets before the current bit.
  private void forget() {
    int dropped = (int) (bit >>> 3);
    if (dropped > window.length / 2) {
      System.arraycopy(window, dropped, window, 0, length - dropped);
      length -= dropped;
      bit -= 8L * dropped;
    }
  }

  private void need(long bits) throws IOException {
    while (8L * length < bits && more()) {
      // Reading is the work.
    }
  }

  private boolean more() throws IOException {
    if (over) {
      return false;
    }
    if (window.length - length < CHUNK) {
      window = Arrays.copyOf(window, 2 * window.length);
    }
    int read = input.read(window, length, window.length - length);
    if (read < 0) {
      over = true;
      return false;
    }
    length += read;
    return true;
  }

  private long bits(long from, int count) {
    long number = 0;
    for (long i = from; i < from + count; i++) {
      int octet = i >>> 3 < length ? window[(int) (i >>> 3)] : 0;
      number = number << 1 | octet >>> 7 - (int) (i & 7) & 1;
    }
    return number;
  }

  private byte[] copy(long from, long to) {
    int bits = (int) (to - from);
    int octets = bits + 7 >>> 3;
    byte[] file = new byte[4 + octets + 11];
    file[0] = 'B';
    file[1] = 'Z';
    file[2] = 'h';
    file[3] = (byte) level;
    int at = (int) (from >>> 3);
    int left = (int) (from & 7);
    if (left == 0) {
      System.arraycopy(window, at, file, 4, octets);
    } else {
      for (int i = 0; i < octets; i++) {
        int next = at + i + 1 < length ? window[at + i + 1] & 0xff : 0;
        file[4 + i] = (byte) ((window[at + i] & 0xff) << left | next >>> 8 - left);
      }
    }
    int tail = 32 + bits;
    if ((bits & 7) != 0) {
      file[4 + octets - 1] &= (byte) (0xff00 >>> (bits & 7));
    }
    put(file, tail, END, 48);
    put(file, tail + 48, bits(from + 48, 32), 32);
    return file;
  }

  private static void put(byte[] file, int from, long number, int count) {
    for (int i = 0; i < count; i++) {
      if ((number >>> count - 1 - i & 1) != 0) {
        file[from + i >>> 3] |= (byte) (0x80 >>> (from + i & 7));
      }
    }
  }
}
