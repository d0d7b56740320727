package dev.weir.bgp.filter;

import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.BmpType;
import dev.weir.bgp.bmp.PeerHeader;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.LargeCommunity;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.type.StandardCommunity;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.roto.host.Doc;
import dev.weir.roto.host.Unsigned;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A BMP message as a policy sees it: the first parameter of the hook `bmp_in`. What it asks of the
/// UPDATE is answered from that in a Route Monitoring message; other messages have none, and answer
/// as an UPDATE without anything in it.
@Doc("A BMP message. Also called `BmpMsg`.")
public final class MonitoringMessage {
  private static final int HEADER = 19;
  private static final int UPDATE = 2;
  private static final UpdateView NOTHING =
      Objects.requireNonNull(UpdateView.read(Octets.parseHex("00000000"), Negotiated.USUAL));

  private final BmpMessage message;
  private final BgpMessage update;

  private MonitoringMessage(BmpMessage message, BgpMessage update) {
    this.message = message;
    this.update = update;
  }

  /// A message over what was received.
  ///
  /// @param negotiated what UPDATEs of the peer were sent under
  public static MonitoringMessage of(BmpMessage message, Negotiated negotiated) {
    UpdateView update = null;
    if (message instanceof RouteMonitoring monitoring) {
      Octets whole = monitoring.update();
      update =
          whole.length() < HEADER || whole.u8(HEADER - 1) != UPDATE
              ? null
              : UpdateView.read(whole.from(HEADER), negotiated);
    }
    return new MonitoringMessage(message, BgpMessage.of(update == null ? NOTHING : update));
  }

  /// Returns the message.
  public BmpMessage message() {
    return message;
  }

  /// Returns the UPDATE in it.
  @Doc("The UPDATE in it; one without anything in it if the message has none.")
  public BgpMessage bgpMessage() {
    return update;
  }

  /// Returns whether the message brings routes.
  @Doc("Whether the message brings routes.")
  public boolean isRouteMonitoring() {
    return message.type() == BmpType.ROUTE_MONITORING;
  }

  /// Returns whether a peer came up.
  @Doc("Whether a peer came up.")
  public boolean isPeerUp() {
    return message.type() == BmpType.PEER_UP;
  }

  /// Returns whether a peer went down.
  @Doc("Whether a peer went down.")
  public boolean isPeerDown() {
    return message.type() == BmpType.PEER_DOWN;
  }

  /// Returns the number of the message type.
  @Doc("The number of the message type (RFC 7854 section 10.1).")
  public @Unsigned byte messageType() {
    return (byte) message.type();
  }

  /// Returns whether the peer is in an AS.
  @Doc("Whether the peer is in this AS: the session is internal if it is the router's own.")
  public boolean isIbgp(Asn asn) {
    PeerHeader peer = message.peer();
    return peer != null && peer.asn().equals(asn);
  }

  /// Returns the AS of the peer.
  @Doc("The AS of the peer, if the message is about one.")
  public @Nullable Asn peerAsn() {
    PeerHeader peer = message.peer();
    return peer == null ? null : peer.asn();
  }

  /// Returns the address of the peer.
  @Doc("The address of the peer, if the message is about one.")
  public @Nullable IpAddress peerAddress() {
    PeerHeader peer = message.peer();
    return peer == null ? null : peer.address();
  }

  /// Returns whether the routes are those behind the import policy.
  @Doc("Whether the routes are those behind the policy of the router.")
  public boolean isPostPolicy() {
    PeerHeader peer = message.peer();
    return peer != null && peer.isPostPolicy();
  }

  /// Returns whether the path has an AS in it.
  @Doc("Whether the path has an AS in it, in any segment.")
  public boolean aspathContains(Asn asn) {
    return update.aspathContains(asn);
  }

  /// Returns the AS that the routes come from.
  @Doc("The AS that the routes come from; `None` for an empty path and one that ends in a set.")
  public @Nullable Asn aspathOrigin() {
    return update.aspathOrigin();
  }

  /// Returns whether the routes come from an AS.
  @Doc("Whether the routes come from an AS: whether it is the last of the path.")
  public boolean matchAspathOrigin(Asn asn) {
    return update.matchAspathOrigin(asn);
  }

  /// Returns whether there is a community of four octets.
  @Doc("Whether there is a community of four octets.")
  public boolean containsCommunity(StandardCommunity community) {
    return update.containsCommunity(community);
  }

  /// Returns whether there is a large community.
  @Doc("Whether there is a large community.")
  public boolean containsLargeCommunity(LargeCommunity community) {
    return update.containsLargeCommunity(community);
  }

  /// Returns whether there is an attribute of a type.
  @Doc("Whether there is an attribute of a type.")
  public boolean hasAttribute(@Unsigned byte type) {
    return update.hasAttribute(type);
  }

  /// Returns how many prefixes are announced.
  @Doc("How many prefixes are announced, of unicast and multicast.")
  public @Unsigned long announcementsCount() {
    return update.announcementsCount();
  }

  /// Returns how many prefixes are withdrawn.
  @Doc("How many prefixes are withdrawn, of unicast and multicast.")
  public @Unsigned long withdrawalsCount() {
    return update.withdrawalsCount();
  }

  /// Returns the UPDATE as `text2pcap` reads it.
  @Doc("The UPDATE in it with its header in hexadecimal, as Wireshark imports it.")
  public String fmtPcap() {
    return update.fmtPcap();
  }
}
