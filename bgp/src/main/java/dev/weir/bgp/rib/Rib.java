package dev.weir.bgp.rib;

import dev.weir.bgp.type.AfiSafi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The routing table: all families, all peers; the writer's side.
///
/// **Idea.** Millions of routes say the same few things. So everything a route says is stored once
/// ([AttributeStore]), and what is left of a route is a slot of 16 octets: number of its attribute
/// set, number of its next hop, where it comes from, when, and a few flags. The slots of a prefix
/// lie side by side ([Slots]) behind a trie of prefixes ([TrieNodes]); all of it is integers in
/// pages ([IntColumn]).
///
/// **One writer, many readers.** One thread calls the methods of this class and of the tables it
/// hands out. [#snapshot] gives a view that never changes; it copies nothing, and from then on the
/// writer copies each page before it first changes it. Any thread may read a snapshot, or take the
/// one made last from [#published]. Nobody waits for anybody. When no thread has a snapshot any
/// more, the collector takes the pages that only it had.
///
/// **Reclamation.** Whatever the last route that uses it leaves behind is used again for what comes
/// next; a table that runs empty is as small as a new one.
public final class Rib {
  private static final int MOST_INGRESSES = 1 << 24;

  private final AttributeStore store = new AttributeStore();
  private final Map<AfiSafi, PrefixTable> prefixes = new TreeMap<>();
  private final Map<AfiSafi, ExactTable> others = new TreeMap<>();
  private final Map<Ingress, Integer> numbers = new HashMap<>();
  private List<Ingress> ingresses = new ArrayList<>();
  private boolean ingressesShared;
  private @Nullable OriginCheck check;
  private long version;
  private volatile RibSnapshot published;

  /// Makes an empty table.
  public Rib() {
    published = snapshot();
  }

  /// Returns the number of an ingress, a new one if it was not there.
  ///
  /// @throws IllegalStateException if there are 16,777,216 already
  public int ingress(Ingress ingress) {
    Integer known = numbers.get(ingress);
    if (known != null) {
      return known;
    }
    int number = ingresses.size();
    if (number == MOST_INGRESSES) {
      throw new IllegalStateException("too many peers: " + number);
    }
    if (ingressesShared) {
      ingresses = new ArrayList<>(ingresses);
      ingressesShared = false;
    }
    ingresses.add(ingress);
    numbers.put(ingress, number);
    return number;
  }

  /// Returns the table of a plain family, see [AfiSafi#isPlain].
  ///
  /// @throws IllegalArgumentException if the family is not plain
  public PrefixTable prefixes(AfiSafi family) {
    PrefixTable table = prefixes.get(family);
    if (table == null) {
      if (!family.isPlain()) {
        throw new IllegalArgumentException("no family of plain prefixes: " + family);
      }
      table = new PrefixTable(family, store);
      table.check(family.safi() == 1 ? check : null);
      prefixes.put(family, table);
    }
    return table;
  }

  /// Returns the table of a family that is not plain.
  ///
  /// @throws IllegalArgumentException if the family is plain
  public ExactTable others(AfiSafi family) {
    ExactTable table = others.get(family);
    if (table == null) {
      if (family.isPlain()) {
        throw new IllegalArgumentException("a family of plain prefixes: " + family);
      }
      table = new ExactTable(family, store);
      others.put(family, table);
    }
    return table;
  }

  /// Withdraws all routes of a peer whose session is gone, of all families.
  ///
  /// @return how many
  public int peerDown(int ingress) {
    int withdrawn = 0;
    for (PrefixTable table : prefixes.values()) {
      withdrawn += table.withdrawAll(ingress);
    }
    for (ExactTable table : others.values()) {
      withdrawn += table.withdrawAll(ingress);
    }
    store.trim();
    return withdrawn;
  }

  /// Marks the routes of a peer as stale, which has gone and is expected back (RFC 4724, RFC 9494);
  /// [PrefixTable#withdrawStale] ends that, family by family.
  ///
  /// @param forLong whether the routes are stale for long
  /// @return how many
  public int markStale(int ingress, boolean forLong) {
    int marked = 0;
    for (PrefixTable table : prefixes.values()) {
      marked += table.markStale(ingress, forLong);
    }
    for (ExactTable table : others.values()) {
      marked += table.markStale(ingress, forLong);
    }
    return marked;
  }

  /// Checks the origin of every unicast route that is announced from now on; null ends that. Routes
  /// that are there keep their state until they are validated again, see [Revalidation].
  public void check(@Nullable OriginCheck with) {
    this.check = with;
    for (PrefixTable table : prefixes.values()) {
      table.check(table.family().safi() == 1 ? with : null);
    }
  }

  /// Returns how many routes there are, of all families.
  public long routes() {
    long routes = 0;
    for (PrefixTable table : prefixes.values()) {
      routes += table.routes();
    }
    for (ExactTable table : others.values()) {
      routes += table.routes();
    }
    return routes;
  }

  /// Returns how many routes of an ingress there are, of all families.
  public long routes(int ingress) {
    long routes = 0;
    for (PrefixTable table : prefixes.values()) {
      routes += table.routes(ingress);
    }
    for (ExactTable table : others.values()) {
      routes += table.routes(ingress);
    }
    return routes;
  }

  /// Returns how many different things the routes share; what was only remembered is forgotten
  /// first.
  public StoreSize size() {
    store.trim();
    return store.size();
  }

  /// Returns how many octets of memory the table takes by its own account.
  public long octets() {
    long octets = store.size().octets();
    for (PrefixTable table : prefixes.values()) {
      octets += table.octets();
    }
    for (ExactTable table : others.values()) {
      octets += table.octets();
    }
    return octets;
  }

  /// Takes a view of the table as it is now, which will never change, and publishes it. Costs
  /// nothing that depends on the number of routes.
  public RibSnapshot snapshot() {
    Map<AfiSafi, TablePages> tables = new TreeMap<>();
    prefixes.forEach((family, table) -> tables.put(family, table.share()));
    others.forEach((family, table) -> tables.put(family, table.share()));
    ingressesShared = true;
    RibSnapshot snapshot = new RibSnapshot(++version, store.share(), tables, ingresses);
    published = snapshot;
    return snapshot;
  }

  /// Returns the snapshot made last; any thread may ask.
  public RibSnapshot published() {
    return published;
  }

  PrefixTable[] unicast() {
    return prefixes.values().stream()
        .filter(table -> table.family().safi() == 1)
        .toArray(PrefixTable[]::new);
  }
}
