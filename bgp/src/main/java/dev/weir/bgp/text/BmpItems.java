package dev.weir.bgp.text;

import dev.weir.bgp.bmp.BmpFault;
import dev.weir.bgp.bmp.BmpMessage;
import dev.weir.bgp.bmp.BmpType;
import dev.weir.bgp.bmp.IndexedTlv;
import dev.weir.bgp.bmp.Initiation;
import dev.weir.bgp.bmp.MonitoredPeers;
import dev.weir.bgp.bmp.PathStatus;
import dev.weir.bgp.bmp.PeerDown;
import dev.weir.bgp.bmp.PeerHeader;
import dev.weir.bgp.bmp.PeerUp;
import dev.weir.bgp.bmp.RouteMirroring;
import dev.weir.bgp.bmp.RouteMonitoring;
import dev.weir.bgp.bmp.Statistic;
import dev.weir.bgp.bmp.StatisticType;
import dev.weir.bgp.bmp.StatisticsReport;
import dev.weir.bgp.bmp.Termination;
import dev.weir.bgp.bmp.Tlv;
import dev.weir.bgp.bmp.UpdateReading;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.Message;
import dev.weir.inet.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes BMP messages apart into items: every field of the message, of its peer, and of the BGP
/// messages in it.
public final class BmpItems {
  private BmpItems() {}

  /// Takes a message apart.
  ///
  /// @param peers what is known of the peers of its session; takes note of the message
  public static Item.Group of(BmpMessage message, MonitoredPeers peers) {
    peers.accept(message);
    String type = message.type() < 0 ? "cut" : BmpType.name(message.type());
    Item.Group group = Item.Group.of("bmp", type);
    group.quiet("version", message.version());
    PeerHeader peer = message.peer();
    if (peer != null) {
      group.add("peer", peer(peer));
    }
    switch (message) {
      case RouteMonitoring routes -> routes(group, routes, peers);
      case StatisticsReport report -> statistics(group, report);
      case PeerDown down -> down(group, down);
      case PeerUp up -> up(group, up);
      case Initiation initiation -> group.add("information", texts(initiation.information()));
      case Termination termination -> termination(group, termination);
      case RouteMirroring mirroring -> mirroring(group, mirroring);
      case BmpMessage.Unknown unknown -> group.add("octets", unknown.body());
      case BmpMessage.Malformed(Octets octets, BmpFault fault) -> {
        group.add("malformed", fault(fault));
        group.add("octets", octets);
      }
    }
    return group;
  }

  /// Takes a per-peer header apart.
  public static Item.Group peer(PeerHeader peer) {
    IpAddress address = peer.address();
    Item.Group group = Item.Group.of("peer", title(peer, address));
    group.quiet("peer_type", new Item.Word(PeerHeader.typeName(peer.type())));
    group.quiet("rib", new Item.Word(peer.rib().toString()));
    if (peer.distinguisher().bits() != 0) {
      group.quiet("distinguisher", new Item.Word(peer.distinguisher().toString()));
    }
    if (address != null) {
      group.quiet("address", new Item.Word(address.toString()));
    }
    group.quiet("as", peer.asn().bits() & 0xffff_ffffL);
    group.quiet("identifier", new Item.Word(peer.identifier().toString()));
    if (peer.isTwoOctetAsn()) {
      group.quiet("two_octet_as", new Item.Truth(true));
    }
    if (peer.isFiltered()) {
      group.quiet("filtered", new Item.Truth(true));
    }
    if (peer.micros() != 0) {
      group.quiet("time", new Item.Word(time(peer).toString()));
    }
    return group;
  }

  private static String title(PeerHeader peer, @Nullable IpAddress address) {
    StringBuilder title = new StringBuilder();
    title
        .append(address == null ? "local table" : address)
        .append(" AS")
        .append(peer.asn().number());
    if (peer.distinguisher().bits() != 0) {
      title.append(" distinguisher ").append(peer.distinguisher());
    }
    title.append(", ").append(peer.rib());
    if (peer.isFiltered()) {
      title.append(", filtered");
    }
    if (peer.micros() != 0) {
      title.append(", ").append(time(peer));
    }
    return title.toString();
  }

  private static Instant time(PeerHeader peer) {
    return Instant.ofEpochSecond(peer.seconds(), peer.microseconds() * 1000);
  }

  private static Item fault(BmpFault fault) {
    return Item.Group.of("rule", fault.rule().name())
        .add("offset", fault.offset())
        .add("detail", fault.rule().sentence());
  }

  private static void routes(Item.Group group, RouteMonitoring routes, MonitoredPeers peers) {
    if (!routes.tlvs().isEmpty()) {
      List<Item> tlvs = new ArrayList<>();
      for (IndexedTlv tlv : routes.tlvs()) {
        IndexedTlv.Kind kind = routes.numbering().kind(tlv.type());
        if (kind != IndexedTlv.Kind.BGP_MESSAGE) {
          tlvs.add(indexed(kind, tlv));
        }
      }
      group.add("tlvs", tlvs);
    }
    if (routes.update().isEmpty()) {
      return;
    }
    UpdateReading reading = peers.reading(routes);
    if (reading.isWidthCorrected()) {
      String octets = reading.negotiated().fourOctetAsn() ? "four" : "two";
      group.add("as_numbers", octets + " octets, against the flag, by " + reading.width());
    }
    if (reading.pathIds() == UpdateReading.Basis.OCTETS) {
      group.add("path_identifiers", "there, by the octets; no Peer Up says so");
    }
    group.add("message", MessageItems.of(Message.read(routes.update(), reading.negotiated())));
  }

