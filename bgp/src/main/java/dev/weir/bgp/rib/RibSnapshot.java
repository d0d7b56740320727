package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.IpAddress;
import dev.weir.inet.Ipv4Address;
import dev.weir.inet.Ipv6Address;
import dev.weir.inet.Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The routing table as it was at one moment; any thread may read it, as long as it likes.
///
/// Families that are plain prefixes answer by exact prefix, by longest match, and for all prefixes
/// inside or around one; the others by their NLRI. See [Query] for what can be asked beyond that.
public final class RibSnapshot {
  private final long version;
  private final AttributePages attributes;
  private final Map<AfiSafi, TablePages> tables;
  private final List<Ingress> ingresses;

  RibSnapshot(
      long version,
      AttributePages attributes,
      Map<AfiSafi, TablePages> tables,
      List<Ingress> ingresses) {
    this.version = version;
    this.attributes = attributes;
    this.tables = Collections.unmodifiableMap(tables);
    this.ingresses = Collections.unmodifiableList(ingresses);
  }

  /// Returns the number of the snapshot; later ones of a table have higher numbers.
  public long version() {
    return version;
  }

  /// Returns the families that have, or had, routes, in their order.
  public Set<AfiSafi> families() {
    return tables.keySet();
  }

  /// Returns all peers, by their number.
  public List<Ingress> ingresses() {
    return ingresses;
  }

  /// Returns a peer.
  public Ingress ingress(int number) {
    return ingresses.get(number);
  }

  /// Returns how many routes there are, of all families.
  public long routes() {
    return tables.values().stream().mapToLong(TablePages::routes).sum();
  }

  /// Returns how many routes of a family there are.
  public int count(AfiSafi family) {
    TablePages table = tables.get(family);
    return table == null ? 0 : table.routes();
  }

  /// Returns how many routes of a family and a peer there are.
  public int count(AfiSafi family, int ingress) {
    TablePages table = tables.get(family);
    return table == null ? 0 : table.routes(ingress);
  }

  /// Returns how many different prefixes or NLRI of a family have routes.
  public int prefixes(AfiSafi family) {
    TablePages table = tables.get(family);
    return table == null ? 0 : table.keys();
  }

  /// Goes over all routes of a family, in the order in which they are stored.
  public RouteCursor routes(AfiSafi family) {
    TablePages table = tables.get(family);
    return switch (table) {
      case null -> none(family);
      case PrefixPages prefixes ->
          new RouteCursor(this, table, NodeSource.stored(1, prefixes.trie().limit()));
      case ExactPages exact ->
          new RouteCursor(this, table, NodeSource.stored(1, exact.names().limit()));
    };
  }

  /// Goes over the routes of all prefixes inside one, itself included, by address, the shorter
  /// prefix first.
  public RouteCursor inside(AfiSafi family, Prefix prefix) {
    PrefixPages table = table(family, prefix);
    if (table == null) {
      return none(family);
    }
    PrefixWalk walk =
        PrefixWalk.inside(table.trie(), high(prefix.address()), low(prefix), prefix.length());
    return new RouteCursor(this, table, NodeSource.ordered(walk));
  }

  /// The same, but beginning with the first prefix that does not come before another one.
  RouteCursor inside(AfiSafi family, Prefix prefix, Prefix from) {
    PrefixPages table = table(family, prefix);
    if (table == null || table(family, from) == null) {
      return none(family);
    }
    PrefixWalk walk =
        PrefixWalk.inside(table.trie(), high(prefix.address()), low(prefix), prefix.length());
    walk.skipTo(high(from.address()), low(from), from.length());
    return new RouteCursor(this, table, NodeSource.ordered(walk));
  }

