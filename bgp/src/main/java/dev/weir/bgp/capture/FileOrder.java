package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;

/// The byte order of the machine that wrote a file.
enum FileOrder {
  BIG,
  LITTLE;

  int u16(Octets file, int at) {
    int big = file.u16(at);
    return this == BIG ? big : Short.reverseBytes((short) big) & 0xffff;
  }

  int i32(Octets file, int at) {
    int big = file.i32(at);
    return this == BIG ? big : Integer.reverseBytes(big);
  }

  long u32(Octets file, int at) {
    return i32(file, at) & 0xffff_ffffL;
  }

  long i64(Octets file, int at) {
    long big = file.i64(at);
    return this == BIG ? big : Long.reverseBytes(big);
  }
}
