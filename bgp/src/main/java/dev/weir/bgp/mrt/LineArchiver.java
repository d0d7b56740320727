package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.path.AttributeType;
import dev.weir.bgp.path.AttributesBuilder;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.path.RawAttribute;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.bgp.type.Negotiated;
import dev.weir.bgp.wire.UpdateBuilder;
import dev.weir.bgp.wire.UpdateView;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes records of lines, in their order.
///
/// Neighbouring lines that can share a record do: routes of a table that lead to the same prefix;
/// announced routes with the same attributes; withdrawn routes. Routes of tables refer to peers by
/// number; peers are numbered as they appear, and the table of peers, which must stand before the
/// first of these records, is only known behind the last: see [#peerTable].
///
/// What a line does not say is written as 0: the BGP identifiers of peers and collector, address
/// and AS of the collector.
public final class LineArchiver {
  /// Routes gathered for one record or one group of messages.
  private static final int MOST_ROUTES = 1_000;

  /// Attributes that leave room in a message of 4,096 octets.
  private static final int USUAL_ATTRIBUTES = 3_900;

  private static final Set<AfiSafi> PLAIN =
      Set.of(
          AfiSafi.IPV4_UNICAST,
          AfiSafi.IPV4_MULTICAST,
          AfiSafi.IPV6_UNICAST,
          AfiSafi.IPV6_MULTICAST);

  private record Peer(IpAddress address, Asn asn) {}

  private final MrtWriter writer;
  private final Map<Peer, Integer> peers = new LinkedHashMap<>();
  private final List<RouteLine> pending = new ArrayList<>();
  private long tableSeconds = -1;
  private int sequence;

  /// Appends whole records to `out`.
  public LineArchiver(OctetsWriter out) {
    this.writer = new MrtWriter(out);
  }

  /// Returns whether the record of a line needs the table of peers before it.
  public static boolean needsPeers(RouteLine line) {
    return line instanceof RouteLine.InTable table && !table.old();
  }

  /// Takes a line. Its record may be written with a later one.
  ///
  /// @throws MalformedLine if there are more than 65,535 peers in a table
  public void add(RouteLine line) {
    if (needsPeers(line)) {
      if (tableSeconds < 0) {
        tableSeconds = line.head().seconds();
      }
      Peer peer = new Peer(line.head().peer(), line.head().peerAsn());
      peers.putIfAbsent(peer, peers.size());
      if (peers.size() > 0xffff) {
        throw new MalformedLine(1, "a table has at most 65,535 peers");
      }
    }
    if (!pending.isEmpty() && (pending.size() >= MOST_ROUTES || !share(pending.getFirst(), line))) {
      flush();
    }
    pending.add(line);
  }

  /// Writes what has been taken.
  public void flush() {
    if (pending.isEmpty()) {
      return;
    }
    switch (pending.getFirst()) {
      case RouteLine.InTable table when table.old() -> dump(table);
      case RouteLine.InTable table -> table(table);
      case RouteLine.Announced first -> announce(first);
      case RouteLine.Withdrawn first -> withdraw(first);
      case RouteLine.Changed change -> change(change);
    }
    pending.clear();
  }

  /// Returns the record with the table of peers of all lines that needed it; empty if none did.
  public Octets peerTable() {
    if (peers.isEmpty()) {
      return Octets.EMPTY;
    }
    List<PeerEntry> entries = new ArrayList<>();
    Ipv4Address unknown = new Ipv4Address(0);
    peers.keySet().forEach(peer -> entries.add(PeerEntry.of(unknown, peer.address(), peer.asn())));
    OctetsWriter record = new OctetsWriter();
    new MrtWriter(record).peers(tableSeconds, unknown, "", entries);
    return record.toOctets();
  }

  private static boolean share(RouteLine first, RouteLine line) {
    return switch (first) {
      case RouteLine.InTable a ->
          line instanceof RouteLine.InTable b
              && !a.old()
              && !b.old()
              && a.head().seconds() == b.head().seconds()
              && a.target().hasPathId() == b.target().hasPathId()
              && a.target().family().equals(b.target().family())
              && a.target().nlri().equals(b.target().nlri());
      case RouteLine.Announced a ->
          line instanceof RouteLine.Announced b
              && a.head().equals(b.head())
              && a.local() == b.local()
              && shareMessage(a.target(), b.target())
              && a.offer().equals(b.offer());
      case RouteLine.Withdrawn a ->
          line instanceof RouteLine.Withdrawn b
              && a.head().equals(b.head())
              && a.local() == b.local()
              && shareMessage(a.target(), b.target());
      case RouteLine.Changed _ -> false;
    };
  }

