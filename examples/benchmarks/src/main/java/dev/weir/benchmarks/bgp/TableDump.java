package dev.weir.benchmarks.bgp;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a [FullTable] as TABLE_DUMP_V2 (RFC 6396 section 4.3).
///
/// ```
/// java ... dev.weir.benchmarks.bgp.TableDump SHARED FILE [PEERS [SCALE]]
/// ```
public final class TableDump {
  private final FullTable table;
  private byte[] buffer = new byte[1 << 16];

  TableDump(FullTable table) {
    this.table = table;
  }

  /// Writes a file; see the class.
  public static void main(String[] args) throws IOException {
    int peers = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    double scale = args.length > 3 ? Double.parseDouble(args[3]) : 1;
    FullTable table = FullTable.of(Path.of(args[0]), peers, scale);
    TableDump dump = new TableDump(table);
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
      out.write(dump.buffer, 0, dump.index());
      for (int i = 0; i < table.size(); i++) {
        int end = dump.record(i, 0);
        out.write(dump.buffer, 0, end);
      }
    }
    System.out.println(table.size() + " prefixes, " + peers + " peers");
  }

  /// The octets written last.
  byte[] buffer() {
    return buffer;
  }

  /// Writes PEER_INDEX_TABLE to the start of the buffer.
  ///
  /// @return where it ends
  int index() {
    int at = 12;
    at = FullTable.put(0xc000_0201, buffer, at);
    at = two(0, at);
    at = two(table.peers(), at);
    for (int peer = 0; peer < table.peers(); peer++) {
      buffer[at++] = 2;
      at = FullTable.put(0xc612_0000 + peer, buffer, at);
      at = FullTable.put(0xc612_0000 + peer, buffer, at);
      at = FullTable.put(table.asn(peer), buffer, at);
    }
    head(0, 1, at);
    return at;
  }

  /// Writes the record of a prefix to an offset of the buffer, which grows.
  ///
  /// @return where it ends
  int record(int index, int start) {
    if (buffer.length - start < table.peers() * 1200 + 64) {
      buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2 + table.peers() * 1200);
    }
    int at = FullTable.put(index, buffer, start + 12);
    int length = table.length(index);
    buffer[at++] = (byte) length;
    for (int i = 0; i < length + 7 >>> 3; i++) {
      buffer[at++] = (byte) (table.high(index) >>> 56 - 8 * i);
    }
    at = two(table.peers(), at);
    for (int peer = 0; peer < table.peers(); peer++) {
      at = two(peer, at);
      at = FullTable.put(table.seconds(), buffer, at);
      int attributes = at + 2;
      int end = table.attributes(peer, index, buffer, attributes);
      two(end - attributes, at);
      at = end;
    }
    head(start, index < table.four() ? 2 : 4, at);
    return at;
  }

  private void head(int start, int subtype, int end) {
    FullTable.put(table.seconds(), buffer, start);
    two(13, start + 4);
    two(subtype, start + 6);
    FullTable.put(end - start - 12, buffer, start + 8);
  }

  private int two(int number, int at) {
    buffer[at] = (byte) (number >>> 8);
    buffer[at + 1] = (byte) number;
    return at + 2;
  }
}
