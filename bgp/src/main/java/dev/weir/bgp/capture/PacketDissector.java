package dev.weir.bgp.capture;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;

/// Finds the TCP segment of a captured packet: link layer, VLAN tags, MPLS labels, IPv4 with
/// options or IPv6 with extension headers, TCP with options.
///
/// Lengths are believed only as far as octets were captured. Padding behind the IP packet is
/// dropped; an IP length of 0, which network cards leave in packets that they split themselves,
/// means all that was captured.
public final class PacketDissector {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int MPLS = 0x8847;
  private static final int MPLS_MULTICAST = 0x8848;
  private static final Dissection NOT_IP = new Dissection.Other("not IP");
  private static final Dissection NOT_TCP = new Dissection.Other("not TCP");
  private static final Dissection CUT = new Dissection.Other("cut inside a header");

  private PacketDissector() {}

  /// Finds the TCP segment of a packet.
  public static Dissection dissect(Packet packet) {
    Octets octets = packet.octets();
    return switch (packet.link().code()) {
      case 1 -> ethernet(octets);
      case 0, 108 -> skip(octets, 4);
      case 12, 14, 101, 228, 229 -> ip(octets);
      case 104 -> octets.length() < 4 ? CUT : network(octets.u16(2), octets.from(4));
      case 113 -> octets.length() < 16 ? CUT : network(octets.u16(14), octets.from(16));
      case 276 -> octets.length() < 20 ? CUT : network(octets.u16(0), octets.from(20));
      default -> new Dissection.Other(packet.link() + " is not read");
    };
  }

  private static Dissection skip(Octets octets, int header) {
    return octets.length() < header ? CUT : ip(octets.from(header));
  }

  private static Dissection ethernet(Octets frame) {
    return frame.length() < 14 ? CUT : network(frame.u16(12), frame.from(14));
  }

  /// Steps over tags until the protocol is one that is read.
  private static Dissection network(int type, Octets octets) {
    int protocol = type;
    int at = 0;
    while (protocol == 0x8100 || protocol == 0x88a8 || protocol == 0x9100) {
      if (octets.length() - at < 4) {
        return CUT;
      }
      protocol = octets.u16(at + 2);
      at += 4;
    }
    return switch (protocol) {
      case IPV4, IPV6 -> ip(octets.from(at));
      case MPLS, MPLS_MULTICAST -> labels(octets.from(at));
      default -> NOT_IP;
    };
  }

  private static Dissection labels(Octets octets) {
    int at = 0;
    while (octets.length() - at >= 4) {
      boolean last = (octets.u8(at + 2) & 1) != 0;
      at += 4;
      if (last) {
        return ip(octets.from(at));
      }
    }
    return CUT;
  }

  private static Dissection ip(Octets octets) {
    if (octets.isEmpty()) {
      return CUT;
    }
    return switch (octets.u8(0) >>> 4) {
      case 4 -> ipv4(octets);
      case 6 -> ipv6(octets);
      default -> NOT_IP;
    };
  }

  private static Dissection ipv4(Octets octets) {
    if (octets.length() < 20) {
      return CUT;
    }
    int header = (octets.u8(0) & 15) * 4;
    int total = octets.u16(2) == 0 ? octets.length() : octets.u16(2);
    if (header < 20 || total < header) {
      return new Dissection.Other("an IPv4 header with impossible lengths");
    }
    if (octets.length() < header) {
      return CUT;
    }
    IpAddress source = new Ipv4Address(octets.i32(12));
    IpAddress destination = new Ipv4Address(octets.i32(16));
    int fragment = octets.u16(6);
    if ((fragment & 0x3fff) != 0) {
      return new Dissection.Fragment(source, destination, octets.u8(9), (fragment & 0x1fff) * 8);
    }
    if (octets.u8(9) != 6) {
      return NOT_TCP;
    }
    int captured = Math.min(octets.length(), total);
    return tcp(source, destination, octets.slice(header, captured - header), total - header);
  }

  private static Dissection ipv6(Octets octets) {
    if (octets.length() < 40) {
      return CUT;
    }
    IpAddress source = new Ipv6Address(octets.i64(8), octets.i64(16));
    IpAddress destination = new Ipv6Address(octets.i64(24), octets.i64(32));
    int total = octets.u16(4) == 0 ? octets.length() : 40 + octets.u16(4);
    int captured = Math.min(octets.length(), total);
    int next = octets.u8(6);
    int at = 40;
    while (next != 6) {
      if (next != 0 && next != 43 && next != 44 && next != 51 && next != 60 && next != 135) {
        return NOT_TCP;
      }
      if (captured - at < 8) {
        return CUT;
      }
      if (next == 44 && (octets.u16(at + 2) & ~6) != 0) {
        return new Dissection.Fragment(
            source, destination, octets.u8(at), octets.u16(at + 2) & 0xfff8);
      }
      int length =
          next == 44 ? 8 : next == 51 ? (octets.u8(at + 1) + 2) * 4 : headerLength(octets, at);
      next = octets.u8(at);
      if (length > captured - at) {
        return CUT;
      }
      at += length;
    }
    return tcp(source, destination, octets.slice(at, captured - at), total - at);
  }

  private static int headerLength(Octets octets, int at) {
    return (octets.u8(at + 1) + 1) * 8;
  }

  private static Dissection tcp(
      IpAddress source, IpAddress destination, Octets octets, int length) {
    if (octets.length() < 20) {
      return CUT;
    }
    int header = (octets.u8(12) >>> 4) * 4;
    if (header < 20 || header > length) {
      return new Dissection.Other("a TCP header with an impossible length");
    }
    Octets payload = octets.length() < header ? Octets.EMPTY : octets.from(header);
    return new Dissection.Tcp(
        new TcpSegment(
            new Endpoint(source, octets.u16(0)),
            new Endpoint(destination, octets.u16(2)),
            octets.i32(4),
            octets.u8(13),
            payload,
            length - header - payload.length()));
  }
}
