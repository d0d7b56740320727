package dev.weir.bgp.filter;

import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.RotoName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a route came in: the peer that announced it, and where that was seen. Immutable, made once
/// for each peer and shared by its routes.
@Doc(
    "Where a route came in: the peer that announced it, and where that was seen. Also called"
        + " `Peer`.")
public final class IngressInfo {
  /// Nothing is known: AS 0 at 0.0.0.0.
  public static final IngressInfo UNKNOWN = of(new Ipv4Address(0), new Asn(0));

  private final IpAddress peerAddress;
  private final Asn peerAsn;
  private final @Nullable Ipv4Address routerId;
  private final RibType ribType;
  private final @Nullable RouteDistinguisher distinguisher;
  private final @Nullable String vrf;
  private final @Nullable String source;

  private IngressInfo(
      IpAddress peerAddress,
      Asn peerAsn,
      @Nullable Ipv4Address routerId,
      RibType ribType,
      @Nullable RouteDistinguisher distinguisher,
      @Nullable String vrf,
      @Nullable String source) {
    this.peerAddress = peerAddress;
    this.peerAsn = peerAsn;
    this.routerId = routerId;
    this.ribType = ribType;
    this.distinguisher = distinguisher;
    this.vrf = vrf;
    this.source = source;
  }

  /// A peer of a session or an archive, of which no more is known.
  public static IngressInfo of(IpAddress peerAddress, Asn peerAsn) {
    return new IngressInfo(peerAddress, peerAsn, null, RibType.ADJ_RIB_IN_PRE, null, null, null);
  }

  /// The same with the peer's BGP identifier (RFC 4271 section 4.2).
  public IngressInfo withRouterId(@Nullable Ipv4Address id) {
    return new IngressInfo(peerAddress, peerAsn, id, ribType, distinguisher, vrf, source);
  }

  /// The same in another table of the router.
  public IngressInfo withRibType(RibType type) {
    return new IngressInfo(peerAddress, peerAsn, routerId, type, distinguisher, vrf, source);
  }

  /// The same in a virtual router: its distinguisher (RFC 7854 section 4.2) and its name (RFC 9069
  /// section 5.3), either of which may be missing.
  public IngressInfo withVrf(@Nullable RouteDistinguisher rd, @Nullable String name) {
    return new IngressInfo(peerAddress, peerAsn, routerId, ribType, rd, name, source);
  }

  /// The same with the name of the router, collector or file that told of the peer.
  public IngressInfo withSource(@Nullable String name) {
    return new IngressInfo(peerAddress, peerAsn, routerId, ribType, distinguisher, vrf, name);
  }

  /// Returns the address of the peer.
  @Doc("The address of the peer.")
  public IpAddress peerAddress() {
    return peerAddress;
  }

  /// Returns the AS of the peer.
  @Doc("The AS of the peer.")
  public Asn peerAsn() {
    return peerAsn;
  }

  /// Returns the BGP identifier as scripts see it.
  @Doc("The BGP identifier of the peer, as an address, if it is known.")
  @RotoName("router_id")
  @Nullable IpAddress identifier() {
    return routerId;
  }

  /// Returns the distinguisher as scripts see it.
  @Doc("The distinguisher of the virtual router that the peer is in, as text, if it is in one.")
  @RotoName("distinguisher")
  @Nullable String distinguisherText() {
    return distinguisher == null ? null : distinguisher.toString();
  }

  /// Returns the BGP identifier of the peer; null if it is not known.
  public @Nullable Ipv4Address routerId() {
    return routerId;
  }

  /// Returns which table of the router the routes are in.
  @Doc("Which table of the router the route is in.")
  public RibType ribType() {
    return ribType;
  }

  /// Returns the distinguisher of the virtual router that the peer is in; null outside of one.
  public @Nullable RouteDistinguisher distinguisher() {
    return distinguisher;
  }

  /// Returns the name of the virtual router or table; null if none was told.
  @Doc("The name of the virtual router or table, if one was told.")
  public @Nullable String vrf() {
    return vrf;
  }

  /// Returns the router, collector or file that told of the peer; null if nobody said.
  @Doc("The router, collector or file that told of the peer, if anybody said.")
  public @Nullable String source() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IngressInfo that
        && peerAddress.equals(that.peerAddress)
        && peerAsn.equals(that.peerAsn)
        && Objects.equals(routerId, that.routerId)
        && ribType == that.ribType
        && Objects.equals(distinguisher, that.distinguisher)
        && Objects.equals(vrf, that.vrf)
        && Objects.equals(source, that.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(peerAddress, peerAsn, ribType, distinguisher, vrf, source);
  }

  /// Returns the address and the AS: `192.0.2.1 AS64496`.
  @Override
  public String toString() {
    return peerAddress + " " + peerAsn;
  }
}
