package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;
import org.jspecify.annotations.Nullable;

/// Takes the octets of a mobile user plane route apart.
final class MupReader {
  static final int SAFI = 85;

  private final Octets route;
  private final AfiSafi family;
  private int next = 4;

  private MupReader(Octets route, AfiSafi family) {
    this.route = route;
    this.family = family;
  }

  /// @param route the whole route; it has the octets that its length says
  static MupNlri read(Octets route, AfiSafi family) {
    int architecture = route.u8(0);
    int type = route.u16(1);
    if (architecture != MupNlri.FIVE_G || type < 1 || type > 4) {
      return new MupNlri.Other(family, architecture, type, route.from(4));
    }
    MupReader reader = new MupReader(route, family);
    MupNlri read = reader.read(type);
    if (reader.next != route.length()) {
      throw new BrokenRule(reader.next, NlriRule.MUP_LENGTH);
    }
    return read;
  }

  private MupNlri read(int type) {
    RouteDistinguisher distinguisher = new RouteDistinguisher(route.i64(take(8)));
    return switch (type) {
      case 1 -> new MupNlri.InterworkSegment(family, distinguisher, prefix());
      case 2 -> new MupNlri.DirectSegment(family, distinguisher, address(route.length() - next));
      case 3 ->
          new MupNlri.FirstSession(
              family,
              distinguisher,
              prefix(),
              route.i32(take(4)),
              route.u8(take(1)),
              address(bits()),
              source());
      default -> second(distinguisher);
    };
  }

  private @Nullable IpAddress source() {
    int octets = next == route.length() ? 0 : bits();
    return octets == 0 ? null : address(octets);
  }

  private MupNlri second(RouteDistinguisher distinguisher) {
    int bits = route.u8(take(1));
    int width = 8 * family.addressOctets();
    if (bits < width || bits > width + 32) {
      throw new BrokenRule(next - 1, NlriRule.MUP_LENGTH);
    }
    IpAddress endpoint = address(width / 8);
    int octets = (bits - width + 7) / 8;
    Octets tunnel = route.slice(take(octets), octets);
    return new MupNlri.SecondSession(family, distinguisher, endpoint, bits - width, tunnel);
  }

  private Prefix prefix() {
    int bits = route.u8(take(1));
    if (bits > 8 * family.addressOctets()) {
      throw new BrokenRule(next - 1, NlriRule.MUP_LENGTH);
    }
    return Prefixes.read(route, take((bits + 7) / 8), bits, family.addressOctets());
  }

  /// Octets of an address whose length in bits comes next.
  private int bits() {
    int bits = route.u8(take(1));
    return bits % 8 == 0 ? bits / 8 : -1;
  }

  private IpAddress address(int octets) {
    if (octets != 4 && octets != 16) {
      throw new BrokenRule(next - 1, NlriRule.MUP_LENGTH);
    }
    return Prefixes.address(route, take(octets), octets);
  }

  private int take(int octets) {
    if (octets > route.length() - next) {
      throw new BrokenRule(next, NlriRule.MUP_LENGTH);
    }
    next += octets;
    return next - octets;
  }
}
