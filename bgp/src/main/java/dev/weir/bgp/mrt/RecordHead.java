package dev.weir.bgp.mrt;

import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import org.jspecify.annotations.Nullable;

/// What stands before the routes of a record: which peer, which time, where the parts begin. Read
/// once for a record by the cursor that owns it; all fields are numbers and offsets into the array.
final class RecordHead {
  static final int BEGIN = 0;
  static final int WITHDRAWN = 1;
  static final int UNREACH = 2;
  static final int ANNOUNCED = 3;
  static final int REACH = 4;
  static final int DONE = 5;

  private static final int MESSAGE_HEADER = 19;
  private static final int UPDATE = 2;

  PeerIndexTable peers = PeerIndexTable.NONE;
  int start;
  int end;
  int bodyAt;
  int bodyEnd;
  int type;
  int subtype;
  int seconds;
  long microseconds;
  int originated;
  int peerIndex;
  int peerAsn;
  boolean peerIpv6;
  long peerHigh;
  long peerLow;
  int localAt;
  int localAsn;
  boolean fourOctet;
  boolean pathIds;
  int attributesAt;
  int attributesEnd;
  int afi;
  int safi;
  int entries;
  int entriesAt;
  int prefixAt;
  int prefixEnd;
  int prefixBits;
  int width;
  int hopAt;
  int hopLength;
  int withdrawnAt;
  int withdrawnEnd;
  int announcedAt;
  int announcedEnd;
  int reachAt;
  int reachEnd;
  int unreachAt;
  int unreachEnd;
  int length;
  long high;
  long low;
  @Nullable String fault;
  int faultAt;

  private byte[] array = {};
  private boolean update;

  /// Reads the head; false if the record holds no routes, or its head is damaged.
  boolean read(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
    seconds = Octets.i32(array, start);
    type = Octets.u16(array, start + 4);
    subtype = Octets.u16(array, start + 6);
    microseconds = -1;
    fault = null;
    peerIndex = -1;
    pathIds = false;
    fourOctet = true;
    entries = 0;
    hopLength = -1;
    update = false;
    int at = start + MrtRecord.HEADER;
    attributesAt = at;
    attributesEnd = at;
    if (MrtType.hasMicroseconds(type)) {
      if (end - at < 4) {
        return fail(at, "a record is too short for its microseconds");
      }
      microseconds = Octets.i32(array, at) & 0xffff_ffffL;
      at += 4;
    }
    return switch (type) {
      case MrtType.BGP4MP, MrtType.BGP4MP_ET -> readSession(at);
      case MrtType.TABLE_DUMP_V2 -> readTable(at);
      case MrtType.TABLE_DUMP -> readDump(at);
      case MrtType.BGP -> readOldSession(at, false);
      case MrtType.BGP4PLUS, MrtType.BGP4PLUS_01 -> readOldSession(at, true);
      default -> false;
    };
  }

  /// Unicast, multicast, and both at once, which RFC 2858 knew as SAFI 3.
  static boolean isPlain(int afi, int safi) {
    return (afi == AfiSafi.AFI_IPV4 || afi == AfiSafi.AFI_IPV6) && safi >= 1 && safi <= 3;
  }

  /// Reads an address of which some octets are there, and clears the bits behind its length.
  void address(int width, int from, int octets, int bits) {
    length = bits;
    if (width == 32) {
      int address = from + 4 <= array.length ? Octets.i32(array, from) : bits(array, from, octets);
      high = bits == 0 ? 0 : (long) (address & -1 << -bits) << 32;
      low = 0;
      return;
    }
    long first = 0;
    long second = 0;
    for (int i = 0; i < octets; i++) {
      if (i < 8) {
        first |= (array[from + i] & 0xffL) << 56 - 8 * i;
      } else {
        second |= (array[from + i] & 0xffL) << 120 - 8 * i;
      }
    }
    high = bits == 0 ? 0 : bits >= 64 ? first : first & -1L << -bits;
    low = bits <= 64 ? 0 : second & -1L << -bits;
  }

