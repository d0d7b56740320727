package dev.weir.cli.bgp;

import dev.weir.bgp.flow.Batch;
import dev.weir.bgp.flow.RouteGate;
import dev.weir.bgp.flow.Stage;
import dev.weir.bgp.mrt.Damage;
import dev.weir.bgp.mrt.MrtSubtype;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.mrt.StateChange;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AttributeCursor;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what is in archives. Each worker has a tally of its own; they are added up at the end.
///
/// A record counts if it holds no routes, or one that is selected. Attributes are counted once for
/// each set as it stands in the archive, that is once for all the routes of a message.
final class MrtTally implements Stage {
  private static final Comparator<MrtSubtype> BY_NUMBER =
      Comparator.comparingInt(MrtSubtype::type).thenComparingInt(MrtSubtype::code);

  /// Numbers of records and octets.
  static final class Records {
    long count;
    long octets;
  }

  /// Numbers of routes.
  static final class Routes {
    long table;
    long announced;
    long withdrawn;
    long states;

    void add(Routes other) {
      table += other.table;
      announced += other.announced;
      withdrawn += other.withdrawn;
      states += other.states;
    }
  }

  /// Who a route comes from: what a record says of it, as numbers.
  private record PeerKey(boolean six, long high, long low, int asn) {
    Peer peer() {
      return new Peer(
          six ? new Ipv6Address(high, low) : new Ipv4Address((int) (high >>> 32)), new Asn(asn));
    }
  }

  /// A peer.
  record Peer(IpAddress address, Asn asn) implements Comparable<Peer> {
    @Override
    public int compareTo(Peer other) {
      int order = address.compareTo(other.address);
      return order != 0 ? order : asn.compareTo(other.asn);
    }
  }

  final Map<MrtSubtype, Records> records = new TreeMap<>(BY_NUMBER);
  final Map<Peer, Routes> peers = new TreeMap<>();
  final Map<AfiSafi, Routes> families = new TreeMap<>();
  final long[] attributes = new long[256];
  final Map<AfiSafi, long[]> lengths = new TreeMap<>();
  long first = Long.MAX_VALUE;
  long last = -1;
  long damages;

  private final RouteCursor route = new RouteCursor();
  private final RouteGate gate;
  private final Map<PeerKey, Routes> seen = new HashMap<>();
  private @Nullable AfiSafi family;
  private Routes ofFamily = new Routes();
  private long[] ofLengths = new long[129];
  private Routes ofPeer = new Routes();
  private long group = -1;

  MrtTally(RouteGate gate) {
    this.gate = gate;
  }

  @Override
  public void process(Batch batch) {
    route.peers(batch.peers());
    gate.begin(batch);
    byte[] octets = batch.octets();
    for (int i = 0; i < batch.records(); i++) {
      int start = batch.start(i);
      int end = batch.end(i);
      boolean counts;
      if (route.open(octets, start, end)) {
        counts = countRoutes();
      } else {
        counts = gate.passesOther(octets, start, end);
        if (counts) {
          countChange(new Octets(octets, start, end - start));
        }
      }
      if (counts) {
        count(octets, start, end);
      }
      String fault = route.fault();
      if (fault != null) {
        batch.damages().add(new Damage(batch.position(route.faultAt()), 0, fault));
      }
    }
  }

  private void count(byte[] octets, int start, int end) {
    MrtSubtype kind = new MrtSubtype(Octets.u16(octets, start + 4), Octets.u16(octets, start + 6));
    Records of = records.computeIfAbsent(kind, _ -> new Records());
    of.count++;
    of.octets += end - start;
    long seconds = Octets.i32(octets, start) & 0xffff_ffffL;
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
  }

  /// Counts the routes of a record; returns whether one passes, or there is none.
  private boolean countRoutes() {
    int walked = 0;
    int passed = 0;
    while (route.next()) {
      walked++;
      if (gate.passes(route)) {
        passed++;
        countRoute();
      }
    }
    return passed > 0 || walked == 0;
  }

  private void countRoute() {
    if (route.group() != group) {
      group = route.group();
      PeerKey key =
          new PeerKey(route.isPeerIpv6(), route.peerHigh(), route.peerLow(), route.peerAsnBits());
      ofPeer = seen.computeIfAbsent(key, _ -> new Routes());
      if (!route.isWithdrawn()) {
        countAttributes();
      }
    }
    AfiSafi at = family;
    if (at == null || at.afi() != route.afi() || at.safi() != route.safi()) {
      at = route.family();
      family = at;
      ofFamily = families.computeIfAbsent(at, _ -> new Routes());
      ofLengths = route.isPlain() ? lengths.computeIfAbsent(at, _ -> new long[129]) : new long[129];
    }
    count(ofPeer);
    count(ofFamily);
    if (!route.isWithdrawn()) {
      ofLengths[route.length()]++;
    }
  }

  private void count(Routes routes) {
    if (route.isTable()) {
      routes.table++;
    } else if (route.isWithdrawn()) {
      routes.withdrawn++;
    } else {
      routes.announced++;
    }
  }

  private void countAttributes() {
    AttributeCursor each = route.attributes().cursor();
    while (each.next()) {
      attributes[each.type()]++;
    }
  }

  private void countChange(Octets record) {
    StateChange change = StateChange.read(record);
    if (change != null) {
      Peer peer = new Peer(change.peer(), change.peerAsn());
      peers.computeIfAbsent(peer, _ -> new Routes()).states++;
    }
  }

  /// Adds what another tally has counted.
  void add(MrtTally other) {
    other.records.forEach((kind, number) -> {
      Records of = records.computeIfAbsent(kind, _ -> new Records());
      of.count += number.count;
      of.octets += number.octets;
    });
    other.peers.forEach((peer, of) -> peers.computeIfAbsent(peer, _ -> new Routes()).add(of));
    other.seen.forEach((key, of) -> peers.computeIfAbsent(key.peer(), _ -> new Routes()).add(of));
    other.families.forEach((at, of) -> families.computeIfAbsent(at, _ -> new Routes()).add(of));
    add(attributes, other.attributes);
    other.lengths.forEach((at, of) -> add(lengths.computeIfAbsent(at, _ -> new long[129]), of));
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  private static void add(long[] to, long[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
