package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.nio.charset.StandardCharsets;

/// The peers of a table dump, to which its later records refer by number (RFC 6396 section 4.3.1).
///
/// ```
/// collector BGP ID (4)  length of view name (2)  view name  number of peers (2)
/// for each peer: flags (1)  BGP ID (4)  address (4 or 16)  AS number (2 or 4)
/// ```
///
/// The peers stand in arrays, so that a route of a table finds its peer without an allocation.
public final class PeerIndexTable {
  /// No peers: what is in force before the first table.
  public static final PeerIndexTable NONE = new PeerIndexTable(Octets.EMPTY, 0);

  private static final int IPV6 = 1;
  private static final int FOUR_OCTET_ASN = 2;

  private final Octets body;
  private final int[] flags;
  private final int[] ids;
  private final long[] high;
  private final long[] low;
  private final int[] asns;
  private final int size;

  private PeerIndexTable(Octets body, int announced) {
    this.body = body;
    // A peer has at least 11 octets: the number is not believed beyond what is there.
    int most = Math.min(announced, body.length() / 11 + 1);
    flags = new int[most];
    ids = new int[most];
    high = new long[most];
    low = new long[most];
    asns = new int[most];
    size = announced == 0 ? 0 : readPeers(announced);
  }

  /// Views the message of a PEER_INDEX_TABLE record; of a damaged one, the peers that are whole.
  public static PeerIndexTable read(Octets message) {
    int name = message.length() >= 8 ? message.u16(4) : 0;
    if (message.length() < 8 + name) {
      return new PeerIndexTable(message, 0);
    }
    return new PeerIndexTable(message, message.u16(6 + name));
  }

  private int readPeers(int announced) {
    int at = 8 + body.u16(4);
    for (int i = 0; i < announced; i++) {
      if (at >= body.length()) {
        return i;
      }
      int kind = body.u8(at);
      int wide = (kind & IPV6) != 0 ? 16 : 4;
      int number = (kind & FOUR_OCTET_ASN) != 0 ? 4 : 2;
      if (body.length() - at < 5 + wide + number) {
        return i;
      }
      flags[i] = kind;
      ids[i] = body.i32(at + 1);
      high[i] = wide == 16 ? body.i64(at + 5) : body.u32(at + 5) << 32;
      low[i] = wide == 16 ? body.i64(at + 13) : 0;
      asns[i] = number == 4 ? body.i32(at + 5 + wide) : body.u16(at + 5 + wide);
      at += 5 + wide + number;
    }
    return announced;
  }

  /// Returns the message as it stands in the archive.
  public Octets octets() {
    return body;
  }

  /// Returns how many peers there are.
  public int size() {
    return size;
  }

  /// Returns whether the record ends before its last peer, or has no room for its own head.
  public boolean isTorn() {
    return body.length() < 8 || body.length() < 8 + body.u16(4) || size < body.u16(6 + body.u16(4));
  }

  /// Returns the BGP identifier of the collector.
  public Ipv4Address collectorId() {
    return new Ipv4Address(body.length() < 4 ? 0 : body.i32(0));
  }

  /// Returns the name of the view, often empty.
  public String viewName() {
    if (body.length() < 8 || body.length() < 8 + body.u16(4)) {
      return "";
    }
    Octets name = body.slice(6, body.u16(4));
    return new String(name.array(), name.offset(), name.length(), StandardCharsets.UTF_8);
  }

  /// Returns the BGP identifier of a peer.
  public Ipv4Address id(int peer) {
    return new Ipv4Address(ids[peer]);
  }

  /// Returns the address of a peer.
  public IpAddress address(int peer) {
    return isIpv6(peer)
        ? new Ipv6Address(high[peer], low[peer])
        : new Ipv4Address((int) (high[peer] >>> 32));
  }

  /// Returns the AS number of a peer.
  public Asn asn(int peer) {
    return new Asn(asns[peer]);
  }

  /// Returns the AS number of a peer as 32 bits, unsigned.
  public int asnBits(int peer) {
    return asns[peer];
  }

  /// Returns whether a peer has an IPv6 address.
  public boolean isIpv6(int peer) {
    return (flags[peer] & IPV6) != 0;
  }

  /// Returns whether the AS number of a peer has four octets in the archive.
  public boolean isFourOctetAsn(int peer) {
    return (flags[peer] & FOUR_OCTET_ASN) != 0;
  }

  /// Returns the first 64 bits of the address of a peer; one of IPv4 stands in the first 32.
  public long addressHigh(int peer) {
    return high[peer];
  }

  /// Returns the last 64 bits of the address of a peer; 0 for IPv4.
  public long addressLow(int peer) {
    return low[peer];
  }

  @Override
  public String toString() {
    return size + " peers of " + collectorId();
  }
}
