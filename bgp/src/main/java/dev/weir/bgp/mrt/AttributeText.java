package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import java.util.Arrays;

/// The part of a `bgpdump -m` line behind the prefix: path, origin, next hop, local preference,
/// MED, communities, atomic aggregate, aggregator. One walk over the attributes notes where they
/// are, then they are printed in the order of the line.
final class AttributeText {
  private static final byte[] IGP = AsciiText.bytes("|IGP|");
  private static final byte[] EGP = AsciiText.bytes("|EGP|");
  private static final byte[] INCOMPLETE = AsciiText.bytes("|INCOMPLETE|");
  private static final byte[] ERROR = AsciiText.bytes("! Error !");
  private static final byte[] NO_HOP = AsciiText.bytes("255.255.255.255");
  private static final byte[] AG = AsciiText.bytes("|AG|");
  private static final byte[] NAG = AsciiText.bytes("|NAG|");
  private static final byte[] NO_EXPORT = AsciiText.bytes("no-export");
  private static final byte[] NO_ADVERTISE = AsciiText.bytes("no-advertise");
  private static final byte[] LOCAL_AS = AsciiText.bytes("local-AS");

  /// Fixed parts of the line and the longest single fields.
  private static final int FIXED_ROOM = 256;

  /// Attribute types above this one do not show in the line.
  private static final int LAST = AttributeType.AS4_AGGREGATOR;

  /// Where the value of each attribute begins, 0 if there is none, and how long it is.
  private final int[] at = new int[LAST + 1];

  private final int[] size = new int[LAST + 1];
  private byte[] array = {};
  private int octets;
  private boolean fourOctet;

  /// Walks the attributes of a route.
  void read(RouteCursor route) {
    array = route.attributesArray();
    fourOctet = route.isFourOctetAsn();
    Arrays.fill(at, 0);
    int here = route.attributesStart();
    int end = route.attributesEnd();
    octets = end - here;
    while (end - here >= 3) {
      int flags = array[here];
      int type = array[here + 1] & 0xff;
      int value = here + 3;
      int length = array[here + 2] & 0xff;
      if ((flags & RawAttribute.EXTENDED_LENGTH) != 0) {
        if (end - here < 4) {
          return;
        }
        length = length << 8 | array[value++] & 0xff;
      }
      if (length > end - value) {
        return;
      }
      if (type <= LAST && at[type] == 0) {
        at[type] = value;
        size[type] = length;
      }
      here = value + length;
    }
  }

  /// Returns an array with room for the text of these attributes: that one, or a larger one.
  byte[] room(byte[] out) {
    int room = FIXED_ROOM + 4 * octets;
    return out.length >= room ? out : new byte[Math.max(room, 2 * out.length)];
  }

  /// Prints what was read, from the bar before the path to the end of the line.
  ///
  /// @return how many octets were written, from the beginning of the array
  int print(byte[] out, RouteCursor route) {
    int to = 0;
    out[to++] = '|';
    to = path(out, to);
    to = AsciiText.text(out, to, origin());
    to = hop(out, to, route);
    out[to++] = '|';
    to = number(out, to, AttributeType.LOCAL_PREF);
    out[to++] = '|';
    to = number(out, to, AttributeType.MULTI_EXIT_DISC);
    if (route.type() != MrtType.BGP) {
      out[to++] = '|';
    }
    to = communities(out, to);
    to = AsciiText.text(out, to, at[AttributeType.ATOMIC_AGGREGATE] != 0 ? AG : NAG);
    to = aggregator(out, to);
    out[to++] = '|';
    out[to++] = '\n';
    return to;
  }

  private byte[] origin() {
    int from = at[AttributeType.ORIGIN];
    if (from == 0 || size[AttributeType.ORIGIN] == 0) {
      return INCOMPLETE;
    }
    return switch (array[from]) {
      case 0 -> IGP;
      case 1 -> EGP;
      default -> INCOMPLETE;
    };
  }

  private int path(byte[] out, int to) {
    int from = at[AttributeType.AS_PATH];
    if (from == 0) {
      return to;
    }
    if (!fourOctet && at[AttributeType.AS4_PATH] != 0 && !ignoresWide()) {
      return merged(out, to);
    }
    return PathText.print(out, to, array, from, from + size[AttributeType.AS_PATH], fourOctet);
  }

  /// An aggregator that was not put in by an old speaker takes AS4_PATH away too (RFC 6793 section
  /// 4.2.3).
  private boolean ignoresWide() {
    return at[AttributeType.AS4_AGGREGATOR] != 0
        && size[AttributeType.AGGREGATOR] >= 2
        && at[AttributeType.AGGREGATOR] != 0
        && Octets.u16(array, at[AttributeType.AGGREGATOR]) != AsPath.AS_TRANS;
  }

