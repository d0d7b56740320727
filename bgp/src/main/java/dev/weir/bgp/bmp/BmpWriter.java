package dev.weir.bgp.bmp;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import java.util.List;

/// Puts messages together from their parts.
final class BmpWriter {
  private BmpWriter() {}

  static Octets write(BmpMessage message) {
    if (message instanceof BmpMessage.Malformed malformed) {
      return malformed.octets();
    }
    OctetsWriter out = new OctetsWriter();
    out.u8(message.version()).u32(0).u8(message.type());
    PeerHeader peer = message.peer();
    if (peer != null) {
      out.octets(peer.octets());
    }
    switch (message) {
      case RouteMonitoring routes -> routes(out, routes);
      case StatisticsReport report -> statistics(out, report);
      case PeerDown down -> down(out, down);
      case PeerUp up -> up(out, up);
      case Initiation initiation -> tlvs(out, initiation.information());
      case Termination termination -> tlvs(out, termination.information());
      case RouteMirroring mirroring -> tlvs(out, mirroring.tlvs());
      case BmpMessage.Unknown unknown -> out.octets(unknown.body());
      case BmpMessage.Malformed malformed -> out.octets(malformed.octets());
    }
    out.setU16(1, out.length() >>> 16);
    out.setU16(3, out.length());
    return out.toOctets();
  }

  private static void routes(OctetsWriter out, RouteMonitoring routes) {
    if (routes.version() != BmpMessage.VERSION_4) {
      out.octets(routes.update());
      return;
    }
    for (IndexedTlv tlv : routes.tlvs()) {
      out.u16(tlv.type()).u16(tlv.value().length()).u16(tlv.index()).octets(tlv.value());
    }
  }

  private static void statistics(OctetsWriter out, StatisticsReport report) {
    out.u32(report.statistics().size());
    for (Statistic statistic : report.statistics()) {
      out.u16(statistic.type()).u16(statistic.octets().length()).octets(statistic.octets());
    }
  }

  private static void down(OctetsWriter out, PeerDown down) {
    out.u8(down.reason()).octets(down.notification());
    if (down.reason() == PeerDown.LOCAL_EVENT) {
      out.u16(down.event());
    }
    tlvs(out, down.information());
    out.octets(down.rest());
  }

  private static void up(OctetsWriter out, PeerUp up) {
    out.octets(up.localField()).u16(up.localPort()).u16(up.remotePort());
    out.octets(up.opens().sent()).octets(up.opens().received());
    tlvs(out, up.information());
  }

  private static void tlvs(OctetsWriter out, List<Tlv> tlvs) {
    for (Tlv tlv : tlvs) {
      out.u16(tlv.type()).u16(tlv.value().length()).octets(tlv.value());
    }
  }
}
