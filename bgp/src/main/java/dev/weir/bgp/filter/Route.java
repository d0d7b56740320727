package dev.weir.bgp.filter;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.RovState;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Origin;
import dev.weir.bgp.wire.PrefixCursor;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import dev.weir.inet.PrefixSet;
import dev.weir.roto.host.Doc;
import org.jspecify.annotations.Nullable;

/// One route as a policy sees it: a prefix that a peer announces or withdraws, with its attributes.
///
/// **Idea.** A table or an archive has millions of routes, and a policy looks at little of each. So
/// there is one object for each thread, which its owner moves from route to route: [#share] turns
/// to the attributes of a message or table entry, [#announce] and [#withdraw] to one of its
/// prefixes. The prefix is kept as bits, the attributes as the octets they came in, with an index
/// of where each lies, made at the first question and kept until the next `share`.
///
/// **Invariant.** `original` is what the owner gave and is never written to. A change makes fresh
/// octets with all attributes in canonical form: four-octet AS numbers, ascending types, one
/// attribute of each type, the shortest length fields, MP_REACH_NLRI reduced to its next hop as in
/// RFC 6396 section 4.3.4 (the family is in [#family], the prefix in [#prefix]), no
/// MP_UNREACH_NLRI. The next `announce`, `withdraw` or `share` forgets changes.
///
/// **Cost.** Moving writes a few fields. Predicates allocate nothing; values such as [#prefix] are
/// made when asked for. Belongs to the thread that moves it.
@Doc("A route: a prefix that a peer announces or withdraws, with its attributes.")
public final class Route {
  private final AttributeIndex index = new AttributeIndex();
  private IngressInfo ingress = IngressInfo.UNKNOWN;
  private PathAttributes original = PathAttributes.NONE;
  private PathAttributes attributes = PathAttributes.NONE;
  private long timestamp;
  private @Nullable IpAddress givenNextHop;
  private @Nullable IpAddress originalNextHop;
  private @Nullable AsPath merged;

  private AfiSafi family = AfiSafi.IPV4_UNICAST;
  private boolean withdrawal;
  private boolean hasPrefix;
  private boolean ipv4 = true;
  private long high;
  private long low;
  private int length;
  private int pathId;
  private Octets nlri = Octets.EMPTY;
  private @Nullable Prefix prefix;
  private RovState rovStatus = RovState.NOT_CHECKED;

  /// Makes a route that has not been moved anywhere: no attributes, no prefix.
  public Route() {}

  /// A route of its own, for values that are few.
  public static Route of(
      IngressInfo ingress, PathAttributes attributes, AfiSafi family, Prefix prefix) {
    Route route = new Route();
    route.share(ingress, attributes, 0);
    route.announce(family, prefix, 0);
    return route;
  }

  // ---- moving -----------------------------------------------------------------------------------

  /// Turns to the attributes of a message or of a table entry, which all routes until the next call
  /// have in common.
  ///
  /// @param micros when it was received, in microseconds since 1970 UTC; 0 if nobody knows
  public void share(IngressInfo from, PathAttributes set, long micros) {
    ingress = from;
    original = set;
    timestamp = micros;
    givenNextHop = null;
    originalNextHop = null;
    turnTo(set);
  }

  /// Says where packets for the route are to go, for owners who keep that apart from the
  /// attributes; counts until the next [#share].
  public void giveNextHop(@Nullable IpAddress address) {
    givenNextHop = address;
    originalNextHop = address;
  }

  /// Says what origin validation found; counts until the route is moved.
  public void giveRovStatus(RovState state) {
    rovStatus = state;
  }

  /// Turns to the announced prefix that a cursor is at.
  public void announce(AfiSafi kind, PrefixCursor at) {
    move(kind, false, at);
  }

  /// Turns to the withdrawn prefix that a cursor is at.
  public void withdraw(AfiSafi kind, PrefixCursor at) {
    move(kind, true, at);
  }

