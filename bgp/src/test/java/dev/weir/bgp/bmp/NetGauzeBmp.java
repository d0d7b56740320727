package dev.weir.bgp.bmp;

import static dev.weir.bgp.bmp.JsonTree.object;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Capability;
import dev.weir.bgp.wire.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// BMP messages in the JSON form of NetGauze: the mapping that `docs/bgp/netgauze-captures.md`
/// writes down.
final class NetGauzeBmp {
  private NetGauzeBmp() {}

  /// @param peers what is known of the peers; takes note of the message
  static Object of(BmpMessage message, MonitoredPeers peers) {
    peers.accept(message);
    return object("V" + message.version(), body(message, peers));
  }

  private static Object body(BmpMessage message, MonitoredPeers peers) {
    return switch (message) {
      case Initiation m -> object("Initiation", object("information", tlvs(m.information())));
      case Termination m -> object("Termination", object("information", tlvs(m.information())));
      case PeerUp m -> object("PeerUpNotification", peerUp(m));
      case PeerDown m -> object("PeerDownNotification", peerDown(m));
      case StatisticsReport m -> object("StatisticsReport", statistics(m));
      case RouteMonitoring m -> object("RouteMonitoring", routes(m, peers));
      default -> throw new AssertionError(message.toString());
    };
  }

  private static Object peer(PeerHeader peer) {
    Object type;
    if (peer.isLocRib()) {
      type = object("LocRibInstancePeer", object("filtered", peer.isFiltered()));
    } else {
      String name = peer.type() == PeerHeader.GLOBAL ? "GlobalInstancePeer" : "RdInstancePeer";
      type =
          object(
              name,
              object(
                  "ipv6", peer.isIpv6(),
                  "post_policy", peer.isPostPolicy(),
                  "asn2", peer.isTwoOctetAsn(),
                  "adj_rib_out", peer.isAdjRibOut()));
    }
    boolean distinguished = peer.distinguisher().bits() != 0;
    return object(
        "peer_type",
        type,
        "rd",
        distinguished ? NetGauzeBgp.distinguisher(peer.distinguisher()) : null,
        "address",
        text(peer.address()),
        "peer_as",
        peer.asn().bits() & 0xffff_ffffL,
        "bgp_id",
        peer.identifier().toString(),
        "timestamp",
        time(peer));
  }

  private static @Nullable String time(PeerHeader peer) {
    return peer.micros() == 0
        ? null
        : Instant.ofEpochSecond(peer.seconds(), peer.microseconds() * 1000).toString();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Object peerUp(PeerUp up) {
    return object(
        "peer_header", peer(up.peer()),
        "local_address", text(up.localAddress()),
        "local_port", up.localPort() == 0 ? null : (long) up.localPort(),
        "remote_port", up.remotePort() == 0 ? null : (long) up.remotePort(),
        "sent_message", bgp(up.opens().sent()),
        "received_message", bgp(up.opens().received()),
        "information", tlvs(up.information()));
  }

  private static Object bgp(Octets message) {
    return NetGauzeBgp.of(Message.read(message, Negotiated.USUAL), Negotiated.USUAL);
  }

  private static Object peerDown(PeerDown down) {
    Object reason =
        switch (down.reason()) {
          case PeerDown.LOCAL_NOTIFICATION ->
              object("LocalSystemClosedNotificationPduFollows", bgp(down.notification()));
          case PeerDown.REMOTE_NOTIFICATION ->
              object("RemoteSystemClosedNotificationPduFollows", bgp(down.notification()));
          case PeerDown.LOCAL_TLVS ->
              object("LocalSystemClosedTlvDataFollows", tlvs(down.information()).getFirst());
          default -> throw new AssertionError(down.toString());
        };
    Map<String, @Nullable Object> body = object("peer_header", peer(down.peer()), "reason", reason);
    if (down.version() == BmpMessage.VERSION_4) {
      int taken = down.reason() == PeerDown.LOCAL_TLVS ? 1 : 0;
      body.put("tlvs", tlvs(down.information().subList(taken, down.information().size())));
    }
    return body;
  }

  private static List<@Nullable Object> tlvs(List<Tlv> tlvs) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Tlv tlv : tlvs) {
      String name =
          switch (tlv.type()) {
            case Tlv.STRING -> "String";
            case Tlv.SYSTEM_DESCRIPTION -> "SystemDescription";
            case Tlv.SYSTEM_NAME -> "SystemName";
            case Tlv.TABLE_NAME -> "VrfTableName";
            default -> throw new AssertionError(tlv.toString());
          };
      all.add(object(name, tlv.text()));
    }
    return all;
  }

  private static Object statistics(StatisticsReport report) {
    List<@Nullable Object> counters = new ArrayList<>();
    for (Statistic statistic : report.statistics()) {
      String name =
          switch (statistic.type()) {
            case 1 -> "NumberOfDuplicatePrefixAdvertisements";
            case 2 -> "NumberOfDuplicateWithdraws";
            case 4 -> "NumberOfUpdatesInvalidatedDueToAsPathLoop";
            case 7 -> "NumberOfRoutesInAdjRibIn";
            case 8 -> "NumberOfRoutesInLocRib";
            default -> throw new AssertionError(statistic.toString());
          };
      counters.add(object(name, statistic.value()));
    }
    return object("peer_header", peer(report.peer()), "counters", counters);
  }

  private static Object routes(RouteMonitoring routes, MonitoredPeers peers) {
    Negotiated negotiated = peers.reading(routes).negotiated();
    Object update = NetGauzeBgp.of(Message.read(routes.update(), negotiated), negotiated);
    if (routes.version() == BmpMessage.VERSION_3) {
      return object("peer_header", peer(routes.peer()), "update_message", update);
    }
    Object carrier = null;
    List<@Nullable Object> tlvs = new ArrayList<>();
    for (IndexedTlv tlv : routes.tlvs()) {
      IndexedTlv.Kind kind = routes.numbering().kind(tlv.type());
      if (kind == IndexedTlv.Kind.BGP_MESSAGE) {
        carrier = object("index", (long) tlv.index(), "value", object("BgpUpdate", update));
      } else {
        tlvs.add(object("index", (long) tlv.index(), "value", indexed(kind, tlv)));
      }
    }
    return object("peer_header", peer(routes.peer()), "update_pdu", carrier, "tlvs", tlvs);
  }

  private static Object indexed(IndexedTlv.Kind kind, IndexedTlv tlv) {
    return switch (kind) {
      case TABLE_NAME -> object("VrfTableName", tlv.text());
      case GROUP -> object("GroupTlv", tlv.members().stream().map(Integer::longValue).toList());
      case STATELESS_PARSING -> {
        Octets value = tlv.value();
        Capability capability = Capability.read(value.u8(0), value.slice(2, value.u8(1)));
        yield object("StatelessParsing", NetGauzeBgp.capability(capability));
      }
      case PATH_STATUS -> {
        PathStatus status = PathStatus.read(tlv.value());
        if (status == null) {
          throw new AssertionError(tlv.toString());
        }
        List<String> names =
            status.names().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList();
        Long reason = status.reason() < 0 ? null : (long) status.reason();
        yield object(
            "PathMarking", object("path_status", String.join(" | ", names), "reason", reason));
      }
      default -> throw new AssertionError(tlv.toString());
    };
  }
}
