package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import java.util.Arrays;

/// Prints the routes of records as the lines of `bgpdump -m`: fields with bars between them.
///
/// ```
/// BGP4MP|1470931200|A|37.49.236.123|198290|192.0.2.0/24|198290 6661|IGP|37.49.236.1|0|0|0:200|NAG||
/// BGP4MP|1470931200|W|37.49.236.123|198290|192.0.2.0/24
/// BGP4MP|1470931200|STATE|37.49.236.123|198290|6|1
/// ```
///
/// What stands before and behind the prefix is the same for all routes of an UPDATE: it is put
/// together once and copied around each prefix. Of a table, what stands before the prefix depends
/// on peer and second only, and is kept for each peer. The printer is not safe for use by several
/// threads.
///
/// Families, and records, of which `bgpdump` prints nothing are passed over: labeled and VPN
/// routes, multicast tables, generic tables, entries. It is followed to the letter wherever it
/// prints what the archive says, even where the form is odd (old sessions have no bar before the
/// communities; messages sent by the collector with path identifiers show the collector as peer);
/// it is not followed where it crashes, prints what happens to be in memory, stops after 8,192
/// prefixes, or prints an address that is not in the archive.
public final class BgpdumpPrinter implements RoutePrinter {
  /// Octets a prefix, its path identifier and its bars need at most.
  private static final int PREFIX_ROOM = 80;

  private final RouteCursor route;
  private final AttributeText attributes = new AttributeText();
  private final PeerHeads heads = new PeerHeads();
  private byte[] out = new byte[1 << 16];
  private int length;
  private final byte[] own = new byte[256];
  private byte[] head = own;
  private int headLength;
  private byte[] tail = new byte[1024];
  private int tailLength;
  private long group = -1;
  private long routes;

  /// A printer of the routes of a cursor.
  public BgpdumpPrinter(RouteCursor route) {
    this.route = route;
  }

  @Override
  public byte[] array() {
    return out;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public long lines() {
    return routes;
  }

  @Override
  public void into(byte[] array) {
    out = array;
    length = 0;
  }

  /// Prints a record: its routes, or the change of state it is.
  ///
  /// @param start where the record begins, with its header
  /// @param end where it ends, exclusive
  public void print(byte[] array, int start, int end) {
    if (route.open(array, start, end)) {
      while (route.next()) {
        route();
      }
    } else {
      other(array, start, end);
    }
  }

  @Override
  public void route() {
    if (!isPrinted()) {
      return;
    }
    if (route.group() != group) {
      group = route.group();
      prepare();
    }
    int room = headLength + tailLength + PREFIX_ROOM;
    if (out.length - length < room) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + room));
    }
    byte[] to = out;
    System.arraycopy(head, 0, to, length, headLength);
    int at = length + headLength;
    at =
        route.isIpv4()
            ? AsciiText.ipv4(to, at, (int) (route.high() >>> 32))
            : AsciiText.ipv6Bsd(to, at, route.high(), route.low());
    to[at++] = '/';
    at = AsciiText.octet(to, at, route.length());
    if (route.hasPathId()) {
      to[at++] = '|';
      at = AsciiText.unsigned(to, at, route.pathId());
    }
    System.arraycopy(tail, 0, to, at, tailLength);
    length = at + tailLength;
    routes++;
  }

  private boolean isPrinted() {
    if (!route.isPlain()) {
      return false;
    }
    return switch (route.type()) {
      case MrtType.TABLE_DUMP_V2 -> route.safi() == 1 && !isGeneric();
      case MrtType.BGP4MP, MrtType.BGP4MP_ET -> route.subtype() != MrtSubtype.ENTRY;
      case MrtType.BGP4PLUS, MrtType.BGP4PLUS_01 -> false;
      default -> true;
    };
  }

  private boolean isGeneric() {
    return route.subtype() == MrtSubtype.RIB_GENERIC
        || route.subtype() == MrtSubtype.RIB_GENERIC_ADDPATH;
  }

  private void prepare() {
    if (route.peerIndex() >= 0) {
      head = heads.find(route);
      headLength = heads.length();
    } else {
      head = own;
      headLength =
          LineHead.print(own, route, route.isWithdrawn() ? 'W' : route.isTable() ? 'B' : 'A');
    }
    if (route.isWithdrawn()) {
      tail[0] = '\n';
      tailLength = 1;
      return;
    }
    attributes.read(route);
    tail = attributes.room(tail);
    tailLength = attributes.print(tail, route);
  }

  @Override
  public void other(byte[] array, int start, int end) {
    StateChange change = StateChange.read(new Octets(array, start, end - start));
    if (change == null
        || change.type() == MrtType.BGP4PLUS
        || change.type() == MrtType.BGP4PLUS_01) {
      return;
    }
    if (out.length - length < 256) {
      out = Arrays.copyOf(out, 2 * out.length + 256);
    }
    length = LineHead.print(out, length, change);
    routes++;
  }
}