  /// Turns to an announced prefix.
  ///
  /// @param id the path identifier (RFC 7911), unsigned; 0 where there is none
  public void announce(AfiSafi kind, Prefix at, int id) {
    begin(kind, false, id);
    put(at);
  }

  /// Turns to a withdrawn prefix.
  ///
  /// @param id the path identifier (RFC 7911), unsigned; 0 where there is none
  public void withdraw(AfiSafi kind, Prefix at, int id) {
    begin(kind, true, id);
    put(at);
  }

  /// Turns to a route of a family whose routes are more than a prefix, or none.
  ///
  /// @param gone whether it is withdrawn
  /// @param octets the route as the family writes it, without its path identifier
  /// @param at the prefix in it; null if it has none
  /// @param id the path identifier (RFC 7911), unsigned; 0 where there is none
  public void move(AfiSafi kind, boolean gone, Octets octets, @Nullable Prefix at, int id) {
    begin(kind, gone, id);
    nlri = octets;
    if (at != null) {
      put(at);
    }
  }

  /// Turns to the bits of a prefix.
  ///
  /// @param kind of IPv4 or IPv6
  /// @param gone whether it is withdrawn
  /// @param first the first 64 bits of the address; those of IPv4 are in the first 32 of them
  /// @param second the last 64 bits of the address; 0 for IPv4
  /// @param bits the length of the prefix, behind which no bit may be set
  /// @param id the path identifier (RFC 7911), unsigned; 0 where there is none
  public void move(AfiSafi kind, boolean gone, long first, long second, int bits, int id) {
    begin(kind, gone, id);
    hasPrefix = true;
    ipv4 = kind.afi() == AfiSafi.AFI_IPV4;
    high = first;
    low = second;
    length = bits;
  }

  private void move(AfiSafi kind, boolean gone, PrefixCursor at) {
    begin(kind, gone, at.pathId());
    hasPrefix = true;
    ipv4 = at.isIpv4();
    high = at.high();
    low = at.low();
    length = at.length();
  }

  private void begin(AfiSafi kind, boolean gone, int id) {
    family = kind;
    withdrawal = gone;
    pathId = id;
    hasPrefix = false;
    prefix = null;
    nlri = Octets.EMPTY;
    rovStatus = RovState.NOT_CHECKED;
    if (attributes != original) {
      revert();
    }
  }

  private void put(Prefix at) {
    hasPrefix = true;
    prefix = at;
    length = at.length();
    switch (at) {
      case Prefix4 four -> {
        ipv4 = true;
        high = (long) four.bits() << 32;
        low = 0;
      }
      case Prefix6 six -> {
        ipv4 = false;
        high = six.high();
        low = six.low();
      }
    }
  }

  private void turnTo(PathAttributes set) {
    attributes = set;
    merged = null;
    index.over(set);
  }

  /// A copy that stays where it is, with attributes of its own.
  public Route detach() {
    Route copy = new Route();
    copy.share(
        ingress,
        new PathAttributes(attributes.octets().detach(), attributes.fourOctetAsn()),
        timestamp);
    copy.giveNextHop(givenNextHop);
    copy.move(family, withdrawal, nlri.detach(), hasPrefix ? prefix() : null, pathId);
    copy.rovStatus = rovStatus;
    return copy;
  }

  // ---- the route --------------------------------------------------------------------------------

  /// Returns where the route came in.
  public IngressInfo ingress() {
    return ingress;
  }

  /// Returns when the route was received, in microseconds since 1970 UTC; 0 if nobody knows.
  public long timestamp() {
    return timestamp;
  }

  /// Returns what kind of route it is.
  public AfiSafi family() {
    return family;
  }

  /// Returns whether the route is withdrawn; then it has no attributes.
  public boolean isWithdrawal() {
    return withdrawal;
  }

  /// Returns the path identifier (RFC 7911), unsigned; 0 where there is none.
  public int pathId() {
    return pathId;
  }

