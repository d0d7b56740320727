package dev.weir.bgp.rib;

import dev.weir.bgp.mrt.PeerIndexTable;
import dev.weir.bgp.mrt.RouteCursor;
import dev.weir.bgp.mrt.StateChange;
import dev.weir.bgp.nlri.MalformedNlri;
import dev.weir.bgp.nlri.NlriCursor;
import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Asn;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the records of an archive into a table, in their order: entries of table dumps of all
/// versions, UPDATE messages, and sessions that come and go.
///
/// What stands behind a damaged place of a record is left out and counted; the damage is said by
/// [#faults]. A session that leaves the state Established takes the routes of its peer with it.
public final class ArchiveLoader {
  private static final int ESTABLISHED = 6;

  private final Rib rib;
  private final String source;
  private final boolean ids;
  private final RouteCursor route = new RouteCursor();
  private final Map<Peer, Integer> peers = new HashMap<>();
  private PeerIndexTable known = PeerIndexTable.NONE;
  private int[] indexed = new int[0];
  private int lastAfi;
  private int lastSafi;
  private @Nullable PrefixTable lastTable;
  private long records;
  private long announced;
  private long withdrawn;
  private final List<String> faults = new ArrayList<>();
  private long faultCount;

  private record Peer(IpAddress address, Asn asn) {}

  /// Loads into a table.
  ///
  /// @param source what tells its peers from those of the same address of another archive; empty if
  ///   they are the same
  public ArchiveLoader(Rib rib, String source) {
    this(rib, source, true);
  }

  private ArchiveLoader(Rib rib, String source, boolean ids) {
    this.rib = rib;
    this.source = source;
    this.ids = ids;
  }

  /// Loads into a table that is to be compared with that of another archive: peers have no BGP
  /// identifiers, which only table dumps tell.
  public static ArchiveLoader withoutIds(Rib rib) {
    return new ArchiveLoader(rib, "", false);
  }

  /// Puts one record in.
  ///
  /// @param start where it begins in the array, with its header
  /// @param end where it ends, exclusive
  public void load(byte[] array, int start, int end) {
    records++;
    if (!route.open(array, start, end)) {
      if (route.fault() == null) {
        change(array, start, end);
      }
    } else {
      routes(array);
    }
    String fault = route.fault();
    if (fault != null) {
      faultCount++;
      if (faults.size() < 100) {
        faults.add("record " + records + ": " + fault);
      }
    }
  }

  private void routes(byte[] array) {
    long prepared = -1;
    int ingress = -1;
    while (route.next()) {
      if (ingress < 0 || route.isTable()) {
        ingress = ingress();
      }
      if (route.isPlain()) {
        PrefixTable table = table();
        if (route.group() != prepared && !route.isWithdrawn()) {
          table.prepare(route.attributes(), hop(array));
          prepared = route.group();
        }
        plain(table, ingress);
      } else {
        others(ingress, array);
        prepared = -1;
      }
    }
  }

  private PrefixTable table() {
    PrefixTable table = lastTable;
    if (table == null || lastAfi != route.afi() || lastSafi != route.safi()) {
      table = rib.prefixes(route.family());
      lastTable = table;
      lastAfi = route.afi();
      lastSafi = route.safi();
    }
    return table;
  }

  private void plain(PrefixTable table, int ingress) {
    int pathId = route.pathId();
    if (route.isWithdrawn()) {
      table.withdraw(ingress, route.high(), route.low(), route.length(), pathId);
      withdrawn++;
    } else {
      int time = (int) route.originated();
      table.announce(ingress, route.high(), route.low(), route.length(), pathId, time);
      announced++;
    }
  }

  private void others(int ingress, byte[] array) {
    AfiSafi family = route.family();
    ExactTable table = rib.others(family);
    if (!route.isWithdrawn()) {
      table.prepare(route.attributes(), hop(array));
    }
    NlriCursor each = NlriCursor.over(route.nlri(), family, route.hasPathId());
    while (each.next()) {
      if (each.nlri() instanceof MalformedNlri) {
        faultCount++;
        continue;
      }
      Octets nlri = each.octets();
      int pathId = each.hasPathId() ? (int) each.pathId() : 0;
      if (route.isWithdrawn()) {
        table.withdraw(ingress, nlri, pathId);
        withdrawn++;
      } else {
        table.announce(ingress, nlri, pathId, (int) route.originated());
        announced++;
      }
    }
  }

  private Octets hop(byte[] array) {
    int length = route.hopLength();
    return length <= 0 ? Octets.EMPTY : new Octets(array, route.hopStart(), length);
  }

  private int ingress() {
    int index = route.peerIndex();
    if (index < 0) {
      return ingress(route.peerAddress(), new Asn(route.peerAsnBits()), new Ipv4Address(0));
    }
    if (route.peers() != known) {
      known = route.peers();
      indexed = new int[known.size()];
      Arrays.fill(indexed, -1);
    }
    if (index >= indexed.length) {
      return ingress(route.peerAddress(), new Asn(route.peerAsnBits()), new Ipv4Address(0));
    }
    if (indexed[index] < 0) {
      indexed[index] = ingress(known.address(index), known.asn(index), known.id(index));
    }
    return indexed[index];
  }

  private int ingress(IpAddress address, Asn asn, Ipv4Address id) {
    return peers.computeIfAbsent(
        new Peer(address, asn),
        _ -> {
          Ipv4Address known = ids ? id : new Ipv4Address(0);
          return rib.ingress(new Ingress(address, asn, known, source));
        });
  }

  private void change(byte[] array, int start, int end) {
    StateChange change = StateChange.read(new Octets(array, start, end - start));
    if (change != null && change.before() == ESTABLISHED && change.after() != ESTABLISHED) {
      Integer ingress = peers.get(new Peer(change.peer(), change.peerAsn()));
      if (ingress != null) {
        withdrawn += rib.peerDown(ingress);
      }
    }
  }

  /// Returns how many records were put in.
  public long records() {
    return records;
  }

  /// Returns how many routes were announced, repeated ones included.
  public long announced() {
    return announced;
  }

  /// Returns how many routes were withdrawn, by message or because a session ended.
  public long withdrawn() {
    return withdrawn;
  }

  /// Counts damage between records, which whoever cuts the archive into records has found.
  public void damaged() {
    faultCount++;
  }

  /// Returns what was damaged: the first hundred places.
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /// Returns how many records were damaged.
  public long faultCount() {
    return faultCount;
  }
}
