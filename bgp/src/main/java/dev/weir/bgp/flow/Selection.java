package dev.weir.bgp.flow;

import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.mrt.StateChange;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which routes somebody asks for, without a script: all conditions must hold.
///
/// @param peers addresses of peers, one of which must be the route's; none asks for nothing
/// @param peerAsns AS numbers of peers, likewise; peers may match by either
/// @param prefix the route's prefix, or one that contains it; null for any
/// @param exact whether only the prefix itself counts, and nothing inside it
/// @param origin the AS that the path must end in; null for any
/// @param from the earliest second of a record, since 1970
/// @param to the second before which a record must have been written
public record Selection(
    List<IpAddress> peers,
    List<Asn> peerAsns,
    @Nullable Prefix prefix,
    boolean exact,
    @Nullable Asn origin,
    long from,
    long to) {
  /// Everything.
  public static final Selection ALL =
      new Selection(List.of(), List.of(), null, false, null, 0, Long.MAX_VALUE);

  /// Copies the lists.
  public Selection {
    peers = List.copyOf(peers);
    peerAsns = List.copyOf(peerAsns);
  }

  /// Makes the gate of one worker.
  public RouteGate gate() {
    return equals(ALL) ? RouteGate.OPEN : new Gate(this);
  }

  private boolean isMember(boolean six, long high, long low, int asn) {
    if (peers.isEmpty() && peerAsns.isEmpty()) {
      return true;
    }
    for (Asn one : peerAsns) {
      if (one.bits() == asn) {
        return true;
      }
    }
    for (IpAddress one : peers) {
      boolean same =
          switch (one) {
            case Ipv4Address four -> !six && four.bits() == (int) (high >>> 32);
            case Ipv6Address wide -> six && wide.high() == high && wide.low() == low;
          };
      if (same) {
        return true;
      }
    }
    return false;
  }

  private record Gate(Selection asked) implements RouteGate {
    @Override
    public boolean passes(RouteCursor route) {
      return asked.from <= route.seconds()
          && route.seconds() < asked.to
          && asked.isMember(
              route.isPeerIpv6(), route.peerHigh(), route.peerLow(), route.peerAsnBits())
          && (asked.prefix == null || isInside(route, asked.prefix))
          && (asked.origin == null || hasOrigin(route, asked.origin));
    }

    private boolean isInside(RouteCursor route, Prefix prefix) {
      if (!route.isPlain()
          || route.length() < prefix.length()
          || route.isIpv4() != (prefix.address().width() == 32)) {
        return false;
      }
      return asked.exact ? prefix.equals(route.prefix()) : prefix.covers(route.prefix());
    }

    private static boolean hasOrigin(RouteCursor route, Asn origin) {
      AsPath path = route.isWithdrawn() ? null : route.attributes().asPath();
      return path != null && path.originBits() == (origin.bits() & 0xffff_ffffL);
    }

    /// A record without routes passes by its time; a change of state also by its peer, and only
    /// where nobody asks for prefixes or origins.
    @Override
    public boolean passesOther(byte[] octets, int start, int end) {
      long seconds = Octets.i32(octets, start) & 0xffff_ffffL;
      StateChange change = StateChange.read(new Octets(octets, start, end - start));
      if (change == null) {
        return true;
      }
      boolean peer =
          switch (change.peer()) {
            case Ipv4Address four ->
                asked.isMember(false, (long) four.bits() << 32, 0, change.peerAsn().bits());
            case Ipv6Address six ->
                asked.isMember(true, six.high(), six.low(), change.peerAsn().bits());
          };
      return peer
          && asked.from <= seconds
          && seconds < asked.to
          && asked.prefix == null
          && asked.origin == null;
    }
  }
}