  private int merged(byte[] out, int to) {
    AsPath narrow = new AsPath(value(AttributeType.AS_PATH), false);
    AsPath wide = new AsPath(value(AttributeType.AS4_PATH), true);
    if (!narrow.isWellFormed() || !wide.isWellFormed()) {
      return AsciiText.text(out, to, ERROR);
    }
    AsPath path = narrow.mergedWith(wide);
    Octets merged = path.octets();
    return PathText.print(
        out, to, merged.array(), merged.offset(), merged.end(), path.isFourOctet());
  }

  private Octets value(int type) {
    return new Octets(array, at[type], size[type]);
  }

  private int hop(byte[] out, int to, RouteCursor route) {
    int length = route.hopLength();
    if (length >= 0) {
      return address(out, to, route.hopStart(), length);
    }
    int reach = at[AttributeType.MP_REACH_NLRI];
    int there = size[AttributeType.MP_REACH_NLRI];
    boolean counts =
        route.isReplaced()
            ? route.safi() != 1 || !route.isIpv4() || at[AttributeType.NEXT_HOP] == 0
            : route.isTable() && (route.type() != MrtType.TABLE_DUMP || !route.isIpv4());
    if (counts && reach != 0 && there > 0) {
      // A table may leave out family and routes (RFC 6396 section 4.3.4); many writers do not.
      int from = array[reach] == 0 ? reach + 3 : reach;
      if (from < reach + there) {
        int hop = array[from] & 0xff;
        if (hop > 0 && hop <= reach + there - from - 1) {
          return address(out, to, from + 1, hop);
        }
      }
    }
    if (at[AttributeType.NEXT_HOP] != 0 && size[AttributeType.NEXT_HOP] == 4) {
      return AsciiText.ipv4(out, to, array, at[AttributeType.NEXT_HOP]);
    }
    return AsciiText.text(out, to, NO_HOP);
  }

  /// The first address of a next hop, behind a distinguisher if its length says that there is one.
  private int address(byte[] out, int to, int from, int length) {
    return switch (length) {
      case 4 -> AsciiText.ipv4(out, to, array, from);
      case 12 -> AsciiText.ipv4(out, to, array, from + 8);
      case 16, 32 -> six(out, to, from);
      case 24, 48 -> six(out, to, from + 8);
      default -> AsciiText.text(out, to, NO_HOP);
    };
  }

  private int six(byte[] out, int to, int from) {
    return AsciiText.ipv6Bsd(out, to, Octets.i64(array, from), Octets.i64(array, from + 8));
  }

  private int number(byte[] out, int to, int type) {
    if (at[type] == 0 || size[type] != 4) {
      out[to] = '0';
      return to + 1;
    }
    return AsciiText.unsigned(out, to, Octets.i32(array, at[type]));
  }

  private int communities(byte[] out, int to) {
    int from = at[AttributeType.COMMUNITIES];
    if (from == 0) {
      return to;
    }
    int end = from + size[AttributeType.COMMUNITIES];
    int here = to;
    for (; end - from >= 4; from += 4) {
      if (here != to) {
        out[here++] = ' ';
      }
      here = community(out, here, Octets.i32(array, from));
    }
    return here;
  }

  private static int community(byte[] out, int to, int community) {
    return switch (community) {
      case 0xffffff01 -> AsciiText.text(out, to, NO_EXPORT);
      case 0xffffff02 -> AsciiText.text(out, to, NO_ADVERTISE);
      case 0xffffff03 -> AsciiText.text(out, to, LOCAL_AS);
      default -> {
        int here = AsciiText.unsigned(out, to, community >>> 16);
        out[here++] = ':';
        yield AsciiText.unsigned(out, here, community & 0xffff);
      }
    };
  }

  private int aggregator(byte[] out, int to) {
    int from = at[AttributeType.AGGREGATOR];
    int number = fourOctet ? 4 : 2;
    if (from == 0 || size[AttributeType.AGGREGATOR] != number + 4) {
      return to;
    }
    int asn = fourOctet ? Octets.i32(array, from) : Octets.u16(array, from);
    int wide = at[AttributeType.AS4_AGGREGATOR];
    if (!fourOctet
        && asn == AsPath.AS_TRANS
        && wide != 0
        && size[AttributeType.AS4_AGGREGATOR] == 8) {
      from = wide;
      number = 4;
      asn = Octets.i32(array, wide);
    }
    int here = AsciiText.unsigned(out, to, asn);
    out[here++] = ' ';
    return AsciiText.ipv4(out, here, array, from + number);
  }
}
