package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import org.jspecify.annotations.Nullable;

/// The per-peer header, as a view over its 42 octets (RFC 7854 section 4.2, RFC 8671 section 4, RFC
/// 9069 section 4.1).
///
/// ```
/// peer type (1)  flags (1)  distinguisher (8)  address (16)  AS (4)  BGP identifier (4)
/// seconds (4)  microseconds (4)
/// ```
///
/// What the flags mean depends on the peer type: V, L, A and O for a peer with a session, F alone
/// for the Loc-RIB, which is no peer but has a header all the same.
///
/// @param octets 42 octets
public record PeerHeader(Octets octets) {
  /// Octets of the header.
  public static final int OCTETS = 42;

  /// A peer of the global table.
  public static final int GLOBAL = 0;

  /// A peer of a virtual private network; the distinguisher says which.
  public static final int DISTINGUISHED = 1;

  /// A peer in a scope that the router alone knows.
  public static final int LOCAL = 2;

  /// Not a peer, but the router's own table (RFC 9069).
  public static final int LOC_RIB = 3;

  /// V: the address is of IPv6.
  public static final int FLAG_IPV6 = 0x80;

  /// L: the routes are as they are behind the policy.
  public static final int FLAG_POST_POLICY = 0x40;

  /// A: AS_PATH has AS numbers of two octets.
  public static final int FLAG_TWO_OCTET_ASN = 0x20;

  /// O: the routes are those sent to the peer (RFC 8671).
  public static final int FLAG_ADJ_RIB_OUT = 0x10;

  /// F, of the Loc-RIB: the routes are only some of the table (RFC 9069).
  public static final int FLAG_FILTERED = 0x80;

  /// Checks the length.
  ///
  /// @throws IllegalArgumentException if there are not 42 octets
  public PeerHeader {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("no per-peer header: " + octets.length() + " octets");
    }
  }

  /// Builds a header.
  ///
  /// @param type the peer type
  /// @param flags the flags that depend on the type; V is set here if the address is of IPv6
  /// @param distinguisher zero where there is none
  /// @param address the peer's address; null for the Loc-RIB
  /// @param asn the peer's AS
  /// @param identifier the peer's BGP identifier
  /// @param micros when it happened, microseconds since 1970-01-01T00:00:00Z; 0 if not known
  public static PeerHeader of(
      int type,
      int flags,
      RouteDistinguisher distinguisher,
      @Nullable IpAddress address,
      Asn asn,
      Ipv4Address identifier,
      long micros) {
    OctetsWriter out = new OctetsWriter(OCTETS);
    out.u8(type).u8(address instanceof Ipv6Address ? flags | FLAG_IPV6 : flags);
    out.u64(distinguisher.bits());
    switch (address) {
      case null -> out.u64(0).u64(0);
      case Ipv4Address four -> out.u64(0).u32(0).u32(four.bits());
      case Ipv6Address six -> out.u64(six.high()).u64(six.low());
    }
    out.u32(asn.bits()).u32(identifier.bits());
    out.u32((int) (micros / 1_000_000)).u32((int) (micros % 1_000_000));
    return new PeerHeader(out.toOctets());
  }

  /// Returns the peer type: [#GLOBAL], [#DISTINGUISHED], [#LOCAL], [#LOC_RIB] or one not known.
  public int type() {
    return octets.u8(0);
  }

  /// Returns the eight flags.
  public int flags() {
    return octets.u8(1);
  }

  /// Returns whether the header is of a router's own table, not of a peer.
  public boolean isLocRib() {
    return type() == LOC_RIB;
  }

  /// Returns whether the address is of IPv6.
  public boolean isIpv6() {
    return !isLocRib() && hasFlag(FLAG_IPV6);
  }

  /// Returns whether the routes are as they are behind the policy.
  public boolean isPostPolicy() {
    return !isLocRib() && hasFlag(FLAG_POST_POLICY);
  }

  /// Returns whether AS_PATH is said to have AS numbers of two octets; not every router says it
  /// right, see [AsnWidth].
  public boolean isTwoOctetAsn() {
    return !isLocRib() && hasFlag(FLAG_TWO_OCTET_ASN);
  }

  /// Returns whether the routes are those sent to the peer.
  public boolean isAdjRibOut() {
    return !isLocRib() && hasFlag(FLAG_ADJ_RIB_OUT);
  }

  /// Returns whether the routes are only some of the router's own table.
  public boolean isFiltered() {
    return isLocRib() && hasFlag(FLAG_FILTERED);
  }

  private boolean hasFlag(int flag) {
    return (flags() & flag) != 0;
  }

  /// Returns which table the routes are of.
  public RibKind rib() {
    if (isLocRib()) {
      return RibKind.LOC_RIB;
    }
    if (isAdjRibOut()) {
      return isPostPolicy() ? RibKind.ADJ_RIB_OUT_POST : RibKind.ADJ_RIB_OUT_PRE;
    }
    return isPostPolicy() ? RibKind.ADJ_RIB_IN_POST : RibKind.ADJ_RIB_IN_PRE;
  }

  /// Returns which of several tables with the same addresses the peer belongs to; zero for the
  /// global one.
  public RouteDistinguisher distinguisher() {
    return new RouteDistinguisher(octets.i64(2));
  }

  /// Returns the peer's address; null for the Loc-RIB, which has none.
  public @Nullable IpAddress address() {
    if (isLocRib()) {
      return null;
    }
    return isIpv6()
        ? new Ipv6Address(octets.i64(10), octets.i64(18))
        : new Ipv4Address(octets.i32(22));
  }

  /// Returns the peer's AS.
  public Asn asn() {
    return new Asn(octets.i32(26));
  }

  /// Returns the peer's BGP identifier.
  public Ipv4Address identifier() {
    return new Ipv4Address(octets.i32(30));
  }

  /// Returns the seconds of the time, since 1970-01-01T00:00:00Z, unsigned; 0 if not known.
  public long seconds() {
    return octets.u32(34);
  }

  /// Returns the microseconds of the time; a million or more if the router wrote nonsense.
  public long microseconds() {
    return octets.u32(38);
  }

  /// Returns when it happened, microseconds since 1970-01-01T00:00:00Z; 0 if not known.
  public long micros() {
    return seconds() * 1_000_000 + microseconds();
  }

  /// Returns who the peer is, without what changes from message to message.
  public PeerKey key() {
    return new PeerKey(type(), octets.i64(2), octets.i64(10), octets.i64(18));
  }

  /// Returns the name of a peer type as the RFCs write it, or `Type n`.
  public static String typeName(int type) {
    return switch (type) {
      case GLOBAL -> "Global Instance";
      case DISTINGUISHED -> "RD Instance";
      case LOCAL -> "Local Instance";
      case LOC_RIB -> "Loc-RIB Instance";
      default -> "Type " + type;
    };
  }
}
