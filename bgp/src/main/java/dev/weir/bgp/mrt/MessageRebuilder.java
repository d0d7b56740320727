package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;

/// Puts an UPDATE together again from those of its routes that were kept.
final class MessageRebuilder {
  private static final int MESSAGE_HEADER = 19;
  private static final int UPDATE = 2;
  private static final int LONGEST_SHORT = 255;

  private final OctetsWriter withdrawn = new OctetsWriter();
  private final OctetsWriter announced = new OctetsWriter();
  private final OctetsWriter unreach = new OctetsWriter();
  private final OctetsWriter reach = new OctetsWriter();

  /// Keeps the octets of a route.
  void keep(RouteCursor route) {
    OctetsWriter plain = route.isWithdrawn() ? withdrawn : announced;
    OctetsWriter family = route.isWithdrawn() ? unreach : reach;
    (route.inFamily() ? family : plain).octets(route.nlri());
  }

  void clear() {
    withdrawn.truncate(0);
    announced.truncate(0);
    unreach.truncate(0);
    reach.truncate(0);
  }

  /// Writes the record with the routes that were kept; nothing if there are none.
  void write(OctetsWriter to, RouteCursor route) {
    boolean gone = withdrawn.length() + unreach.length() > 0;
    boolean come = announced.length() + reach.length() > 0;
    if (!gone && !come) {
      return;
    }
    RecordHead head = route.head();
    byte[] array = route.array();
    int at = to.length();
    to.octets(new Octets(array, head.start, head.bodyAt - head.start));
    int body = to.length();
    to.u16(withdrawn.length()).octets(withdrawn.toOctets());
    int lengthAt = to.length();
    to.u16(0);
    Octets all = new Octets(array, head.attributesAt, head.attributesEnd - head.attributesAt);
    AttributeCursor each = new PathAttributes(all, true).cursor();
    while (each.next()) {
      attribute(to, each, come, array);
    }
    to.setU16(lengthAt, to.length() - lengthAt - 2);
    to.octets(announced.toOctets());
    if (head.type != MrtType.BGP
        && head.type != MrtType.BGP4PLUS
        && head.type != MrtType.BGP4PLUS_01) {
      to.setU16(body - 3, to.length() - body + MESSAGE_HEADER);
    }
    end(to, at);
  }

  private void attribute(OctetsWriter to, AttributeCursor each, boolean come, byte[] array) {
    int value = each.valueOffset();
    switch (each.type()) {
      case AttributeType.MP_REACH_NLRI -> {
        if (reach.length() > 0) {
          int hop = array[value + 3] & 0xff;
          family(to, each, new Octets(array, value, 5 + hop), reach.toOctets());
        }
      }
      case AttributeType.MP_UNREACH_NLRI -> {
        if (unreach.length() > 0) {
          family(to, each, new Octets(array, value, 3), unreach.toOctets());
        }
      }
      default -> {
        if (come) {
          to.octets(new Octets(array, each.start(), value + each.valueLength() - each.start()));
        }
      }
    }
  }

  private static void family(OctetsWriter to, AttributeCursor each, Octets front, Octets routes) {
    header(to, each.flags(), each.type(), front.length() + routes.length());
    to.octets(front).octets(routes);
  }

  private static void header(OctetsWriter to, int flags, int type, int length) {
    boolean wide = length > LONGEST_SHORT;
    to.u8(wide ? flags | 0x10 : flags & ~0x10).u8(type);
    if (wide) {
      to.u16(length);
    } else {
      to.u8(length);
    }
  }

  /// Writes a record for one route whose attributes were changed.
  static void alone(OctetsWriter to, RouteCursor route) {
    OctetsWriter body = new OctetsWriter(512);
    Octets routes = route.nlri();
    boolean inFamily = false;
    body.u16(0).u16(0);
    AttributeCursor each = route.attributes().cursor();
    while (each.next()) {
      Octets value = each.value();
      if (each.type() == AttributeType.MP_REACH_NLRI) {
        inFamily = true;
        header(body, each.flags(), each.type(), 4 + value.length() + routes.length());
        body.u16(route.afi()).u8(route.safi()).octets(value).u8(0).octets(routes);
      } else {
        header(body, each.flags(), each.type(), value.length());
        body.octets(value);
      }
    }
    body.setU16(2, body.length() - 4);
    if (!inFamily) {
      body.octets(routes);
    }
    OctetsWriter content = new OctetsWriter(body.length() + MESSAGE_HEADER);
    content.u64(-1).u64(-1).u16(body.length() + MESSAGE_HEADER).u8(UPDATE);
    content.octets(body.toOctets());
    new MrtWriter(to)
        .session(
            new Bgp4mp(
                route.seconds(),
                route.microseconds(),
                wideSubtype(route),
                session(route),
                content.toOctets()));
  }

  private static int wideSubtype(RouteCursor route) {
    boolean session = route.type() == MrtType.BGP4MP || route.type() == MrtType.BGP4MP_ET;
    if (!session) {
      return MrtSubtype.MESSAGE_AS4;
    }
    return switch (route.subtype()) {
      case MrtSubtype.MESSAGE -> MrtSubtype.MESSAGE_AS4;
      case MrtSubtype.MESSAGE_LOCAL -> MrtSubtype.MESSAGE_AS4_LOCAL;
      case MrtSubtype.MESSAGE_ADDPATH -> MrtSubtype.MESSAGE_AS4_ADDPATH;
      case MrtSubtype.MESSAGE_LOCAL_ADDPATH -> MrtSubtype.MESSAGE_AS4_LOCAL_ADDPATH;
      default -> route.subtype();
    };
  }

  private static Session session(RouteCursor route) {
    RecordHead head = route.head();
    Octets octets = new Octets(route.array(), head.start, head.end - head.start);
    Bgp4mp whole = Bgp4mp.read(new MrtRecord(octets, 0));
    if (whole != null) {
      return whole.session();
    }
    IpAddress nobody = route.isPeerIpv6() ? new Ipv6Address(0, 0) : new Ipv4Address(0);
    return new Session(new Asn(route.peerAsnBits()), new Asn(0), 0, route.peerAddress(), nobody);
  }

  private static void end(OctetsWriter to, int at) {
    int length = to.length() - at - MrtRecord.HEADER;
    to.setU16(at + 8, length >>> 16);
    to.setU16(at + 10, length);
  }
}
