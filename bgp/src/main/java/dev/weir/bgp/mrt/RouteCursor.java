package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import org.jspecify.annotations.Nullable;

/// Steps over the routes of archive records, of whatever type: tables of both versions, UPDATE
/// messages of sessions, and their obsolete forms.
///
/// ```
/// RouteCursor route = new RouteCursor();
/// if (route.open(array, records.start(), records.end())) {
///   while (route.next()) { ... route.prefix() ... route.attributes() ... }
/// }
/// ```
///
/// One cursor serves a whole archive: it holds numbers and offsets only, and what it says of a
/// route are fields; nothing is allocated for a record or a route, unless a caller asks for a value
/// ([#prefix], [#attributes] ...). A PEER_INDEX_TABLE record is kept for the table records behind
/// it.
///
/// Routes of an UPDATE come in the order withdrawn, MP_UNREACH_NLRI, announced, MP_REACH_NLRI.
/// Routes that share their attributes, peer and next hop have the same [#group]: what depends on
/// those only needs to be worked out once. Routes of families that are no plain prefixes come as
/// one step for all of their octets, see [#isPlain].
///
/// What is damaged is left out, see [#fault].
public final class RouteCursor {
  private static final String TORN = "a prefix is longer than its address or its message";

  private final RecordHead head = new RecordHead();
  private byte[] array = {};
  private int at;
  private int limit;
  private int section = RecordHead.DONE;
  private int width;
  private boolean withdrawn;
  private boolean plain;
  private int afi;
  private int safi;
  private int entries;
  private int hopAt;
  private int hopLength;
  private int start;
  private int pathId;
  private long group;
  private @Nullable PathAttributes replaced;
  private int givenHop;

  /// Stands before the first record.
  public RouteCursor() {}

  /// Begins before the first route of a record.
  ///
  /// @param start where the record begins
  /// @param end where it ends, exclusive
  /// @return whether the record is of a type that holds routes
  public boolean open(byte[] array, int start, int end) {
    replaced = null;
    this.array = array;
    group++;
    hopLength = -1;
    section = RecordHead.DONE;
    entries = 0;
    if (!head.read(array, start, end)) {
      return false;
    }
    if (head.isUpdate()) {
      section = RecordHead.BEGIN;
      limit = at;
      return true;
    }
    withdrawn = false;
    family(head.afi, head.safi);
    entries = head.entries;
    if (!head.isTable()) {
      at = head.prefixAt;
      limit = head.prefixEnd;
      hopAt = head.hopAt;
      hopLength = head.hopLength;
      return true;
    }
    readTablePrefix();
    at = head.entriesAt;
    return true;
  }

  /// Moves to the next route; false behind the last.
  public boolean next() {
    if (replaced != null) {
      replaced = null;
      hopLength = givenHop;
      group++;
    }
    if (section == RecordHead.DONE) {
      return entries > 0 && nextEntry();
    }
    while (at == limit || !nextPrefix()) {
      if (!nextSection()) {
        return false;
      }
    }
    return true;
  }

  private boolean nextSection() {
    group++;
    hopLength = -1;
    switch (++section) {
      case RecordHead.WITHDRAWN -> {
        region(head.withdrawnAt, head.withdrawnEnd, true);
        family(AfiSafi.AFI_IPV4, 1);
      }
      case RecordHead.UNREACH -> {
        region(0, 0, true);
        if (head.unreachAt > 0) {
          openUnreach();
        }
      }
      case RecordHead.ANNOUNCED -> {
        region(head.announcedAt, head.announcedEnd, false);
        family(AfiSafi.AFI_IPV4, 1);
      }
      case RecordHead.REACH -> {
        region(0, 0, false);
        if (head.reachAt > 0) {
          openReach();
        }
      }
      default -> {
        section = RecordHead.DONE;
        entries = 0;
        return false;
      }
    }
    return true;
  }

  private void openUnreach() {
    if (head.unreachEnd - head.unreachAt < 3) {
      head.fail(head.unreachAt, "MP_UNREACH_NLRI is shorter than its family");
      return;
    }
    region(head.unreachAt + 3, head.unreachEnd, true);
    family(Octets.u16(array, head.unreachAt), array[head.unreachAt + 2] & 0xff);
  }

  private void openReach() {
    int from = head.reachAt;
    int hop = head.reachEnd - from < 5 ? 255 : array[from + 3] & 0xff;
    if (head.reachEnd - from < 5 + hop) {
      head.fail(from, "MP_REACH_NLRI is shorter than its next hop");
      return;
    }
    hopAt = from + 4;
    hopLength = hop;
    region(from + 5 + hop, head.reachEnd, false);
    family(Octets.u16(array, from), array[from + 2] & 0xff);
  }