  private static boolean shareMessage(RouteLine.Target a, RouteLine.Target b) {
    return a.family().isPlain() && a.family().equals(b.family()) && a.hasPathId() == b.hasPathId();
  }

  private void table(RouteLine.InTable first) {
    RouteLine.Target target = first.target();
    boolean pathIds = target.hasPathId();
    int subtype = subtype(target.family(), pathIds);
    OctetsWriter nlri = new OctetsWriter();
    if (!target.family().isPlain()) {
      nlri.u16(target.family().afi()).u8(target.family().safi());
    }
    nlri.octets(target.nlri());
    writer.beginTable(first.head().seconds(), subtype, sequence++, nlri.toOctets(), pathIds);
    for (RouteLine each : pending) {
      if (each instanceof RouteLine.InTable route) {
        int peer = peers.getOrDefault(new Peer(route.head().peer(), route.head().peerAsn()), 0);
        Octets attributes = inTable(route, false);
        writer.entry(peer, route.originated(), route.target().pathId(), attributes);
      }
    }
    writer.endPrefix();
  }

  private static int subtype(AfiSafi family, boolean pathIds) {
    if (!family.isPlain()) {
      return pathIds ? MrtSubtype.RIB_GENERIC_ADDPATH : MrtSubtype.RIB_GENERIC;
    }
    int plain =
        (family.afi() == AfiSafi.AFI_IPV4
                ? MrtSubtype.RIB_IPV4_UNICAST
                : MrtSubtype.RIB_IPV6_UNICAST)
            + family.safi()
            - 1;
    return pathIds
        ? plain + MrtSubtype.RIB_IPV4_UNICAST_ADDPATH - MrtSubtype.RIB_IPV4_UNICAST
        : plain;
  }

  /// The attributes of a table entry: an IPv4 next hop of an IPv4 route is NEXT_HOP, all others
  /// stand in MP_REACH_NLRI, which is short in tables of version 2 (RFC 6396 section 4.3.4).
  private static Octets inTable(RouteLine.InTable route, boolean whole) {
    RouteLine.Offer offer = route.offer();
    AfiSafi family = route.target().family();
    AttributesBuilder attributes =
        AttributesBuilder.from(new PathAttributes(offer.attributes(), true));
    if (offer.nextHop() instanceof Ipv4Address hop && family.equals(AfiSafi.IPV4_UNICAST)) {
      attributes.nextHop(hop);
    } else if (offer.nextHop() != null) {
      Octets hop = hop(family, offer.nextHop());
      OctetsWriter reach = new OctetsWriter(40);
      if (whole) {
        reach.u16(family.afi()).u8(family.safi());
      }
      reach.u8(hop.length()).octets(hop);
      if (whole) {
        reach.u8(0).octets(route.target().nlri());
      }
      attributes.set(
          new RawAttribute(RawAttribute.OPTIONAL, AttributeType.MP_REACH_NLRI, reach.toOctets()));
    }
    return attributes.octets();
  }

  /// The octets of a next hop; of a VPN, behind a distinguisher of zeros.
  private static Octets hop(AfiSafi family, @Nullable IpAddress address) {
    OctetsWriter out = new OctetsWriter(24);
    if (address != null && (family.safi() == 128 || family.safi() == 129)) {
      out.u64(0);
    }
    return switch (address) {
      case Ipv4Address four -> out.u32(four.bits()).toOctets();
      case Ipv6Address six -> out.u64(six.high()).u64(six.low()).toOctets();
      case null -> Octets.EMPTY;
    };
  }