  /// Up to four octets at the high end of a number.
  static int bits(byte[] array, int from, int octets) {
    int bits = 0;
    for (int i = 0; i < octets; i++) {
      bits |= (array[from + i] & 0xff) << 24 - 8 * i;
    }
    return bits;
  }

  boolean isUpdate() {
    return update;
  }

  /// Tells whether the record has one prefix and many entries.
  boolean isTable() {
    return type == MrtType.TABLE_DUMP_V2;
  }

  /// Notes what is wrong, if it is the first thing, and returns false.
  boolean fail(int at, String reason) {
    if (fault == null) {
      fault = reason;
      faultAt = at;
    }
    return false;
  }

  private boolean readSession(int from) {
    if (subtype == MrtSubtype.ENTRY) {
      return readEntry(from);
    }
    if (!MrtSubtype.isMessage(subtype)) {
      return false;
    }
    fourOctet = MrtSubtype.isFourOctet(subtype);
    pathIds = MrtSubtype.hasPathIds(subtype);
    int message = readPeers(from, fourOctet ? 4 : 2);
    return message >= 0 && readMessage(message);
  }

  /// Reads AS numbers, interface, family and addresses; returns where the message begins, or -1.
  private int readPeers(int from, int number) {
    int at = from + 2 * number + 4;
    if (at > end) {
      fail(from, "a record is too short for its peers");
      return -1;
    }
    int family = Octets.u16(array, at - 2);
    int wide = family == AfiSafi.AFI_IPV4 ? 4 : family == AfiSafi.AFI_IPV6 ? 16 : 0;
    if (wide == 0) {
      fail(at - 2, "peers of an unknown address family");
      return -1;
    }
    if (end - at < 2 * wide) {
      fail(at, "a record is too short for the addresses of its peers");
      return -1;
    }
    peerAsn = number == 4 ? Octets.i32(array, from) : Octets.u16(array, from);
    localAsn = number == 4 ? Octets.i32(array, from + 4) : Octets.u16(array, from + 2);
    localAt = at + wide;
    peerAt(at, wide);
    return at + 2 * wide;
  }

  private void peerAt(int at, int wide) {
    peerIpv6 = wide == 16;
    if (peerIpv6) {
      peerHigh = Octets.i64(array, at);
      peerLow = Octets.i64(array, at + 8);
    } else {
      peerHigh = (long) Octets.i32(array, at) << 32;
      peerLow = 0;
    }
  }

  private boolean readMessage(int at) {
    if (end - at < MESSAGE_HEADER) {
      return fail(at, "a record is too short for its message");
    }
    if (Octets.i64(array, at) != -1 || Octets.i64(array, at + 8) != -1) {
      return fail(at, "a message without its marker");
    }
    int said = Octets.u16(array, at + 16);
    int there = end - at;
    if (said != there) {
      fail(at + 16, "a message of another length than its record has room for");
    }
    if (array[at + 18] != UPDATE) {
      return false;
    }
    int behind = said >= MESSAGE_HEADER && said < there ? at + said : end;
    return readUpdate(at + MESSAGE_HEADER, behind);
  }

  private boolean readUpdate(int at, int behind) {
    update = true;
    bodyAt = at;
    bodyEnd = behind;
    reachAt = 0;
    unreachAt = 0;
    withdrawnAt = 0;
    withdrawnEnd = 0;
    announcedAt = 0;
    announcedEnd = 0;
    if (behind - at < 4) {
      return fail(at, "an UPDATE is too short for its lengths");
    }
    int withdrawn = Octets.u16(array, at);
    withdrawnAt = at + 2;
    withdrawnEnd = withdrawnAt + withdrawn;
    if (withdrawnEnd + 2 > behind) {
      return fail(at, "the withdrawn routes are longer than their message");
    }
    attributesAt = withdrawnEnd + 2;
    attributesEnd = attributesAt + Octets.u16(array, withdrawnEnd);
    if (attributesEnd > behind) {
      fail(withdrawnEnd, "the attributes are longer than their message");
      attributesEnd = behind;
    }
    announcedAt = attributesEnd;
    announcedEnd = behind;
    findFamilies();
    return true;
  }

