package dev.weir.bgp.nlri;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.EthernetSegment;
import dev.weir.bgp.type.MacAddress;
import dev.weir.bgp.type.RouteDistinguisher;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Prefix;

/// Takes the octets of an EVPN route apart.
final class EvpnReader {
  private EvpnReader() {}

  /// @param route the whole route; it has the octets that its length says
  static EvpnNlri read(Octets route) {
    int type = route.u8(0);
    Octets body = route.from(2);
    return switch (type) {
      case 1 -> autoDiscovery(body);
      case 2 -> macIp(body);
      case 3 -> {
        demand(body.length() == 17 || body.length() == 29);
        yield new EvpnNlri.InclusiveMulticast(
            distinguisher(body), body.i32(8), originator(body, 12));
      }
      case 4 -> {
        demand(body.length() == 23 || body.length() == 35);
        yield new EvpnNlri.Segment(distinguisher(body), segment(body), originator(body, 18));
      }
      case 5 -> ipPrefix(body);
      default -> new EvpnNlri.Other(type, body);
    };
  }

  private static EvpnNlri autoDiscovery(Octets body) {
    demand(body.length() == 25);
    return new EvpnNlri.AutoDiscovery(
        distinguisher(body), segment(body), body.i32(18), body.u24(22));
  }

  private static EvpnNlri macIp(Octets body) {
    demand(body.length() >= 33);
    if (body.u8(22) != 48) {
      throw new BrokenRule(2 + 22, NlriRule.EVPN_MAC_LENGTH);
    }
    int octets =
        switch (body.u8(29)) {
          case 0 -> 0;
          case 32 -> 4;
          case 128 -> 16;
          default -> throw new BrokenRule(2 + 29, NlriRule.EVPN_ADDRESS_LENGTH);
        };
    int labels = body.length() - 30 - octets;
    demand(labels == 3 || labels == 6);
    return new EvpnNlri.MacIp(
        distinguisher(body),
        segment(body),
        body.i32(18),
        new MacAddress((long) body.u16(23) << 32 | body.u32(25)),
        octets == 0 ? null : Prefixes.address(body, 30, octets),
        body.u24(30 + octets),
        labels == 3 ? -1 : body.u24(33 + octets));
  }

  private static EvpnNlri ipPrefix(Octets body) {
    demand(body.length() == 34 || body.length() == 58);
    int octets = body.length() == 34 ? 4 : 16;
    int bits = body.u8(22);
    if (bits > 8 * octets) {
      throw new BrokenRule(2 + 22, NlriRule.EVPN_PREFIX_LENGTH);
    }
    return new EvpnNlri.IpPrefix(
        distinguisher(body),
        segment(body),
        body.i32(18),
        Prefix.of(Prefixes.address(body, 23, octets), bits),
        Prefixes.address(body, 23 + octets, octets),
        body.u24(23 + 2 * octets));
  }

  private static RouteDistinguisher distinguisher(Octets body) {
    return new RouteDistinguisher(body.i64(0));
  }

  private static EthernetSegment segment(Octets body) {
    return new EthernetSegment(body.u16(8), body.i64(10));
  }

  /// The last field of a route: a length in bits and an address.
  private static IpAddress originator(Octets body, int at) {
    int octets = body.length() - at - 1;
    if (body.u8(at) != 8 * octets) {
      throw new BrokenRule(2 + at, NlriRule.EVPN_ADDRESS_LENGTH);
    }
    return Prefixes.address(body, at + 1, octets);
  }

  private static void demand(boolean suits) {
    if (!suits) {
      throw new BrokenRule(1, NlriRule.EVPN_LENGTH);
    }
  }
}