  private void region(int from, int to, boolean withdrawn) {
    this.at = from;
    this.limit = to;
    this.withdrawn = withdrawn;
  }

  private void family(int afi, int safi) {
    this.afi = afi;
    this.safi = safi;
    plain = RecordHead.isPlain(afi, safi);
    width = afi == AfiSafi.AFI_IPV4 ? 32 : 128;
  }

  private boolean nextPrefix() {
    start = at;
    if (!plain) {
      head.length = 0;
      at = limit;
      return true;
    }
    int here = at;
    if (head.pathIds) {
      if (limit - here < 5) {
        at = limit;
        return head.fail(start, TORN);
      }
      pathId = Octets.i32(array, here);
      here += 4;
    }
    int bits = array[here++] & 0xff;
    int octets = bits + 7 >>> 3;
    if (bits > width || octets > limit - here) {
      at = limit;
      return head.fail(start, TORN);
    }
    head.address(width, here, octets, bits);
    at = here + octets;
    return true;
  }

  private void readTablePrefix() {
    start = head.prefixAt;
    if (!plain) {
      head.length = 0;
      return;
    }
    int bits = array[start] & 0xff;
    if (bits > width) {
      head.fail(start, "a prefix is longer than its address");
      entries = 0;
      return;
    }
    head.address(width, start + 1, bits + 7 >>> 3, bits);
  }

  private boolean nextEntry() {
    group++;
    if (!head.isTable()) {
      entries = 0;
      return nextSingle();
    }
    while (entries-- > 0) {
      int attributes = at + (head.pathIds ? 12 : 8);
      if (attributes > head.end) {
        head.fail(at, "a table record ends before its last entry");
        break;
      }
      int peer = Octets.u16(array, at);
      head.attributesAt = attributes;
      head.attributesEnd = attributes + Octets.u16(array, attributes - 2);
      head.originated = Octets.i32(array, at + 2);
      pathId = head.pathIds ? Octets.i32(array, at + 6) : 0;
      if (head.attributesEnd > head.end) {
        head.fail(at, "the attributes of a table entry are longer than its record");
        break;
      }
      int here = at;
      at = head.attributesEnd;
      if (head.peer(peer)) {
        return true;
      }
      head.fail(here, "a table entry of a peer that is not in the table of peers");
    }
    entries = 0;
    return false;
  }

  /// The one route of a TABLE_DUMP or BGP4MP_ENTRY record.
  private boolean nextSingle() {
    start = at;
    plain = RecordHead.isPlain(afi, safi);
    pathId = 0;
    if (!plain) {
      head.length = 0;
      return true;
    }
    if (head.prefixBits > width) {
      head.fail(at, "a prefix is longer than its address");
      return false;
    }
    head.address(width, at, limit - at, head.prefixBits);
    return true;
  }

  RecordHead head() {
    return head;
  }

  boolean inFamily() {
    return section == RecordHead.REACH || section == RecordHead.UNREACH;
  }

  /// Returns the table of peers in force.
  public PeerIndexTable peers() {
    return head.peers;
  }

  /// Puts a table of peers in force, for records that do not follow it.
  public void peers(PeerIndexTable peers) {
    head.peers = peers;
  }

  /// Returns the type of the record, see [MrtType].
  public int type() {
    return head.type;
  }

  /// Returns the subtype of the record, see [MrtSubtype].
  public int subtype() {
    return head.subtype;
  }

  /// Returns when the record was written, in seconds since 1970.
  public long seconds() {
    return head.seconds & 0xffff_ffffL;
  }

  /// Returns the microseconds of that time, or -1 where the type has none.
  public long microseconds() {
    return head.microseconds;
  }

  /// Returns when a route of a table came or changed; for one of a message, the record's time.
  public long originated() {
    return (head.isUpdate() ? head.seconds : head.originated) & 0xffff_ffffL;
  }

  /// Returns a number that two routes share if they share peer, time, attributes and next hop.
  public long group() {
    return group;
  }

  /// Returns whether the route stands in a table; else a message announces or withdraws it.
  public boolean isTable() {
    return !head.isUpdate();
  }

  /// Returns whether the route is withdrawn.
  public boolean isWithdrawn() {
    return withdrawn;
  }

  /// Returns whether routes have path identifiers.
  public boolean hasPathId() {
    return head.pathIds;
  }

