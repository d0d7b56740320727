package dev.weir.bgp.mrt;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.octets.OctetsWriter;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes archive records, one behind another: tables of version 2 with and without path
/// identifiers (RFC 6396 section 4.3, RFC 8050), sessions (section 4.4), old tables (section 4.2).
///
/// ```
/// writer.peers(now, collector, "", peers);
/// writer.beginPrefix(now, prefix, false, 0);
/// writer.entry(0, since, 0, attributes);
/// writer.endPrefix();
/// ```
///
/// The writer appends to an [OctetsWriter] of the caller, who takes from it what is finished. It
/// checks what the format cannot hold, not whether attributes make sense.
public final class MrtWriter {
  private final OctetsWriter out;
  private int recordAt = -1;
  private int entriesAt;
  private int entries;
  private boolean pathIds;

  /// Appends to `out`.
  public MrtWriter(OctetsWriter out) {
    this.out = out;
  }

  /// Writes a record as it is.
  public void record(MrtRecord record) {
    out.octets(record.octets());
  }

  /// Writes a record of any type from its message.
  ///
  /// @param microseconds -1 for a type that has none
  public void record(long seconds, int type, int subtype, long microseconds, Octets message) {
    begin(seconds, type, subtype);
    if (microseconds >= 0) {
      out.u32((int) microseconds);
    }
    out.octets(message);
    end();
  }

  /// Writes the table of peers that must stand before the prefixes.
  ///
  /// @throws IllegalArgumentException if there are more than 65,535 peers
  public void peers(long seconds, Ipv4Address collector, String view, List<PeerEntry> peers) {
    if (peers.size() > 0xffff) {
      throw new IllegalArgumentException("at most 65,535 peers: " + peers.size());
    }
    begin(seconds, MrtType.TABLE_DUMP_V2, MrtSubtype.PEER_INDEX_TABLE);
    out.u32(collector.bits());
    byte[] name = view.getBytes(StandardCharsets.UTF_8);
    out.u16(name.length).bytes(name).u16(peers.size());
    for (PeerEntry peer : peers) {
      boolean six = peer.address().width() == 128;
      boolean four = peer.fourOctetAsn() || peer.asn().bits() >>> 16 != 0;
      out.u8((six ? 1 : 0) | (four ? 2 : 0)).u32(peer.id().bits());
      address(peer.address());
      asn(peer.asn().bits(), four);
    }
    end();
  }

  /// Begins the record of a unicast prefix.
  ///
  /// @param pathIds whether its entries have path identifiers
  /// @param sequence counts the prefixes of a table
  public void beginPrefix(long seconds, Prefix prefix, boolean pathIds, int sequence) {
    int subtype =
        switch (prefix) {
          case Prefix4 _ ->
              pathIds ? MrtSubtype.RIB_IPV4_UNICAST_ADDPATH : MrtSubtype.RIB_IPV4_UNICAST;
          case Prefix6 _ ->
              pathIds ? MrtSubtype.RIB_IPV6_UNICAST_ADDPATH : MrtSubtype.RIB_IPV6_UNICAST;
        };
    beginTable(seconds, subtype, sequence, pathIds);
    prefix(prefix);
    entriesAt = out.length();
    out.u16(0);
  }

  /// Begins the record of a prefix of any of the subtypes that have entries, from its octets.
  ///
  /// @param subtype see [MrtSubtype]
  /// @param nlri what stands before the number of entries: length and address; of a generic record
  ///   family, subsequent family and route
  /// @param pathIds whether its entries have path identifiers
  public void beginTable(long seconds, int subtype, int sequence, Octets nlri, boolean pathIds) {
    beginTable(seconds, subtype, sequence, pathIds);
    out.octets(nlri);
    entriesAt = out.length();
    out.u16(0);
  }

  private void beginTable(long seconds, int subtype, int sequence, boolean pathIds) {
    begin(seconds, MrtType.TABLE_DUMP_V2, subtype);
    this.pathIds = pathIds;
    entries = 0;
    out.u32(sequence);
  }

  /// Adds a route to the prefix.
  ///
  /// @param peer its number in the table of peers
  /// @param originated since when, in seconds since 1970
  /// @param pathId its path identifier, where the record has them
  /// @param attributes four-octet AS numbers, MP_REACH_NLRI with next hop only (section 4.3.4)
  /// @throws IllegalArgumentException if the attributes have more than 65,535 octets
  public void entry(int peer, long originated, int pathId, Octets attributes) {
    if (attributes.length() > 0xffff) {
      throw new IllegalArgumentException("at most 65,535 octets: " + attributes.length());
    }
    out.u16(peer).u32((int) originated);
    if (pathIds) {
      out.u32(pathId);
    }
    out.u16(attributes.length()).octets(attributes);
    entries++;
  }

  /// Ends the record of a prefix. One without entries is taken back.
  public void endPrefix() {
    if (entries == 0) {
      out.truncate(recordAt);
      return;
    }
    out.setU16(entriesAt, entries);
    end();
  }

  /// Writes a message or a change of state of a session.
  public void session(Bgp4mp record) {
    boolean extended = record.microseconds() >= 0;
    begin(record.seconds(), extended ? MrtType.BGP4MP_ET : MrtType.BGP4MP, record.subtype());
    if (extended) {
      out.u32((int) record.microseconds());
    }
    Session session = record.session();
    boolean four = MrtSubtype.isFourOctet(record.subtype());
    asn(session.peerAsn().bits(), four);
    asn(session.localAsn().bits(), four);
    out.u16(session.interfaceIndex());
    out.u16(session.peer().width() == 32 ? AfiSafi.AFI_IPV4 : AfiSafi.AFI_IPV6);
    address(session.peer());
    address(session.local());
    out.octets(record.content());
    end();
  }

  /// Writes a route of an old table, with AS numbers of two octets in its attributes.
  ///
  /// @param view the number of the table, mostly 0
  /// @param route its prefix, peer and times
  public void dump(long seconds, int view, int sequence, DumpedRoute route) {
    boolean six = route.prefix() instanceof Prefix6;
    begin(seconds, MrtType.TABLE_DUMP, six ? MrtSubtype.DUMP_IPV6 : MrtSubtype.DUMP_IPV4);
    out.u16(view).u16(sequence);
    address(route.prefix().address());
    out.u8(route.prefix().length()).u8(route.status()).u32((int) route.originated());
    address(route.peer());
    out.u16(route.peerAsn().bits()).u16(route.attributes().length()).octets(route.attributes());
    end();
  }

  private void begin(long seconds, int type, int subtype) {
    recordAt = out.length();
    out.u32((int) seconds).u16(type).u16(subtype).u32(0);
  }

  private void end() {
    int length = out.length() - recordAt - MrtRecord.HEADER;
    out.setU16(recordAt + 8, length >>> 16);
    out.setU16(recordAt + 10, length & 0xffff);
  }

  private void asn(int asn, boolean four) {
    if (four) {
      out.u32(asn);
    } else {
      out.u16(asn);
    }
  }

  private void address(IpAddress address) {
    byte[] octets = new byte[address.width() / 8];
    address.write(octets, 0);
    out.bytes(octets);
  }

  private void prefix(Prefix prefix) {
    byte[] octets = new byte[16];
    prefix.address().write(octets, 0);
    out.u8(prefix.length());
    out.octets(new Octets(octets, 0, prefix.length() + 7 >>> 3));
  }
}
