package dev.weir.bgp.bmp;

import dev.weir.bgp.bmp.BmpFault.Rule;
import dev.weir.bgp.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one message. Every length is checked against what is there before anything is read or
/// made.
final class BmpReader {
  private final Octets message;
  private final int version;
  private @Nullable BmpFault fault;

  private BmpReader(Octets message) {
    this.message = message;
    this.version = message.u8(0);
  }

  static BmpMessage read(Octets message) {
    if (message.length() < BmpMessage.HEADER) {
      return malformed(message, Rule.HEADER, message.length());
    }
    int version = message.u8(0);
    if (version != BmpMessage.VERSION_3 && version != BmpMessage.VERSION_4) {
      return malformed(message, Rule.VERSION, 0);
    }
    if (message.u32(1) != message.length()) {
      return malformed(message, Rule.LENGTH, 1);
    }
    BmpReader reader = new BmpReader(message);
    BmpMessage read = reader.body();
    return reader.fault == null ? read : new BmpMessage.Malformed(message, reader.fault);
  }

  private static BmpMessage malformed(Octets message, Rule rule, int offset) {
    return new BmpMessage.Malformed(message, new BmpFault(rule, offset));
  }

  private BmpMessage body() {
    int type = message.u8(5);
    int at = BmpMessage.HEADER;
    if (type == BmpType.INITIATION) {
      return new Initiation(version, tlvs(at));
    }
    if (type == BmpType.TERMINATION) {
      return new Termination(version, tlvs(at));
    }
    if (!BmpType.hasPeer(type)) {
      return new BmpMessage.Unknown(version, type, message.from(at));
    }
    if (message.length() - at < PeerHeader.OCTETS) {
      return refuse(Rule.PEER_HEADER, message.length());
    }
    PeerHeader peer = new PeerHeader(message.slice(at, PeerHeader.OCTETS));
    at += PeerHeader.OCTETS;
    return switch (type) {
      case BmpType.ROUTE_MONITORING -> routeMonitoring(peer, at);
      case BmpType.STATISTICS_REPORT -> statistics(peer, at);
      case BmpType.PEER_DOWN -> peerDown(peer, at);
      case BmpType.PEER_UP -> peerUp(peer, at);
      default -> new RouteMirroring(version, peer, tlvs(at));
    };
  }

  private BmpMessage routeMonitoring(PeerHeader peer, int at) {
    if (version == BmpMessage.VERSION_4) {
      List<IndexedTlv> tlvs = indexedTlvs(at);
      IndexedTlv carrier = RouteMonitoring.carrier(tlvs);
      if (carrier != null && BgpBounds.length(carrier.value(), 0) != carrier.value().length()) {
        return refuse(Rule.BGP_LENGTH, carrier.value().offset() - message.offset() + 16);
      }
      return new RouteMonitoring(
          version, peer, carrier == null ? Octets.EMPTY : carrier.value(), tlvs);
    }
    int length = bgp(at);
    if (length != 0 && length != message.length() - at) {
      return refuse(Rule.BGP_LENGTH, at + 16);
    }
    return new RouteMonitoring(version, peer, message.from(at), List.of());
  }

  private BmpMessage statistics(PeerHeader peer, int start) {
    if (message.length() - start < 4) {
      return refuse(Rule.FIELDS, message.length());
    }
    List<Statistic> all = new ArrayList<>();
    for (Tlv tlv : tlvs(start + 4)) {
      all.add(new Statistic(tlv.type(), tlv.value()));
    }
    if (fault == null && message.u32(start) != all.size()) {
      return refuse(Rule.COUNT, start);
    }
    return new StatisticsReport(version, peer, all);
  }

  private BmpMessage peerUp(PeerHeader peer, int start) {
    if (message.length() - start < 20) {
      return refuse(Rule.FIELDS, message.length());
    }
    int at = start + 20;
    Octets sent = open(at);
    at += sent.length();
    Octets received = fault == null ? open(at) : Octets.EMPTY;
    at += received.length();
    List<Tlv> information = fault == null ? tlvs(at) : List.of();
    return new PeerUp(
        version,
        peer,
        message.slice(start, 16),
        message.u16(start + 16),
        message.u16(start + 18),
        new PeerUp.Opens(sent, received),
        information);
  }

