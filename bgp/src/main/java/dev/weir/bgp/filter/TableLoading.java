package dev.weir.bgp.filter;

import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.rib.Ingress;
import dev.weir.bgp.rib.PrefixTable;
import dev.weir.bgp.rib.Rib;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Ipv4Address;
import org.jspecify.annotations.Nullable;

/// Puts the unicast routes of archives into a table: those of dumps, and what updates do to them.
/// Belongs to the thread that moves the cursor.
public final class TableLoading {
  private final Rib rib = new Rib();
  private final PrefixTable four = rib.prefixes(AfiSafi.IPV4_UNICAST);
  private final PrefixTable six = rib.prefixes(AfiSafi.IPV6_UNICAST);
  private long group = -1;
  private int ingress;
  private @Nullable PrefixTable prepared;

  /// Makes an empty table.
  public TableLoading() {}

  /// Takes the route that a cursor is at; passes over what is not unicast.
  ///
  /// @param cursor the same one every time
  public void add(RouteCursor cursor) {
    if (!cursor.isPlain() || cursor.safi() != 1) {
      return;
    }
    PrefixTable table = cursor.isIpv4() ? four : six;
    if (cursor.group() != group) {
      group = cursor.group();
      prepared = null;
      ingress = rib.ingress(Ingress.of(cursor.peerAddress(), cursor.peerAsn(), new Ipv4Address(0)));
    }
    if (cursor.isWithdrawn()) {
      table.withdraw(ingress, cursor.high(), cursor.low(), cursor.length(), cursor.pathId());
      return;
    }
    if (prepared != table) {
      PathAttributes attributes = cursor.attributes();
      table.prepare(attributes, nextHop(cursor, attributes));
      prepared = table;
    }
    table.announce(
        ingress,
        cursor.high(),
        cursor.low(),
        cursor.length(),
        cursor.pathId(),
        (int) cursor.originated());
  }

  private static Octets nextHop(RouteCursor cursor, PathAttributes attributes) {
    if (cursor.hopLength() >= 0) {
      return new Octets(cursor.array(), cursor.hopStart(), cursor.hopLength());
    }
    Octets reach = attributes.value(AttributeType.MP_REACH_NLRI);
    return reach == null ? Octets.EMPTY : NextHops.octets(reach);
  }

  /// Returns the table as it is now.
  public RouteTable table() {
    return RouteTable.of(rib.snapshot());
  }
}
