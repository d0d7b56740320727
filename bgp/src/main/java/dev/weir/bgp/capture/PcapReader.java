package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import org.jspecify.annotations.Nullable;

/// Steps over the packets of a pcap file.
///
/// ```
/// file:   magic (4)  version (2+2)  zone (4)  accuracy (4)  snap length (4)  link type (4)
/// packet: seconds (4)  fraction (4)  captured length (4)  original length (4)  octets
/// ```
///
/// The magic number says the byte order and whether the fraction counts microseconds or
/// nanoseconds.
final class PcapReader implements CaptureReader {
  static final int MICROSECONDS = 0xa1b2c3d4;
  static final int NANOSECONDS = 0xa1b23c4d;
  static final int FILE_HEADER = 24;
  static final int PACKET_HEADER = 16;

  private final Octets file;
  private final FileOrder order;
  private final int unit;
  private final LinkType link;
  private int at = FILE_HEADER;
  private @Nullable Packet packet;
  private @Nullable CaptureFault fault;

  PcapReader(Octets file) {
    this.file = file;
    int magic = file.i32(0);
    this.order = isMagic(magic) ? FileOrder.BIG : FileOrder.LITTLE;
    this.unit = order.i32(file, 0) == NANOSECONDS ? 1 : 1000;
    if (file.length() < FILE_HEADER) {
      this.link = LinkType.NULL;
      this.at = file.length();
      this.fault = new CaptureFault(0, "the file header is cut");
    } else {
      this.link = new LinkType(order.i32(file, 20) & 0xffff);
    }
  }

  static boolean recognises(Octets file) {
    return file.length() >= 4
        && (isMagic(file.i32(0)) || isMagic(Integer.reverseBytes(file.i32(0))));
  }

  private static boolean isMagic(int magic) {
    return magic == MICROSECONDS || magic == NANOSECONDS;
  }

  @Override
  public boolean next() {
    packet = null;
    if (fault != null || at == file.length()) {
      return false;
    }
    if (file.length() - at < PACKET_HEADER) {
      fault = new CaptureFault(at, "the header of a packet is cut");
      return false;
    }
    long captured = order.u32(file, at + 8);
    if (captured > file.length() - at - PACKET_HEADER) {
      fault =
          new CaptureFault(
              at, "a packet of " + captured + " octets is longer than the rest of the file");
      return false;
    }
    long nanos = order.u32(file, at) * 1_000_000_000L + order.u32(file, at + 4) * unit;
    packet =
        new Packet(
            at,
            nanos,
            link,
            file.slice(at + PACKET_HEADER, (int) captured),
            order.u32(file, at + 12));
    at += PACKET_HEADER + (int) captured;
    return true;
  }

  @Override
  public Packet packet() {
    if (packet == null) {
      throw new IllegalStateException("no packet here");
    }
    return packet;
  }

  @Override
  public @Nullable CaptureFault fault() {
    return fault;
  }
}