  /// Returns whether the route is for a prefix; those of some families are not.
  public boolean hasPrefix() {
    return hasPrefix;
  }

  /// Returns the prefix.
  ///
  /// @throws IllegalStateException if the route has none, see [#hasPrefix]
  public Prefix prefix() {
    Prefix known = prefix;
    if (known == null) {
      requirePrefix();
      known = ipv4 ? new Prefix4((int) (high >>> 32), length) : new Prefix6(high, low, length);
      prefix = known;
    }
    return known;
  }

  /// Returns how many leading bits the addresses of the prefix share.
  ///
  /// @throws IllegalStateException if the route has none, see [#hasPrefix]
  public int prefixLength() {
    requirePrefix();
    return length;
  }

  /// Returns whether the prefix is this one.
  public boolean prefixIs(Prefix other) {
    return hasPrefix
        && length == other.length()
        && switch (other) {
          case Prefix4 four -> ipv4 && (int) (high >>> 32) == four.bits();
          case Prefix6 six -> !ipv4 && high == six.high() && low == six.low();
        };
  }

  /// Returns whether the prefix is one of IPv4; without a prefix, whether the family is.
  public boolean isIpv4() {
    return hasPrefix ? ipv4 : family.afi() == AfiSafi.AFI_IPV4;
  }

  /// Returns whether the prefix is one of IPv6; without a prefix, whether the family is.
  public boolean isIpv6() {
    return hasPrefix ? !ipv4 : family.afi() == AfiSafi.AFI_IPV6;
  }

  /// Returns whether the prefix is in a set.
  public boolean prefixIn(PrefixSet set) {
    return hasPrefix && set.contains(ipv4, high, low, length);
  }

  /// Returns whether the prefix is this one or lies in it.
  public boolean prefixWithin(Prefix block) {
    int bits = block.length();
    if (!hasPrefix || length < bits) {
      return false;
    }
    return switch (block) {
      case Prefix4 four -> ipv4 && agree(high, (long) four.bits() << 32, bits);
      case Prefix6 six ->
          !ipv4
              && agree(high, six.high(), Math.min(bits, Long.SIZE))
              && agree(low, six.low(), Math.max(bits - Long.SIZE, 0));
    };
  }

  private static boolean agree(long a, long b, int leading) {
    return leading == 0 || (a ^ b) >>> Long.SIZE - leading == 0;
  }

  /// Returns the octets of a route whose family has more than a prefix; empty for plain families.
  public Octets nlri() {
    return nlri;
  }

  /// Returns what origin validation said of the route.
  public RovState rovStatus() {
    return rovStatus;
  }

  private void requirePrefix() {
    if (!hasPrefix) {
      throw new IllegalStateException("a route of " + family + " has no prefix");
    }
  }

  // ---- attributes -------------------------------------------------------------------------------

  /// Returns the attributes as they are now.
  public PathAttributes attributes() {
    return attributes;
  }

  /// Returns the attributes as the owner gave them.
  public PathAttributes originalAttributes() {
    return original;
  }

  /// Returns whether the attributes have been changed since the route was moved here.
  public boolean isChanged() {
    return attributes != original;
  }

  /// Where each attribute lies.
  AttributeIndex index() {
    return index;
  }

  /// Returns whether there is an attribute of a type.
  ///
  /// @param type 0 to 255
  public boolean hasAttribute(int type) {
    return index.has(type);
  }

  /// Returns the value of an attribute; null if there is none.
  ///
  /// @param type 0 to 255
  public @Nullable Octets attribute(int type) {
    return index.value(type);
  }

  /// Returns a number of four octets, 0 to 4,294,967,295; -1 if the attribute is missing or has
  /// another length.
  ///
  /// @param type 0 to 63
  long number(int type) {
    return index.has(type, 4) ? Octets.i32(index.array(), index.offset(type)) & 0xffff_ffffL : -1;
  }

