package dev.weir.bgp.store;

import com.github.luben.zstd.ZstdInputStream;
import dev.weir.bgp.flow.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/// An archive that a library uncompresses as a stream: zstd and xz, also several in one file.
final class StreamSource implements OctetSource {
  private final RawInput input;
  private final InputStream plain;
  private final String format;
  private long written;

  private StreamSource(RawInput input, InputStream plain, String format) {
    this.input = input;
    this.plain = plain;
    this.format = format;
  }

  static StreamSource zstd(RawInput input) throws IOException {
    return new StreamSource(input, new ZstdInputStream(new Octets(input)), "zstd");
  }

  static StreamSource xz(RawInput input) throws IOException {
    return new StreamSource(input, new XZInputStream(new Octets(input)), "xz");
  }

  @Override
  public String name() {
    return input.name();
  }

  @Override
  public int read(byte[] into, int at, int most) throws IOException {
    try {
      int read = plain.read(into, at, most);
      written += Math.max(read, 0);
      return read;
    } catch (IOException damaged) {
      throw Damaged.stream(input, format, written, damaged);
    }
  }

  @Override
  public long consumed() {
    return input.count();
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  /// The raw octets as a stream.
  private static final class Octets extends InputStream {
    private final RawInput input;
    private final byte[] one = new byte[1];

    Octets(RawInput input) {
      this.input = input;
    }

    @Override
    public int read() throws IOException {
      return input.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      return most == 0 ? 0 : input.read(into, at, most);
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }
}