  private Octets open(int at) {
    int length = bgp(at);
    if (length > 0 && BgpBounds.type(message, at) != BgpBounds.OPEN) {
      refuse(Rule.OPEN, at + 18);
    }
    return message.slice(at, length);
  }

  private BmpMessage peerDown(PeerHeader peer, int start) {
    if (start == message.length()) {
      return refuse(Rule.FIELDS, start);
    }
    int reason = message.u8(start);
    int at = start + 1;
    Octets notification = Octets.EMPTY;
    int event = 0;
    switch (reason) {
      case PeerDown.LOCAL_NOTIFICATION, PeerDown.REMOTE_NOTIFICATION -> {
        notification = notification(at);
        at += notification.length();
      }
      case PeerDown.LOCAL_EVENT -> {
        if (message.length() - at < 2) {
          return refuse(Rule.FIELDS, message.length());
        }
        event = message.u16(at);
        at += 2;
      }
      default -> {}
    }
    boolean known = reason >= PeerDown.LOCAL_NOTIFICATION && reason <= PeerDown.LOCAL_TLVS;
    boolean hasTlvs = reason == PeerDown.LOCAL_TLVS || known && version == BmpMessage.VERSION_4;
    List<Tlv> information = hasTlvs && fault == null ? tlvs(at) : List.of();
    Octets rest = hasTlvs ? Octets.EMPTY : message.from(at);
    return new PeerDown(version, peer, reason, notification, event, information, rest);
  }

  private Octets notification(int at) {
    int length = bgp(at);
    if (length > 0 && BgpBounds.type(message, at) != BgpBounds.NOTIFICATION) {
      refuse(Rule.NOTIFICATION, at + 18);
    }
    return message.slice(at, length);
  }

  /// Measures the BGP message at a place; 0 if it is refused.
  private int bgp(int at) {
    if (message.length() - at < BgpBounds.HEADER) {
      refuse(Rule.FIELDS, message.length());
      return 0;
    }
    if (!BgpBounds.hasMarker(message, at)) {
      refuse(Rule.BGP_MARKER, at);
      return 0;
    }
    int length = BgpBounds.length(message, at);
    if (length < BgpBounds.HEADER || length > message.length() - at) {
      refuse(Rule.BGP_LENGTH, at + 16);
      return 0;
    }
    return length;
  }

  private List<Tlv> tlvs(int start) {
    List<Tlv> all = new ArrayList<>();
    int at = start;
    while (at < message.length()) {
      int length = tlvLength(at, Tlv.HEADER);
      if (length < 0) {
        return all;
      }
      all.add(new Tlv(message.u16(at), message.slice(at + Tlv.HEADER, length)));
      at += Tlv.HEADER + length;
    }
    return all;
  }

  private List<IndexedTlv> indexedTlvs(int start) {
    List<IndexedTlv> all = new ArrayList<>();
    int at = start;
    while (at < message.length()) {
      int length = tlvLength(at, IndexedTlv.HEADER);
      if (length < 0) {
        return all;
      }
      Octets value = message.slice(at + IndexedTlv.HEADER, length);
      all.add(new IndexedTlv(message.u16(at), message.u16(at + 4), value));
      at += IndexedTlv.HEADER + length;
    }
    return all;
  }

  private int tlvLength(int at, int header) {
    int left = message.length() - at - header;
    if (left < 0 || message.u16(at + 2) > left) {
      refuse(Rule.TLV, at);
      return -1;
    }
    return message.u16(at + 2);
  }

  /// Keeps the first fault; what is returned is never seen.
  private BmpMessage refuse(Rule rule, int offset) {
    if (fault == null) {
      fault = new BmpFault(rule, offset);
    }
    return new BmpMessage.Malformed(message, fault);
  }
}