  /// Returns the multi-exit discriminator, or -1 if there is none.
  public long med() {
    return number(AttributeType.MULTI_EXIT_DISC);
  }

  /// Returns the local preference, or -1 if there is none.
  public long localPreference() {
    return number(AttributeType.LOCAL_PREF);
  }

  /// Returns how the route came into BGP; null if the attribute is missing or has no meaning.
  public @Nullable Origin origin() {
    return index.has(AttributeType.ORIGIN, 1)
        ? Origin.of(index.array()[index.offset(AttributeType.ORIGIN)] & 0xff)
        : null;
  }

  /// Returns the path in four-octet AS numbers (RFC 6793); null if there is none.
  public @Nullable AsPath asPath() {
    if (!attributes.fourOctetAsn()) {
      return mergedPath();
    }
    Octets value = index.value(AttributeType.AS_PATH);
    return value == null ? null : new AsPath(value, true);
  }

  private @Nullable AsPath mergedPath() {
    if (merged == null) {
      merged = attributes.asPath();
    }
    return merged;
  }

  /// Returns the AS that the route comes from, or -1 if there is none, see [AsPath#origin].
  public long originAs() {
    AsPath path = asPath();
    return path == null ? -1 : path.originBits();
  }

  /// Returns whether an AS stands anywhere in the path.
  public boolean pathContains(Asn asn) {
    AsPath path = asPath();
    return path != null && path.contains(asn.bits());
  }

  /// Returns where packets are to go; null if nothing says so.
  public @Nullable IpAddress nextHop() {
    if (givenNextHop != null) {
      return givenNextHop;
    }
    if (index.has(AttributeType.NEXT_HOP, 4)) {
      return new Ipv4Address(Octets.i32(index.array(), index.offset(AttributeType.NEXT_HOP)));
    }
    Octets reach = index.value(AttributeType.MP_REACH_NLRI);
    return reach == null ? null : NextHops.address(NextHops.octets(reach));
  }

  // ---- changes ----------------------------------------------------------------------------------

  /// Sets an attribute, in place of any of its type.
  ///
  /// @param flags as [dev.weir.bgp.path.RawAttribute] has them; the length flag is set as needed
  /// @param type 0 to 255
  public void setAttribute(int flags, int type, Octets value) {
    turnTo(AttributeEdit.of(attributes).with(flags, type, value).build());
  }

  /// Removes an attribute, if it is there.
  ///
  /// @param type 0 to 255
  public void removeAttribute(int type) {
    if (index.has(type)) {
      turnTo(AttributeEdit.of(attributes).without(type).build());
    }
  }

  /// Sets where packets are to go: NEXT_HOP for IPv4 unicast, else, and for an IPv6 address (RFC
  /// 8950), the next hop of MP_REACH_NLRI.
  public void setNextHop(IpAddress address) {
    givenNextHop = null;
    boolean plain = family.equals(AfiSafi.IPV4_UNICAST) && address instanceof Ipv4Address;
    AttributeEdit edit = AttributeEdit.of(attributes);
    turnTo((plain ? edit.withNextHop(address) : edit.withReach(family, address)).build());
  }

  /// Forgets all changes.
  public void revert() {
    restore(original, originalNextHop);
  }

  /// The next hop that the owner keeps apart from the attributes.
  @Nullable IpAddress givenNextHop() {
    return givenNextHop;
  }

  /// Goes back to what [#attributes] and [#givenNextHop] were.
  void restore(PathAttributes before, @Nullable IpAddress nextHop) {
    givenNextHop = nextHop;
    if (attributes != before) {
      turnTo(before);
    }
  }

  /// Returns the prefix and who announces or withdraws it.
  @Override
  public String toString() {
    return (withdrawal ? "withdrawal of " : "")
        + (hasPrefix ? prefix() : family + " " + nlri)
        + (pathId == 0 ? "" : " path " + Integer.toUnsignedString(pathId))
        + " from "
        + ingress;
  }
}
