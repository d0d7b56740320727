package dev.weir.bgp.flow;

import java.io.Closeable;
import java.io.IOException;

/// Where the octets of an archive come from, uncompressed; read by one thread.
public interface OctetSource extends Closeable {
  /// Returns what to call the source in messages: the name of a file.
  String name();

  /// Reads some octets, at least one.
  ///
  /// @param into where to put them
  /// @param at the first index to use
  /// @param most how many there is room for, more than 0
  /// @return how many were read, or -1 if there are no more
  /// @throws IOException if the source cannot be read, or its compression is damaged
  int read(byte[] into, int at, int most) throws IOException;

  /// Returns how many octets of what lies on disk have been used, for a progress bar.
  long consumed();
}