  /// Looks for the two attributes that hold routes; the first of each counts.
  private void findFamilies() {
    int at = attributesAt;
    while (attributesEnd - at >= 3) {
      boolean wide = (array[at] & RawAttribute.EXTENDED_LENGTH) != 0;
      int value = at + (wide ? 4 : 3);
      int behind =
          value > attributesEnd
              ? Integer.MAX_VALUE
              : value + (wide ? Octets.u16(array, at + 2) : array[at + 2] & 0xff);
      if (behind > attributesEnd) {
        break;
      }
      int code = array[at + 1];
      if (code == AttributeType.MP_REACH_NLRI && reachAt == 0) {
        reachAt = value;
        reachEnd = behind;
      } else if (code == AttributeType.MP_UNREACH_NLRI && unreachAt == 0) {
        unreachAt = value;
        unreachEnd = behind;
      }
      at = behind;
    }
    if (at != attributesEnd) {
      fail(at, "an attribute is longer than the attributes of its message");
    }
  }

  private boolean readTable(int at) {
    if (subtype == MrtSubtype.PEER_INDEX_TABLE) {
      peers = PeerIndexTable.read(new Octets(array, at, end - at));
      return peers.isTorn() && fail(at, "the table of peers ends before its last peer");
    }
    switch (subtype) {
      case MrtSubtype.RIB_IPV4_UNICAST, MrtSubtype.RIB_IPV4_UNICAST_ADDPATH -> family(1, 1);
      case MrtSubtype.RIB_IPV4_MULTICAST, MrtSubtype.RIB_IPV4_MULTICAST_ADDPATH -> family(1, 2);
      case MrtSubtype.RIB_IPV6_UNICAST, MrtSubtype.RIB_IPV6_UNICAST_ADDPATH -> family(2, 1);
      case MrtSubtype.RIB_IPV6_MULTICAST, MrtSubtype.RIB_IPV6_MULTICAST_ADDPATH -> family(2, 2);
      case MrtSubtype.RIB_GENERIC, MrtSubtype.RIB_GENERIC_ADDPATH -> {
        return readGeneric(at);
      }
      default -> {
        return false;
      }
    }
    pathIds = subtype >= MrtSubtype.RIB_IPV4_UNICAST_ADDPATH;
    if (end - at < 7) {
      return fail(at, "a table record is too short for its prefix");
    }
    prefixAt = at + 4;
    prefixEnd = prefixAt + 1 + ((array[prefixAt] & 0xff) + 7 >>> 3);
    return countEntries();
  }

  private void family(int afi, int safi) {
    this.afi = afi;
    this.safi = safi;
  }

  /// A RIB_GENERIC record says its family. In RIB_GENERIC_ADDPATH the path identifier stands before
  /// the prefix (RFC 8050 section 4.2), but writers have put it into the entries, as in the other
  /// records: whichever fits the record is taken, the RFC's form first.
  private boolean readGeneric(int at) {
    if (end - at < 8) {
      return fail(at, "a table record is too short for its family");
    }
    family(Octets.u16(array, at + 4), array[at + 6] & 0xff);
    boolean added = subtype == MrtSubtype.RIB_GENERIC_ADDPATH;
    for (int form = added ? 0 : 1; form < 2; form++) {
      pathIds = added && form == 1;
      prefixAt = at + 7 + (added && form == 0 ? 4 : 0);
      int size = extent();
      prefixEnd = prefixAt + Math.max(size, 0);
      if (size > 0 && prefixEnd + 2 <= end && entriesFit(prefixEnd)) {
        return countEntries();
      }
    }
    return fail(prefixAt, "the route of a generic table record does not fit into it");
  }

  private int extent() {
    return prefixAt > end
        ? -1
        : NlriCursor.extent(new Octets(array, prefixAt, end - prefixAt), new AfiSafi(afi, safi));
  }

  private boolean entriesFit(int at) {
    int left = Octets.u16(array, at);
    int here = at + 2;
    int head = pathIds ? 12 : 8;
    for (; left > 0 && end - here >= head; left--) {
      here += head + Octets.u16(array, here + head - 2);
    }
    return left == 0 && here == end;
  }