  /// Returns the path identifier, unsigned; 0 where there is none.
  public int pathId() {
    return head.pathIds ? pathId : 0;
  }

  /// Returns the address family identifier.
  public int afi() {
    return afi;
  }

  /// Returns the subsequent address family identifier.
  public int safi() {
    return safi;
  }

  /// Returns the family.
  public AfiSafi family() {
    return new AfiSafi(afi, safi);
  }

  /// Returns whether the route is a prefix; if not, [#nlri] has it and all others of its message.
  public boolean isPlain() {
    return plain;
  }

  /// Returns the octets of the route as they stand in the record.
  public Octets nlri() {
    int end = head.isTable() ? head.prefixEnd : head.isUpdate() ? at : limit;
    return new Octets(array, start, end - start);
  }

  /// Returns the length of the prefix in bits.
  public int length() {
    return head.length;
  }

  /// Returns the first 64 bits of the prefix; one of IPv4 stands in the first 32.
  public long high() {
    return head.high;
  }

  /// Returns the last 64 bits of the prefix; 0 for IPv4.
  public long low() {
    return head.low;
  }

  /// Returns whether the prefix is one of IPv4.
  public boolean isIpv4() {
    return width == 32;
  }

  /// Returns the prefix as a value.
  public Prefix prefix() {
    return width == 32
        ? new Prefix4((int) (head.high >>> 32), head.length)
        : new Prefix6(head.high, head.low, head.length);
  }

  /// Returns the number of the peer in the table of peers, or -1 outside of TABLE_DUMP_V2.
  public int peerIndex() {
    return head.peerIndex;
  }

  /// Returns the AS number of the peer, unsigned.
  public int peerAsnBits() {
    return head.peerAsn;
  }

  /// Returns the AS number of the peer.
  public Asn peerAsn() {
    return new Asn(head.peerAsn);
  }

  /// Returns whether the peer has an IPv6 address.
  public boolean isPeerIpv6() {
    return head.peerIpv6;
  }

  /// Returns the first 64 bits of the address of the peer, see [#high].
  public long peerHigh() {
    return head.peerHigh;
  }

  /// Returns the last 64 bits of the address of the peer; 0 for IPv4.
  public long peerLow() {
    return head.peerLow;
  }

  /// Returns the address of the peer.
  public IpAddress peerAddress() {
    return head.peerIpv6
        ? new Ipv6Address(head.peerHigh, head.peerLow)
        : new Ipv4Address((int) (head.peerHigh >>> 32));
  }

  /// Returns the path attributes; those of the message for a withdrawn route.
  public PathAttributes attributes() {
    return replaced != null
        ? replaced
        : new PathAttributes(
            new Octets(array, head.attributesAt, head.attributesEnd - head.attributesAt),
            head.fourOctet);
  }

  /// Gives this one route other attributes, with MP_REACH_NLRI as in tables (RFC 6396 section
  /// 4.3.4).
  public void replace(PathAttributes attributes) {
    if (replaced == null) {
      givenHop = hopLength;
    }
    replaced = attributes;
    hopLength = -1;
    group++;
  }

  /// Returns whether the attributes are others than the record has.
  public boolean isReplaced() {
    return replaced != null;
  }

  /// Returns the array that the record stands in.
  public byte[] array() {
    return array;
  }

  /// Returns the array that the path attributes stand in.
  public byte[] attributesArray() {
    return replaced != null ? replaced.octets().array() : array;
  }

  /// Returns where the path attributes begin in [#attributesArray].
  public int attributesStart() {
    return replaced != null ? replaced.octets().offset() : head.attributesAt;
  }

  /// Returns where the path attributes end in [#attributesArray], exclusive.
  public int attributesEnd() {
    return replaced != null ? replaced.octets().end() : head.attributesEnd;
  }

  /// Returns whether AS numbers in the attributes have four octets.
  public boolean isFourOctetAsn() {
    return replaced != null ? replaced.fourOctetAsn() : head.fourOctet;
  }

  /// Returns where in [#array] the next hop beside the route begins, see [#hopLength].
  public int hopStart() {
    return hopAt;
  }

  /// Returns how many octets the next hop in MP_REACH_NLRI has; -1 if the attributes have it.
  public int hopLength() {
    return hopLength;
  }

  /// Returns what is wrong with the record, or null as long as nothing was found.
  public @Nullable String fault() {
    return head.fault;
  }

  /// Returns where in [#array] the fault is.
  public int faultAt() {
    return head.faultAt;
  }
}
