package dev.weir.bgp.bmp;

import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Agreement;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.Message;
import dev.weir.bgp.wire.MpReach;
import dev.weir.bgp.wire.MpUnreach;
import dev.weir.bgp.wire.OpenView;
import dev.weir.bgp.wire.UpdateView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known of the peers that one router reports on: enough to read their UPDATE messages.
///
/// The OPEN messages of a Peer Up say which families carry path identifiers, for each direction by
/// itself: routes received from the peer were written under the one, routes sent to it (RFC 8671)
/// under the other. The width of AS numbers is a flag of each message, which some routers set
/// wrong; so the octets are asked, and what they once told surely of a table of a peer is
/// remembered for messages that do not tell. A message of version 4 may carry the capabilities it
/// needs.
///
/// Where the capture of a session begins in its middle the Peer Up is missing. Then an UPDATE is
/// read with path identifiers only if it cannot be read without them.
///
/// Holds at most [#MAX_PEERS] peers; the one that came first goes for a new one. Belongs to one
/// session of one router, and to one thread.
public final class MonitoredPeers {
  /// How many peers are remembered.
  public static final int MAX_PEERS = 65_536;

  private final Map<PeerKey, Peer> peers = new LinkedHashMap<>();

  /// Begins with no peers.
  public MonitoredPeers() {}

  /// Takes note of a message: of Peer Up and Peer Down, and of Termination, which ends all.
  public void accept(BmpMessage message) {
    switch (message) {
      case PeerUp up -> remember(up.peer().key(), new Peer(up));
      case PeerDown down -> peers.remove(down.peer().key());
      case Termination _ -> peers.clear();
      case RouteMonitoring _, StatisticsReport _, Initiation _, RouteMirroring _ -> {}
      case BmpMessage.Unknown _, BmpMessage.Malformed _ -> {}
    }
  }

