package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;

/// The part of a `bgpdump -m` line before the prefix: what kind of record, when, what happened,
/// with whom.
final class LineHead {
  private static final byte[] BGP = AsciiText.bytes("BGP");
  private static final byte[] BGP4MP = AsciiText.bytes("BGP4MP");
  private static final byte[] EXTENDED_TIME = AsciiText.bytes("_ET");
  private static final byte[] ADD_PATH = AsciiText.bytes("_AP");
  private static final byte[] LOCAL = AsciiText.bytes("_LOCAL");
  private static final byte[] TABLE_DUMP = AsciiText.bytes("TABLE_DUMP");
  private static final byte[] TABLE_DUMP2 = AsciiText.bytes("TABLE_DUMP2");
  private static final byte[] STATE = AsciiText.bytes("STATE");

  private LineHead() {}

  /// Prints the head of the line of a route.
  ///
  /// @param letter `A` announced, `W` withdrawn, `B` in a table
  /// @return how many octets were written, from the beginning of the array
  static int print(byte[] out, RouteCursor route, char letter) {
    int to = AsciiText.text(out, 0, name(route.type()));
    if (route.microseconds() >= 0) {
      to = AsciiText.text(out, to, EXTENDED_TIME);
    }
    if (route.hasPathId()) {
      to = AsciiText.text(out, to, ADD_PATH);
    } else if (!route.isTable()
        && route.type() != MrtType.BGP
        && MrtSubtype.isLocal(route.subtype())) {
      to = AsciiText.text(out, to, LOCAL);
    }
    to = time(out, to, route.seconds(), route.microseconds());
    out[to++] = (byte) letter;
    out[to++] = '|';
    to = sender(out, to, route);
    out[to++] = '|';
    return to;
  }

  /// The peer; of a message with path identifiers that the collector sent, the collector.
  private static int sender(byte[] out, int at, RouteCursor route) {
    RecordHead head = route.head();
    int to = at;
    if (!route.isTable() && route.hasPathId() && MrtSubtype.isLocal(route.subtype())) {
      byte[] array = route.array();
      int from = head.localAt;
      to =
          head.peerIpv6
              ? AsciiText.ipv6Bsd(out, to, Octets.i64(array, from), Octets.i64(array, from + 8))
              : AsciiText.ipv4(out, to, array, from);
      out[to++] = '|';
      return AsciiText.unsigned(out, to, head.localAsn);
    }
    to = AsciiText.address(out, to, head.peerIpv6, head.peerHigh, head.peerLow);
    out[to++] = '|';
    return AsciiText.unsigned(out, to, head.peerAsn);
  }

  /// Prints the whole line of a change of state; returns the offset behind it.
  static int print(byte[] out, int at, StateChange change) {
    int to = AsciiText.text(out, at, name(change.type()));
    if (change.microseconds() >= 0) {
      to = AsciiText.text(out, to, EXTENDED_TIME);
    }
    to = time(out, to, change.seconds(), change.microseconds());
    to = AsciiText.text(out, to, STATE);
    out[to++] = '|';
    to = address(out, to, change.peer());
    out[to++] = '|';
    to = AsciiText.unsigned(out, to, change.peerAsn().bits());
    out[to++] = '|';
    to = AsciiText.unsigned(out, to, change.before());
    out[to++] = '|';
    to = AsciiText.unsigned(out, to, change.after());
    out[to++] = '\n';
    return to;
  }

  private static int address(byte[] out, int to, IpAddress address) {
    return switch (address) {
      case Ipv4Address four -> AsciiText.ipv4(out, to, four.bits());
      case Ipv6Address six -> AsciiText.ipv6Bsd(out, to, six.high(), six.low());
    };
  }

  private static byte[] name(int type) {
    return switch (type) {
      case MrtType.TABLE_DUMP -> TABLE_DUMP;
      case MrtType.TABLE_DUMP_V2 -> TABLE_DUMP2;
      case MrtType.BGP -> BGP;
      default -> BGP4MP;
    };
  }

  private static int time(byte[] out, int at, long seconds, long microseconds) {
    int to = at;
    out[to++] = '|';
    to = AsciiText.decimal(out, to, seconds);
    if (microseconds >= 0) {
      out[to++] = '.';
      to = AsciiText.padded(out, to, microseconds, 6);
    }
    out[to++] = '|';
    return to;
  }
}