  private static Item indexed(IndexedTlv.Kind kind, IndexedTlv tlv) {
    Item.Group group = Item.Group.of("tlv", kind(kind, tlv));
    if (tlv.isOfGroup()) {
      group.add("group", tlv.index() & 0x7fff);
    } else {
      group.add("index", tlv.index());
    }
    PathStatus status = kind == IndexedTlv.Kind.PATH_STATUS ? PathStatus.read(tlv.value()) : null;
    if (kind == IndexedTlv.Kind.TABLE_NAME) {
      group.add("name", tlv.text());
    } else if (kind == IndexedTlv.Kind.GROUP) {
      group.add("members", (Item) Item.counts(tlv.members()));
    } else if (status != null) {
      group.add("status", (Item) Item.words(status.names()));
      if (status.reason() >= 0) {
        group.add("reason", status.reason());
      }
    } else {
      group.add("octets", tlv.value());
    }
    return group;
  }

  private static String kind(IndexedTlv.Kind kind, IndexedTlv tlv) {
    return switch (kind) {
      case BGP_MESSAGE -> "bgp-message";
      case STATELESS_PARSING -> "stateless-parsing";
      case GROUP -> "group";
      case TABLE_NAME -> "table-name";
      case PATH_STATUS -> "path-status";
      case SEQUENCE -> "sequence";
      case FLAGS -> "flags";
      case TIME -> "time";
      case OTHER ->
          tlv.isOfEnterprise() ? "enterprise-type-" + (tlv.type() & 0x7fff) : "type-" + tlv.type();
    };
  }

  private static void statistics(Item.Group group, StatisticsReport report) {
    List<Item> all = new ArrayList<>();
    for (Statistic statistic : report.statistics()) {
      Item.Group one = Item.Group.of("statistic", statistic.name());
      one.quiet("code", statistic.type());
      if (statistic.isNumber()) {
        one.add("value", statistic.value());
        one.quiet("counter", new Item.Truth(StatisticType.isCounter(statistic.type())));
      } else {
        one.add("octets", statistic.octets());
      }
      AfiSafi family = statistic.family();
      if (family != null) {
        one.add("family", family);
      }
      all.add(one);
    }
    group.add("statistics", all);
  }

  private static void down(Item.Group group, PeerDown down) {
    group.add("reason", PeerDown.reasonName(down.reason()));
    group.quiet("reason_code", down.reason());
    if (!down.notification().isEmpty()) {
      group.add("message", bgp(down.notification()));
    }
    if (down.reason() == PeerDown.LOCAL_EVENT) {
      group.add("event", down.event());
    }
    group.add("information", texts(down.information()));
    group.add("rest", down.rest());
  }

  private static void up(Item.Group group, PeerUp up) {
    IpAddress local = up.localAddress();
    if (local != null) {
      group.add("local_address", local);
      group.add("local_port", up.localPort()).add("remote_port", up.remotePort());
    }
    group.add("information", texts(up.information()));
    group.add("sent", bgp(up.opens().sent()));
    group.add("received", bgp(up.opens().received()));
  }

  private static void termination(Item.Group group, Termination termination) {
    List<Tlv> texts = new ArrayList<>();
    for (Tlv tlv : termination.information()) {
      if (tlv.type() == Tlv.REASON && tlv.value().length() == 2) {
        group.add("reason", Termination.reasonName(tlv.value().u16(0)));
        group.quiet("reason_code", tlv.value().u16(0));
      } else {
        texts.add(tlv);
      }
    }
    group.add("information", texts(texts));
  }

  private static void mirroring(Item.Group group, RouteMirroring mirroring) {
    List<Item> all = new ArrayList<>();
    for (Tlv tlv : mirroring.tlvs()) {
      all.add(
          switch (tlv.type()) {
            case Tlv.BGP_MESSAGE -> bgp(tlv.value());
            case Tlv.INFORMATION -> new Item.Word(RouteMirroring.informationName(tlv));
            default -> Item.Group.of("tlv", "type-" + tlv.type()).add("octets", tlv.value());
          });
    }
    group.add("mirrored", all);
  }

  private static List<Item> texts(List<Tlv> tlvs) {
    List<Item> all = new ArrayList<>();
    for (Tlv tlv : tlvs) {
      all.add(
          Item.Group.of("tlv", Tlv.informationName(tlv.type())).add("value", (Object) tlv.text()));
    }
    return all;
  }

  private static Item bgp(Octets message) {
    return MessageItems.of(Message.read(message, Negotiated.USUAL));
  }
}