  private void remember(PeerKey key, Peer peer) {
    peers.remove(key);
    if (peers.size() == MAX_PEERS) {
      var eldest = peers.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    peers.put(key, peer);
  }

  /// Returns the Peer Up of a peer, or null if none was seen.
  public @Nullable PeerUp peerUp(PeerKey key) {
    Peer peer = peers.get(key);
    return peer == null ? null : peer.up;
  }

  /// Returns the Peer Ups of all peers whose session is there, the eldest first.
  public List<PeerUp> peersUp() {
    List<PeerUp> all = new ArrayList<>();
    for (Peer peer : peers.values()) {
      if (peer.up != null) {
        all.add(peer.up);
      }
    }
    return all;
  }

  /// Returns what messages of a peer's table are written under by what the OPEN messages say;
  /// [Negotiated#USUAL] if they were not seen.
  public Negotiated negotiated(PeerHeader header) {
    Peer peer = peers.get(header.key());
    return peer == null ? Negotiated.USUAL : peer.negotiated(header);
  }

  /// Finds out how to read the UPDATE of a Route Monitoring, and remembers what it tells.
  public UpdateReading reading(RouteMonitoring routes) {
    PeerHeader header = routes.peer();
    Peer peer = peers.get(header.key());
    if (peer == null) {
      peer = new Peer(null);
      remember(header.key(), peer);
    }
    Octets body = body(routes.update());
    UpdateView update = UpdateView.read(body, Negotiated.USUAL);
    Negotiated negotiated = peer.negotiated(header);
    UpdateReading.Basis pathIds = UpdateReading.Basis.OPENS;
    Set<AfiSafi> stated = stated(routes);
    if (stated != null) {
      negotiated = negotiated.withAddPath(stated);
      pathIds = UpdateReading.Basis.STATED;
    } else if (peer.up == null) {
      Set<AfiSafi> found = update == null ? Set.of() : withPathIds(update);
      negotiated = negotiated.withAddPath(found);
      pathIds = found.isEmpty() ? UpdateReading.Basis.SUPPOSED : UpdateReading.Basis.OCTETS;
    }
    boolean said = !header.isTwoOctetAsn();
    AsnWidth told = update == null ? AsnWidth.EITHER : AsnWidth.of(update.attributes());
    boolean width = peer.width(header.rib(), said, told);
    UpdateReading.Basis widthBasis = UpdateReading.Basis.STATED;
    if (width != said) {
      widthBasis = told.isSure() ? UpdateReading.Basis.OCTETS : UpdateReading.Basis.MEMORY;
    }
    return new UpdateReading(negotiated.withFourOctetAsn(width), widthBasis, pathIds);
  }

  /// Reads the UPDATE of a Route Monitoring.
  public Message update(RouteMonitoring routes) {
    return Message.read(routes.update(), reading(routes).negotiated());
  }

  private static Octets body(Octets message) {
    return message.length() < BgpBounds.HEADER ? Octets.EMPTY : message.from(BgpBounds.HEADER);
  }

  /// The families with path identifiers by the TLVs of the message; null if they do not say.
  private static @Nullable Set<AfiSafi> stated(RouteMonitoring routes) {
    Set<AfiSafi> families = null;
    IndexedTlv.Numbering numbering = routes.numbering();
    for (IndexedTlv tlv : routes.tlvs()) {
      if (numbering.kind(tlv.type()) == IndexedTlv.Kind.STATELESS_PARSING) {
        families = families == null ? new TreeSet<>() : families;
        families.addAll(stated(tlv.value(), routes.peer()));
      }
    }
    return families;
  }

  /// Capabilities lie one behind another: code, length, value (RFC 5492 section 4). They say what
  /// the router agreed to: receiving counts for routes from the peer, sending for those to it.
  private static Set<AfiSafi> stated(Octets capabilities, PeerHeader peer) {
    Set<AfiSafi> families = new TreeSet<>();
    int at = 0;
    while (capabilities.length() - at >= 2) {
      int length = capabilities.u8(at + 1);
      if (length > capabilities.length() - at - 2) {
        break;
      }
      Octets value = capabilities.slice(at + 2, length);
      if (Capability.read(capabilities.u8(at), value) instanceof Capability.AddPath paths) {
        paths.entries().stream()
            .filter(entry -> peer.isLocRib() || isOf(entry, peer))
            .forEach(entry -> families.add(entry.family()));
      }
      at += 2 + length;
    }
    return families;
  }

  private static boolean isOf(Capability.AddPathEntry entry, PeerHeader peer) {
    return peer.isAdjRibOut() ? entry.isSender() : entry.isReceiver();
  }

  private static Set<AfiSafi> withPathIds(Capability capability) {
    Set<AfiSafi> families = new TreeSet<>();
    if (capability instanceof Capability.AddPath paths) {
      paths.entries().forEach(entry -> families.add(entry.family()));
    }
    return families;
  }

  /// The families whose routes in an UPDATE can be read with path identifiers only.
  private static Set<AfiSafi> withPathIds(UpdateView update) {
    Set<AfiSafi> families = new TreeSet<>();
    probe(families, AfiSafi.IPV4_UNICAST, update.withdrawn());
    probe(families, AfiSafi.IPV4_UNICAST, update.announced());
    MpReach reach = update.mpReach();
    if (reach != null) {
      probe(families, reach.family(), reach.nlri());
    }
    MpUnreach unreach = update.mpUnreach();
    if (unreach != null) {
      probe(families, unreach.family(), unreach.nlri());
    }
    return families;
  }

  private static void probe(Set<AfiSafi> families, AfiSafi family, Octets nlri) {
    if (NlriCursor.check(nlri, family, false) != null
        && NlriCursor.check(nlri, family, true) == null) {
      families.add(family);
    }
  }

  /// One peer.
  private static final class Peer {
    private final @Nullable PeerUp up;
    private final Negotiated received;
    private final Negotiated sent;
    private final Map<RibKind, Boolean> widths = new EnumMap<>(RibKind.class);

    Peer(@Nullable PeerUp up) {
      this.up = up;
      if (up != null
          && open(up.opens().sent()) instanceof OpenView ours
          && open(up.opens().received()) instanceof OpenView theirs) {
        Agreement agreement = Agreement.between(ours, theirs);
        if (up.peer().isLocRib()) {
          received = agreement.receiving().withAddPath(eitherWay(ours, theirs));
          sent = received;
        } else {
          received = agreement.receiving();
          sent = agreement.sending();
        }
      } else {
        received = Negotiated.USUAL;
        sent = Negotiated.USUAL;
      }
    }

    private static Message open(Octets message) {
      return Message.read(message, Negotiated.USUAL);
    }

    /// The OPEN messages of the Loc-RIB are made up, and nobody sends or receives: a family that is
    /// named has path identifiers (RFC 9069 section 5.2).
    private static Set<AfiSafi> eitherWay(OpenView ours, OpenView theirs) {
      Set<AfiSafi> families = new TreeSet<>();
      ours.capabilities().forEach(capability -> families.addAll(withPathIds(capability)));
      theirs.capabilities().forEach(capability -> families.addAll(withPathIds(capability)));
      return families;
    }

    Negotiated negotiated(PeerHeader header) {
      return header.isAdjRibOut() ? sent : received;
    }

    /// Decides the width, and remembers it where the octets leave no doubt.
    boolean width(RibKind rib, boolean said, AsnWidth told) {
      if (told.isSure()) {
        boolean four = told == AsnWidth.FOUR;
        widths.put(rib, four);
        return four;
      }
      Boolean remembered = widths.get(rib);
      return remembered == null ? said : remembered;
    }
  }
}
