package dev.weir.cli.bgp;

import dev.weir.bgp.flow.OctetSource;
import dev.weir.bgp.mrt.RecordFramer;
import dev.weir.bgp.rib.ArchiveLoader;
import dev.weir.bgp.store.UnusableArchive;
import dev.weir.cli.render.Console;
import java.io.IOException;
import java.util.Arrays;

/// Feeds archives to a loader, record by record.
final class RibInput {
  private static final int ROOM = 1 << 20;

  private RibInput() {}

  /// Loads archives, one behind another; says where one is damaged.
  ///
  /// @throws IOException if one cannot be read
  static void load(Iterable<OctetSource> archives, ArchiveLoader loader, Console console)
      throws IOException {
    for (OctetSource archive : archives) {
      try (OctetSource source = archive) {
        load(source, loader, console);
      }
    }
  }

  private static void load(OctetSource source, ArchiveLoader loader, Console console)
      throws IOException {
    RecordFramer framer =
        new RecordFramer(damage -> {
          console.fail(source.name() + ": " + damage);
          loader.damaged();
        });
    byte[] octets = new byte[ROOM];
    int used = 0;
    int length = 0;
    long position = 0;
    boolean over = false;
    while (!over) {
      if (used > 0) {
        System.arraycopy(octets, used, octets, 0, length - used);
        length -= used;
        position += used;
        used = 0;
      } else if (length == octets.length) {
        octets = Arrays.copyOf(octets, length * 2);
      }
      while (!over && length < octets.length) {
        int read = read(source, octets, length, position + length > 0, loader, console);
        over = read < 0;
        length += Math.max(read, 0);
      }
      framer.feed(octets, 0, length, position, over);
      while (framer.next() == RecordFramer.Step.RECORD) {
        loader.load(octets, framer.start(), framer.end());
      }
      used = framer.start();
    }
  }

  /// Reads on. Where the compression is damaged behind octets that could be read, these are kept,
  /// and the archive ends there.
  private static int read(
      OctetSource source, byte[] into, int at, boolean begun, ArchiveLoader loader, Console console)
      throws IOException {
    try {
      return source.read(into, at, into.length - at);
    } catch (UnusableArchive damaged) {
      if (!begun) {
        throw damaged;
      }
      console.fail(String.valueOf(damaged.getMessage()));
      loader.damaged();
      return -1;
    }
  }
}
