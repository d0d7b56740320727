package dev.weir.bgp.wire;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/// The BGP messages of the archives that `-Dweir.shared=DIRECTORY` points at. Walks the records by
/// itself (RFC 6396 section 4.4), so that what is tested is not what finds its messages.
public final class ArchivedMessages {
  private ArchivedMessages() {}

  /// Where the data are; skips the test, and says why, if there are none.
  public static Path data() {
    String shared = System.getProperty("weir.shared", "");
    assumeThat(shared).as("-Dweir.shared=DIRECTORY").isNotEmpty();
    Path data = Path.of(shared, "data", "bgp");
    assumeThat(data).as("the data in %s", data).isDirectory();
    return data;
  }

  /// Every archive.
  public static List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(data().resolve("mrt"))) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("expect"))
          .filter(file -> !file.toString().endsWith(".conf"))
          .sorted()
          .toList();
    }
  }

  /// Hands every message of an archive over, with what it was sent under; returns how many.
  public static int each(Path file, BiConsumer<Octets, Negotiated> consumer) throws IOException {
    byte[] all = unpacked(file);
    int count = 0;
    int at = 0;
    while (all.length - at >= 12) {
      int type = Octets.u16(all, at + 4);
      int length = Octets.i32(all, at + 8);
      if (length < 0 || length > all.length - at - 12) {
        break;
      }
      if (type == 16 || type == 17) {
        int micros = type == 17 ? 4 : 0;
        Octets record = new Octets(all, at + 12 + micros, Math.max(0, length - micros));
        count += message(Octets.u16(all, at + 6), record, consumer);
      }
      at += 12 + length;
    }
    return count;
  }

  private static int message(int subtype, Octets record, BiConsumer<Octets, Negotiated> consumer) {
    int width =
        switch (subtype) {
          case 1, 6, 8, 10 -> 2;
          case 4, 7, 9, 11 -> 4;
          default -> 0;
        };
    if (width == 0 || record.length() < 2 * width + 4) {
      return 0;
    }
    int addresses = record.u16(2 * width + 2) == 1 ? 4 : 16;
    int at = 2 * width + 4 + 2 * addresses;
    if (at > record.length()) {
      return 0;
    }
    Negotiated negotiated = width == 4 ? Negotiated.USUAL : Negotiated.TWO_OCTET_ASN;
    if (subtype >= 8) {
      negotiated = negotiated.withAddPath(Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST));
    }
    consumer.accept(record.from(at), negotiated);
    return 1;
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(4);
      byte[] magic = raw.readNBytes(3);
      raw.reset();
      if (magic.length == 3 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b) {
        return readable(new GZIPInputStream(raw));
      }
      if (Arrays.equals(magic, "BZh".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
        return readable(new BZip2CompressorInputStream(raw, true));
      }
      return raw.readAllBytes();
    }
  }

  /// As much as can be unpacked: some archives are the beginning of a longer one.
  private static byte[] readable(InputStream packed) {
    byte[] all = new byte[1 << 20];
    int length = 0;
    try {
      int read = packed.read(all, 0, all.length);
      while (read >= 0) {
        length += read;
        if (length == all.length) {
          all = Arrays.copyOf(all, all.length * 2);
        }
        read = packed.read(all, length, all.length - length);
      }
    } catch (IOException cut) {
      return Arrays.copyOf(all, length);
    }
    return Arrays.copyOf(all, length);
  }
}
