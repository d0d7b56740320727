package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.wire.MpReach;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import org.jspecify.annotations.Nullable;

/// A route of a snapshot: where to, from whom, and its attributes, which are looked up when they
/// are asked for. Keeps the snapshot alive.
///
/// Two routes are equal if they say the same of the same prefix, path identifier and ingress
/// number, whatever their time, in whatever snapshot.
public final class RibRoute {
  private static final RovState[] STATES = RovState.values();

  private final RibSnapshot snapshot;
  private final TablePages table;
  private final int node;
  private final int[] slot;

  RibRoute(RibSnapshot snapshot, TablePages table, int node, int[] slot) {
    this.snapshot = snapshot;
    this.table = table;
    this.node = node;
    this.slot = slot;
  }

  static RovState rov(int owner) {
    return STATES[(owner & Slots.ROV_MASK) >>> Slots.ROV_SHIFT];
  }

  /// Returns the family.
  public AfiSafi family() {
    return table.family();
  }

  /// Returns the prefix.
  ///
  /// @throws IllegalStateException if the family has none, see [AfiSafi#isPlain]
  public Prefix prefix() {
    return switch (table) {
      case PrefixPages prefixes -> {
        int[] page = prefixes.trie().nodes()[node >>> TrieNodes.PAGE_SHIFT];
        int at = TrieNodes.offset(node);
        int length = page[at + TrieNodes.META] & 0xff;
        yield family().afi() == AfiSafi.AFI_IPV4
            ? new Prefix4(page[at], length)
            : new Prefix6(TrieNodes.high(page, at), TrieNodes.low(page, at), length);
      }
      case ExactPages _ -> throw new IllegalStateException("no prefixes in " + family());
    };
  }

  /// Returns the octets of the route in an UPDATE, without path identifier.
  public Octets nlri() {
    return switch (table) {
      case PrefixPages _ -> octets(prefix());
      case ExactPages exact -> exact.names().get(node);
    };
  }

  private static Octets octets(Prefix prefix) {
    byte[] all = new byte[17];
    all[0] = (byte) prefix.length();
    prefix.address().write(all, 1);
    return new Octets(all, 0, 1 + (prefix.length() + 7 >>> 3));
  }

  /// Returns the path identifier, unsigned; 0 where there are none.
  public int pathId() {
    return slot[Slots.PATH_ID];
  }

  /// Returns the number of the ingress.
  public int ingress() {
    return slot[Slots.OWNER] >>> Slots.INGRESS_SHIFT;
  }

  /// Returns the peer the route comes from.
  public Ingress peer() {
    return snapshot.ingress(ingress());
  }

  /// Returns when the route was announced last, in seconds since 1970.
  public long time() {
    return slot[Slots.TIME] & 0xffff_ffffL;
  }

  /// Returns what origin validation said of the route.
  public RovState rov() {
    return rov(slot[Slots.OWNER]);
  }

  /// Returns whether the session of the route is gone (RFC 4724).
  public boolean isStale() {
    return (slot[Slots.OWNER] & Slots.STALE) != 0;
  }

  /// Returns whether the route is stale for long: so marked here, or by a speaker on the way with
  /// LLGR_STALE (RFC 9494).
  public boolean isLongStale() {
    return (slot[Slots.OWNER] & Slots.LONG_STALE) != 0 || hasCommunity(0xffff0006);
  }

  private boolean hasCommunity(int bits) {
    Octets all = value(AttributeType.COMMUNITIES);
    for (int at = 0; all != null && at + 4 <= all.length(); at += 4) {
      if (all.i32(at) == bits) {
        return true;
      }
    }
    return false;
  }

  /// Returns the octets of the next hop as MP_REACH_NLRI or NEXT_HOP have them; empty if there is
  /// none.
  public Octets nextHopOctets() {
    return snapshot.attributes().hop(slot[Slots.HOP]);
  }

  /// Returns where to send packets; null if there is no address.
  public @Nullable IpAddress nextHop() {
    return new MpReach(family(), nextHopOctets(), Octets.EMPTY).address();
  }

  /// Returns all attributes in one piece, in the order in which they came, AS numbers in four
  /// octets; MP_REACH_NLRI is not among them. They are put together for the call.
  public PathAttributes attributes() {
    return snapshot.attributes().attributes(slot[Slots.SET], slot[Slots.HOP]);
  }

  /// Returns the value of an attribute, not copied; null if there is none.
  public @Nullable Octets value(int type) {
    return frame().value(type);
  }

  private Frame frame() {
    return snapshot.attributes().frame(slot[Slots.SET], slot[Slots.HOP]);
  }

  /// Returns the AS path; empty if there is none.
  public AsPath asPath() {
    return snapshot.attributes().path(slot[Slots.SET]);
  }

  /// Returns the origin AS, unsigned; 0 if there is none.
  public int originBits() {
    return snapshot.attributes().sets().get(slot[Slots.SET], SetPages.ORIGIN);
  }

  /// Returns how the route came into BGP; null if it does not say.
  public @Nullable Origin origin() {
    Octets value = value(AttributeType.ORIGIN);
    return value == null || value.length() != 1 ? null : Origin.of(value.u8(0));
  }

  /// Returns the multi-exit discriminator, or -1 if there is none.
  public long med() {
    return number(AttributeType.MULTI_EXIT_DISC);
  }

  /// Returns the local preference, or -1 if there is none.
  public long localPreference() {
    return number(AttributeType.LOCAL_PREF);
  }

  private long number(int type) {
    Octets value = value(type);
    return value == null || value.length() != 4 ? -1 : value.u32(0);
  }

  /// Returns whether another route has the same attributes and next hop.
  public boolean saysTheSameAs(RibRoute other) {
    if (snapshot == other.snapshot) {
      return slot[Slots.SET] == other.slot[Slots.SET] && slot[Slots.HOP] == other.slot[Slots.HOP];
    }
    return frame().equals(other.frame());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RibRoute that
        && family().equals(that.family())
        && ingress() == that.ingress()
        && pathId() == that.pathId()
        && nlri().equals(that.nlri())
        && saysTheSameAs(that);
  }

  @Override
  public int hashCode() {
    return (nlri().hashCode() * 31 + ingress()) * 31 + pathId();
  }

  /// Returns prefix, peer and AS path.
  @Override
  public String toString() {
    String what = family().isPlain() ? prefix().toString() : nlri().toString();
    String path = pathId() == 0 ? "" : " path " + Integer.toUnsignedString(pathId());
    return what + path + " from " + peer() + ": " + asPath();
  }
}
