package dev.weir.bgp.store;

import dev.weir.bgp.flow.OctetSource;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A gzip file (RFC 1952): members, one behind another, each with a checksum. Zeros behind the last
/// member are padding.
///
/// The inflater writes straight into the array of whoever reads. The JDK's own stream ends early
/// where a pipe has nothing ready between two members.
final class GzipSource implements OctetSource {
  private static final int BUFFER = 64 * 1024;
  private static final int CHECKSUM_FLAG = 2;
  private static final int EXTRA_FLAG = 4;
  private static final int NAME_FLAG = 8;
  private static final int COMMENT_FLAG = 16;

  private final RawInput input;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long written;
  private boolean inMember;

  GzipSource(RawInput input) {
    this.input = input;
  }

  @Override
  public String name() {
    return input.name();
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    while (true) {
      if (!inMember && !begin()) {
        return -1;
      }
      int read;
      try {
        read = inflater.inflate(into, from, most);
      } catch (DataFormatException damaged) {
        throw Damaged.stream(input, "gzip", written, new IOException(damaged.getMessage()));
      }
      if (read > 0) {
        crc.update(into, from, read);
        written += read;
        return read;
      }
      if (inflater.finished()) {
        finish();
      } else if (inflater.needsInput()) {
        if (!fill()) {
          throw Damaged.stream(input, "gzip", written, null);
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
      } else {
        throw Damaged.stream(input, "gzip", written, null);
      }
    }
  }

  /// Reads the header of a member; false if there is none.
  private boolean begin() throws IOException {
    int first = next();
    while (first == 0 && written > 0) {
      first = next();
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b || next() != 8) {
      throw Damaged.stream(
          input, "gzip", written, new IOException("what follows is no gzip member"));
    }
    int flags = need();
    skip(6);
    if ((flags & EXTRA_FLAG) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & NAME_FLAG) != 0) {
      skipText();
    }
    if ((flags & COMMENT_FLAG) != 0) {
      skipText();
    }
    if ((flags & CHECKSUM_FLAG) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    at = end;
    crc.reset();
    inMember = true;
    return true;
  }

  /// Checks the trailer of a member.
  private void finish() throws IOException {
    at = end - inflater.getRemaining();
    long sum = number();
    long size = number();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw Damaged.stream(input, "gzip", written, new IOException("the checksum is wrong"));
    }
    inMember = false;
  }

  private long number() throws IOException {
    return need() | need() << 8 | need() << 16 | (long) need() << 24;
  }

  private void skip(int octets) throws IOException {
    for (int i = 0; i < octets; i++) {
      need();
    }
  }

  private void skipText() throws IOException {
    while (need() != 0) {
      // The text is not used.
    }
  }

  private int need() throws IOException {
    int octet = next();
    if (octet < 0) {
      throw Damaged.stream(input, "gzip", written, null);
    }
    return octet;
  }

  private int next() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(input.read(buffer, 0, buffer.length), 0);
    return end > 0;
  }

  @Override
  public long consumed() {
    return input.count();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    input.close();
  }
}
