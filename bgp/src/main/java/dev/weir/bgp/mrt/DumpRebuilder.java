package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.PathAttributes;

/// Writes a route of an old table, whose attributes were changed, as a TABLE_DUMP record with AS
/// numbers of four octets.
final class DumpRebuilder {
  private DumpRebuilder() {}

  static void write(OctetsWriter to, RouteCursor route) {
    PathAttributes attributes = route.attributes();
    boolean six = !route.isIpv4();
    int at = to.length();
    to.u32((int) route.seconds()).u16(MrtType.TABLE_DUMP);
    to.u16(six ? MrtSubtype.DUMP_IPV6_AS4 : MrtSubtype.DUMP_IPV4_AS4).u32(0);
    to.u16(0).u16(0);
    address(to, six, route.high(), route.low());
    to.u8(route.length()).u8(1).u32((int) route.originated());
    address(to, six, route.peerHigh(), route.peerLow());
    Octets octets = attributes.octets();
    to.u32(route.peerAsnBits()).u16(octets.length()).octets(octets);
    int length = to.length() - at - MrtRecord.HEADER;
    to.setU16(at + 8, length >>> 16);
    to.setU16(at + 10, length);
  }

  private static void address(OctetsWriter to, boolean six, long high, long low) {
    if (six) {
      to.u64(high).u64(low);
    } else {
      to.u32((int) (high >>> 32));
    }
  }
}
