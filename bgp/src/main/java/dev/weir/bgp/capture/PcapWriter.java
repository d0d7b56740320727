package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import java.util.Arrays;

/// Writes a pcap file: packets of raw IP, each with a TCP segment, with the checksums that they
/// need. Meant for showing streams to programs that read captures.
///
/// Times have nanoseconds. Both endpoints of a segment must be of one family.
public final class PcapWriter {
  private static final int MAX_SEGMENT = 1400;
  private static final int ACK = 0x10;
  private static final int PUSH = 8;

  private byte[] file = new byte[1024];
  private int length;

  /// Begins a file.
  public PcapWriter() {
    put32(PcapReader.NANOSECONDS);
    put16(2);
    put16(4);
    put32(0);
    put32(0);
    put32(0x40000);
    put32(LinkType.RAW.code());
  }

  /// Writes octets of a stream as segments of at most 1,400 octets.
  ///
  /// @param nanos the time of all of them, nanoseconds since 1970
  /// @param sequence the number of the first octet
  /// @return the number of the octet behind the last
  public int write(long nanos, Endpoint source, Endpoint destination, int sequence, Octets octets) {
    int next = sequence;
    int at = 0;
    while (at < octets.length()) {
      int part = Math.min(MAX_SEGMENT, octets.length() - at);
      Octets payload = octets.slice(at, part);
      segment(nanos, new TcpSegment(source, destination, next, ACK | PUSH, payload, 0));
      at += part;
      next += part;
    }
    return next;
  }

  /// Writes one segment.
  ///
  /// @param nanos its time, nanoseconds since 1970
  /// @throws IllegalArgumentException if the endpoints are of two families, or the payload does not
  ///   fit into a packet
  public void segment(long nanos, TcpSegment segment) {
    IpAddress source = segment.source().address();
    IpAddress destination = segment.destination().address();
    if (source.width() != destination.width() || segment.payload().length() > 65_000) {
      throw new IllegalArgumentException("no packet from " + source + " to " + destination);
    }
    boolean four = source.width() == 32;
    int tcp = 20 + segment.payload().length();
    int packet = (four ? 20 : 40) + tcp;
    put32((int) (nanos / 1_000_000_000L));
    put32((int) (nanos % 1_000_000_000L));
    put32(packet);
    put32(packet);
    if (four) {
      ipv4(packet, source, destination);
    } else {
      ipv6(tcp, source, destination);
    }
    tcp(segment, tcp);
  }

  /// Returns the file as it is now.
  public Octets file() {
    return Octets.of(Arrays.copyOf(file, length));
  }

  private void ipv4(int packet, IpAddress source, IpAddress destination) {
    int start = length;
    put16(0x4500);
    put16(packet);
    put32(0x00004000);
    put16(0x4006);
    put16(0);
    put(source);
    put(destination);
    set16(start + 10, fold(sum(start, length, 0)));
  }

  private void ipv6(int tcp, IpAddress source, IpAddress destination) {
    put32(0x60000000);
    put16(tcp);
    put16(0x0640);
    put(source);
    put(destination);
  }

  private void tcp(TcpSegment segment, int octets) {
    int start = length;
    put16(segment.source().port());
    put16(segment.destination().port());
    put32(segment.sequence());
    put32(1);
    put16(0x5000 | segment.flags());
    put16(0xffff);
    put32(0);
    room(segment.payload().length());
    length = segment.payload().copyTo(file, length);
    int addresses = segment.source().address().width() / 4;
    long pseudo = sum(start - addresses, start, 0) + 6 + octets;
    set16(start + 16, fold(sum(start, length, pseudo)));
  }

  private long sum(int from, int to, long before) {
    long sum = before;
    for (int i = from; i < to; i++) {
      sum += (i - from & 1) == 0 ? (file[i] & 0xffL) << 8 : file[i] & 0xffL;
    }
    return sum;
  }

  private static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }

  private void put(IpAddress address) {
    room(16);
    length = address.write(file, length);
  }

  private void put16(int value) {
    room(2);
    set16(length, value);
    length += 2;
  }

  private void put32(int value) {
    put16(value >>> 16);
    put16(value);
  }

  private void set16(int at, int value) {
    file[at] = (byte) (value >>> 8);
    file[at + 1] = (byte) value;
  }

  private void room(int octets) {
    if (length + octets > file.length) {
      file = Arrays.copyOf(file, Math.max(length + octets, file.length * 2));
    }
  }
}
