package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;

/// The routes of a family whose routes are not plain prefixes (VPN, EVPN, FlowSpec, link state), by
/// the octets of their NLRI without path identifier; the writer's side.
///
/// Only one thread may call any of the methods.
public final class ExactTable {
  private final AfiSafi family;
  private final AttributeStore store;
  private final RouteBlocks blocks;
  private final OctetTable keys = new OctetTable();
  private final IntColumn nodes = new IntColumn();
  private int limit = 1;

  ExactTable(AfiSafi family, AttributeStore store) {
    this.family = family;
    this.store = store;
    this.blocks = new RouteBlocks(store);
    nodes.reach(1);
  }

  /// Returns the family of the routes.
  public AfiSafi family() {
    return family;
  }

  /// Says what the announcements to come say of their routes, see [PrefixTable#prepare].
  public void prepare(PathAttributes attributes, Octets nextHop) {
    store.prepare(attributes, nextHop, true);
  }

  /// Announces a route with the attributes prepared last, in place of the one of the same NLRI,
  /// ingress and path identifier.
  ///
  /// @param nlri of one route; copied if it is new
  /// @param time seconds since 1970, unsigned
  /// @throws IllegalArgumentException if the NLRI is empty
  public Announced announce(int ingress, Octets nlri, int pathId, int time) {
    if (nlri.isEmpty()) {
      throw new IllegalArgumentException("a route has octets");
    }
    int key = keys.intern(nlri.array(), nlri.offset(), nlri.length());
    nodes.reach(key * 2 + 1);
    limit = Math.max(limit, key + 1);
    int meta = nodes.get(key * 2 + 1);
    if (meta >>> TrieNodes.COUNT_SHIFT != 0) {
      keys.release(key);
    }
    Announced done =
        blocks.announce(nodes.get(key * 2), meta, ingress << Slots.INGRESS_SHIFT, pathId, time);
    if (done == Announced.ADDED) {
      keep(key);
    }
    return done;
  }

  /// Withdraws a route.
  ///
  /// @return false if there is none
  public boolean withdraw(int ingress, Octets nlri, int pathId) {
    int key = keys.find(nlri.array(), nlri.offset(), nlri.length());
    if (key <= 0) {
      return false;
    }
    if (!blocks.withdraw(nodes.get(key * 2), nodes.get(key * 2 + 1), ingress, pathId)) {
      return false;
    }
    settle(key);
    return true;
  }

  /// Withdraws all routes of an ingress.
  ///
  /// @return how many
  public int withdrawAll(int ingress) {
    return withdrawAll(ingress, 0);
  }

  /// Withdraws the routes of an ingress that are still stale.
  ///
  /// @return how many
  public int withdrawStale(int ingress) {
    return withdrawAll(ingress, Slots.STALE);
  }

  private int withdrawAll(int ingress, int flags) {
    int withdrawn = 0;
    for (int key = 1; key < limit && blocks.routes(ingress) > 0; key++) {
      int meta = nodes.get(key * 2 + 1);
      if (meta >>> TrieNodes.COUNT_SHIFT != 0) {
        int here = blocks.withdrawAll(nodes.get(key * 2), meta, ingress, flags);
        withdrawn += here;
        if (here > 0) {
          settle(key);
        }
      }
    }
    return withdrawn;
  }

  /// Marks all routes of an ingress as stale, see [PrefixTable#markStale].
  ///
  /// @return how many
  public int markStale(int ingress, boolean forLong) {
    int flags = forLong ? Slots.STALE | Slots.LONG_STALE : Slots.STALE;
    int marked = 0;
    for (int key = 1; key < limit; key++) {
      int meta = nodes.get(key * 2 + 1);
      if (meta >>> TrieNodes.COUNT_SHIFT != 0) {
        marked += blocks.mark(nodes.get(key * 2), meta, ingress, flags);
      }
    }
    return marked;
  }

  /// Returns how many routes there are.
  public int routes() {
    return blocks.routes();
  }

  /// Returns how many routes of an ingress there are.
  public int routes(int ingress) {
    return blocks.routes(ingress);
  }

  /// Returns how many octets of memory the routes take.
  long octets() {
    return keys.octets() + nodes.octets() + blocks.octets();
  }

  /// Hands the table to a reader, for which it will not change.
  ExactPages share() {
    return new ExactPages(
        family,
        keys.share(),
        nodes.share(),
        blocks.share(),
        blocks.shareCounts(),
        blocks.routes(),
        keys.live());
  }

  private void keep(int key) {
    nodes.set(key * 2, blocks.block());
    nodes.set(key * 2 + 1, blocks.meta());
  }

  private void settle(int key) {
    keep(key);
    if (blocks.meta() >>> TrieNodes.COUNT_SHIFT == 0) {
      keys.release(key);
    }
  }
}