  /// Goes over all routes of a family that is not plain, in the order of the octets of their NLRI.
  private RouteCursor sorted(AfiSafi family) {
    if (!(tables.get(family) instanceof ExactPages exact)) {
      return none(family);
    }
    OctetPages names = exact.names();
    int[] keys =
        IntStream.range(1, names.limit())
            .filter(names::isLive)
            .boxed()
            .sorted((a, b) -> names.get(a).compareUnsigned(names.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new RouteCursor(this, exact, NodeSource.of(keys));
  }

  /// Goes over all routes of a family in the order of prefixes or of NLRI.
  public RouteCursor ordered(AfiSafi family) {
    if (tables.get(family) instanceof PrefixPages) {
      String everything = family.afi() == AfiSafi.AFI_IPV4 ? "0.0.0.0/0" : "::/0";
      return inside(family, Prefix.parse(everything));
    }
    return sorted(family);
  }

  /// Goes over the routes of one NLRI, given without path identifier, in a family that is not
  /// plain.
  public RouteCursor exact(AfiSafi family, Octets nlri) {
    if (!(tables.get(family) instanceof ExactPages exact)) {
      return none(family);
    }
    OctetPages names = exact.names();
    int[] keys =
        IntStream.range(1, names.limit())
            .filter(key -> names.isLive(key) && names.get(key).equals(nlri))
            .toArray();
    return new RouteCursor(this, exact, NodeSource.of(keys));
  }

  /// Goes over the routes of a prefix.
  public RouteCursor exact(AfiSafi family, Prefix prefix) {
    PrefixPages table = table(family, prefix);
    if (table == null) {
      return none(family);
    }
    TrieView trie = table.trie();
    int node = TrieNodes.find(trie, high(prefix.address()), low(prefix), prefix.length());
    return new RouteCursor(this, table, NodeSource.of(node));
  }

  /// Goes over the routes of the longest prefix with routes that holds another one, itself
  /// included.
  public RouteCursor longest(AfiSafi family, Prefix prefix) {
    PrefixPages table = table(family, prefix);
    if (table == null) {
      return none(family);
    }
    TrieView trie = table.trie();
    int node = TrieNodes.longest(trie, high(prefix.address()), low(prefix), prefix.length());
    return new RouteCursor(this, table, NodeSource.of(node));
  }

  /// Goes over the routes of the longest prefix with routes that holds an address.
  public RouteCursor longest(AfiSafi family, IpAddress address) {
    return longest(family, Prefix.of(address, address.width()));
  }

  /// Goes over the routes of all prefixes around one, itself included, the shortest first.
  public RouteCursor around(AfiSafi family, Prefix prefix) {
    PrefixPages table = table(family, prefix);
    if (table == null) {
      return none(family);
    }
    List<Integer> found = new ArrayList<>();
    long high = high(prefix.address());
    long low = low(prefix);
    int[][] nodes = table.trie().nodes();
    for (int node = table.trie().root(); node != 0; ) {
      int[] page = nodes[node >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(node);
      int length = page[at + TrieNodes.META] & 0xff;
      if (length > prefix.length() || !TrieNodes.covers(page, at, length, high, low)) {
        break;
      }
      found.add(node);
      node =
          length == prefix.length()
              ? 0
              : page[at + TrieNodes.LEFT + TrieNodes.bit(high, low, length)];
    }
    int[] all = found.stream().mapToInt(Integer::intValue).toArray();
    return new RouteCursor(this, table, NodeSource.of(all));
  }

  private RouteCursor none(AfiSafi family) {
    TrieView empty = new TrieView(new int[0][], 0, 0, new int[0][], 32);
    int[][] nothing = new int[0][];
    return new RouteCursor(this, new PrefixPages(family, empty, nothing, nothing, 0, 0), () -> 0);
  }

  /// The table of a family, if it has prefixes of that kind.
  private @Nullable PrefixPages table(AfiSafi family, Prefix prefix) {
    return tables.get(family) instanceof PrefixPages table
            && prefix.address().width() == family.addressOctets() * 8
        ? table
        : null;
  }

  @Nullable TablePages table(AfiSafi family) {
    return tables.get(family);
  }

  AttributePages attributes() {
    return attributes;
  }

  static long high(IpAddress address) {
    return switch (address) {
      case Ipv4Address four -> (long) four.bits() << 32;
      case Ipv6Address six -> six.high();
    };
  }

  static long low(Prefix prefix) {
    return switch (prefix.address()) {
      case Ipv4Address _ -> 0;
      case Ipv6Address six -> six.low();
    };
  }
}