  private boolean countEntries() {
    if (prefixEnd + 2 > end) {
      return fail(prefixAt, "a prefix is longer than its record");
    }
    entries = Octets.u16(array, prefixEnd);
    entriesAt = prefixEnd + 2;
    return true;
  }

  /// Looks up the peer of a table entry; false if the table of peers has no such number.
  boolean peer(int index) {
    if (index >= peers.size()) {
      return false;
    }
    peerIndex = index;
    peerAsn = peers.asnBits(index);
    peerIpv6 = peers.isIpv6(index);
    peerHigh = peers.addressHigh(index);
    peerLow = peers.addressLow(index);
    return true;
  }

  private boolean readDump(int at) {
    boolean known = subtype >= MrtSubtype.DUMP_IPV4 && subtype <= MrtSubtype.DUMP_IPV6_AS4;
    if (!known) {
      return false;
    }
    boolean six = subtype == MrtSubtype.DUMP_IPV6 || subtype == MrtSubtype.DUMP_IPV6_AS4;
    fourOctet = subtype >= MrtSubtype.DUMP_IPV4_AS4;
    int octets = six ? 16 : 4;
    int number = fourOctet ? 4 : 2;
    int attributes = at + 12 + 2 * octets + number;
    if (attributes > end) {
      return fail(at, "a table record is too short for its route");
    }
    family(six ? AfiSafi.AFI_IPV6 : AfiSafi.AFI_IPV4, 1);
    width = octets * 8;
    prefixAt = at + 4;
    prefixEnd = prefixAt + octets;
    prefixBits = array[prefixEnd] & 0xff;
    originated = Octets.i32(array, prefixEnd + 2);
    peerAt(prefixEnd + 6, octets);
    int asn = prefixEnd + 6 + octets;
    peerAsn = fourOctet ? Octets.i32(array, asn) : Octets.u16(array, asn);
    return one(attributes);
  }

  /// One route whose attributes begin here, behind their length.
  private boolean one(int attributes) {
    attributesAt = attributes;
    attributesEnd = attributes + Octets.u16(array, attributes - 2);
    if (attributesEnd > end) {
      return fail(attributes - 2, "the attributes are longer than their record");
    }
    entries = 1;
    return true;
  }

  /// BGP4MP_ENTRY: a session's head, then view, status, time, family, next hop, prefix, attributes
  /// (RFC 6396 appendix B.2.4).
  private boolean readEntry(int from) {
    fourOctet = false;
    int at = readPeers(from, 2);
    if (at < 0) {
      return false;
    }
    if (end - at < 12) {
      return fail(at, "an entry is too short for its family");
    }
    originated = Octets.i32(array, at + 4);
    family(Octets.u16(array, at + 8), array[at + 10] & 0xff);
    hopLength = array[at + 11] & 0xff;
    hopAt = at + 12;
    int prefix = hopAt + hopLength;
    if (prefix + 1 > end) {
      return fail(at, "an entry is too short for its next hop");
    }
    prefixBits = array[prefix] & 0xff;
    prefixAt = prefix + 1;
    prefixEnd = prefixAt + (prefixBits + 7 >>> 3);
    width = afi == AfiSafi.AFI_IPV4 ? 32 : 128;
    if (prefixEnd + 2 > end) {
      return fail(prefix, "a prefix is longer than its record");
    }
    return one(prefixEnd + 2);
  }

  /// The sessions of old archives: the AS number, then the address, of both sides; an UPDATE has no
  /// header of its own (RFC 6396 appendix B.2.2).
  private boolean readOldSession(int at, boolean six) {
    if (subtype != MrtSubtype.BGP_UPDATE) {
      return false;
    }
    int octets = six ? 16 : 4;
    fourOctet = false;
    int message = at + 2 * (2 + octets);
    if (message > end) {
      return fail(at, "a record is too short for its peers");
    }
    peerAsn = Octets.u16(array, at);
    peerAt(at + 2, octets);
    return readUpdate(message, end);
  }
}