  private void dump(RouteLine.InTable route) {
    Octets wide = inTable(route, true);
    AttributesBuilder attributes = AttributesBuilder.from(new PathAttributes(wide, true));
    boolean fits =
        route.head().peerAsn().isTwoOctet()
            && new PathAttributes(attributes.build(false).octets(), false)
                    .value(AttributeType.AS4_PATH)
                == null;
    boolean six = route.target().family().afi() == AfiSafi.AFI_IPV6;
    OctetsWriter message = new OctetsWriter();
    message.u16(0).u16(sequence++ & 0xffff);
    Octets nlri = route.target().nlri();
    byte[] address = new byte[six ? 16 : 4];
    System.arraycopy(nlri.array(), nlri.offset() + 1, address, 0, nlri.length() - 1);
    message.bytes(address).u8(nlri.u8(0)).u8(1).u32((int) route.originated());
    route.head().peer().write(address, 0);
    message.bytes(address);
    int asn = route.head().peerAsn().bits();
    Octets octets = fits ? attributes.build(false).octets() : wide;
    (fits ? message.u16(asn) : message.u32(asn)).u16(octets.length()).octets(octets);
    int subtype =
        (six ? MrtSubtype.DUMP_IPV6 : MrtSubtype.DUMP_IPV4)
            + (fits ? 0 : MrtSubtype.DUMP_IPV4_AS4 - MrtSubtype.DUMP_IPV4);
    writer.record(route.head().seconds(), MrtType.TABLE_DUMP, subtype, -1, message.toOctets());
  }

  private void announce(RouteLine.Announced first) {
    RouteLine.Offer offer = first.offer();
    UpdateBuilder builder = builder(first.target(), offer.attributes().length());
    builder.attributes(AttributesBuilder.from(new PathAttributes(offer.attributes(), true)));
    AfiSafi family = first.target().family();
    if (offer.nextHop() instanceof Ipv4Address four && family.equals(AfiSafi.IPV4_UNICAST)) {
      builder.nextHop(four);
    } else {
      builder.nextHop(hop(family, offer.nextHop()));
    }
    for (RouteLine line : pending) {
      if (line instanceof RouteLine.Announced route) {
        builder.announce(family, route.target().nlri(), route.target().pathId());
      }
    }
    messages(first.head(), first.target(), first.local(), builder);
  }

  private void withdraw(RouteLine.Withdrawn first) {
    UpdateBuilder builder = builder(first.target(), 0);
    for (RouteLine line : pending) {
      if (line instanceof RouteLine.Withdrawn route) {
        RouteLine.Target target = route.target();
        builder.withdraw(target.family(), target.nlri(), target.pathId());
      }
    }
    messages(first.head(), first.target(), first.local(), builder);
  }

  private static UpdateBuilder builder(RouteLine.Target target, int attributes) {
    int octets = attributes + (target.family().isPlain() ? 0 : target.nlri().length());
    Set<AfiSafi> families = target.hasPathId() ? PLAIN : Set.of();
    return new UpdateBuilder(new Negotiated(true, families, octets > USUAL_ATTRIBUTES));
  }

  private void messages(
      RouteLine.Head head, RouteLine.Target target, boolean local, UpdateBuilder builder) {
    int subtype =
        target.hasPathId()
            ? local ? MrtSubtype.MESSAGE_AS4_LOCAL_ADDPATH : MrtSubtype.MESSAGE_AS4_ADDPATH
            : local ? MrtSubtype.MESSAGE_AS4_LOCAL : MrtSubtype.MESSAGE_AS4;
    for (UpdateView update : builder.build()) {
      Octets body = update.body();
      OctetsWriter message = new OctetsWriter(19 + body.length());
      message.u64(-1).u64(-1).u16(19 + body.length()).u8(2).octets(body);
      session(head, subtype, message.toOctets());
    }
  }

  private void change(RouteLine.Changed change) {
    Octets states = new OctetsWriter(4).u16(change.before()).u16(change.after()).toOctets();
    session(change.head(), MrtSubtype.STATE_CHANGE_AS4, states);
  }

  private void session(RouteLine.Head head, int subtype, Octets content) {
    IpAddress nobody =
        head.peer() instanceof Ipv4Address ? new Ipv4Address(0) : new Ipv6Address(0, 0);
    Session session = new Session(head.peerAsn(), new Asn(0), 0, head.peer(), nobody);
    writer.session(new Bgp4mp(head.seconds(), head.microseconds(), subtype, session, content));
  }
}
