package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.PathAttributes;
import dev.weir.bgp.type.AfiSafi;
import dev.weir.inet.Prefix;
import dev.weir.inet.Prefix4;
import dev.weir.inet.Prefix6;
import org.jspecify.annotations.Nullable;

/// The routes of a plain family, by prefix; the writer's side.
///
/// Prefixes are given as `high`, `low` and `length`, as [dev.weir.bgp.wire.PrefixCursor] has them:
/// the first and the last 64 bits of the address, an IPv4 address in the first 32. Bits behind the
/// length must be zero.
///
/// ```java
/// PrefixTable table = rib.prefixes(AfiSafi.IPV4_UNICAST);
/// table.prepare(update.attributes(), Octets.EMPTY);
/// for (PrefixCursor p = update.announcedPrefixes(); p.next(); ) {
///   table.announce(ingress, p.high(), p.low(), p.length(), p.pathId(), seconds);
/// }
/// ```
///
/// Only one thread may call any of the methods.
public final class PrefixTable {
  private final AfiSafi family;
  private final AttributeStore store;
  private final RouteBlocks blocks;
  private final Trie trie;
  private final int width;
  private int prefixes;
  private long lastHigh;
  private long lastLow;
  private int lastLength;
  private int lastNode;
  private @Nullable OriginCheck check;

  PrefixTable(AfiSafi family, AttributeStore store) {
    this.family = family;
    this.store = store;
    this.blocks = new RouteBlocks(store);
    this.width = family.addressOctets() * 8;
    this.trie = new Trie(width);
  }

  /// Returns the family of the routes.
  public AfiSafi family() {
    return family;
  }

  /// Says what the announcements to come say of their routes.
  ///
  /// @param attributes of the message or the table entry; not kept
  /// @param nextHop octets of the next hop as MP_REACH_NLRI has them; empty where the attributes
  ///   have it
  public void prepare(PathAttributes attributes, Octets nextHop) {
    store.prepare(attributes, nextHop, width != 32);
  }

  /// Announces a route with the attributes prepared last, in place of the one of the same prefix,
  /// ingress and path identifier.
  ///
  /// @param ingress where the route comes from, see [Rib#ingress]
  /// @param pathId 0 where there are none (RFC 7911)
  /// @param time seconds since 1970, unsigned
  public Announced announce(int ingress, long high, long low, int length, int pathId, int time) {
    int node = lastNode;
    if (node == 0 || high != lastHigh || length != lastLength || low != lastLow) {
      if (length > width) {
        throw new IllegalArgumentException("no prefix of " + family + ": length " + length);
      }
      node = trie.insert(high, low, length);
      lastHigh = high;
      lastLow = low;
      lastLength = length;
      lastNode = node;
    }
    int block = TrieNodes.get(trie.pages(), node, TrieNodes.BLOCK);
    int meta = TrieNodes.get(trie.pages(), node, TrieNodes.META);
    int owner = ingress << Slots.INGRESS_SHIFT;
    if (check != null) {
      owner |= validate(block, meta, high, low, length) << Slots.ROV_SHIFT;
    }
    Announced done = blocks.announce(block, meta, owner, pathId, time);
    if (done == Announced.ADDED) {
      prefixes += meta >>> TrieNodes.COUNT_SHIFT == 0 ? 1 : 0;
      keep(node, block, meta);
    }
    return done;
  }

  /// The state of the prepared route: that of a route of the prefix with the same origin, if there
  /// is one.
  private int validate(int block, int meta, long high, long low, int length) {
    int origin = store.origin(store.set());
    int stride = Slots.stride(meta);
    int[] page = blocks.pages()[Slots.page(block)];
    int at = Slots.offset(block);
    for (int i = meta >>> TrieNodes.COUNT_SHIFT; i > 0; i--, at += stride) {
      int state = page[at + Slots.OWNER] & Slots.ROV_MASK;
      if (state != 0 && store.origin(page[at + Slots.SET]) == origin) {
        return state >>> Slots.ROV_SHIFT;
      }
    }
    return check == null ? 0 : check.check(prefix(high, low, length), origin).ordinal();
  }

  /// Validates the routes inside a prefix.
  Revalidation validate(Prefix inside, OriginCheck with, Revalidation.Listener listener) {
    TrieView view = trie.view();
    PrefixWalk walk =
        PrefixWalk.inside(
            view, RibSnapshot.high(inside.address()), RibSnapshot.low(inside), inside.length());
    int looked = 0;
    int changed = 0;
    while (walk.next()) {
      int[] page = trie.pages()[walk.node() >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(walk.node());
      int meta = page[at + TrieNodes.META];
      Prefix prefix = prefix(TrieNodes.high(page, at), TrieNodes.low(page, at), meta & 0xff);
      looked += meta >>> TrieNodes.COUNT_SHIFT;
      changed += validate(page[at + TrieNodes.BLOCK], meta, prefix, with, listener);
    }
    return new Revalidation(looked, changed);
  }

  private int validate(
      int block, int meta, Prefix prefix, OriginCheck with, Revalidation.Listener listener) {
    int changed = 0;
    int known = 0;
    RovState state = null;
    int stride = Slots.stride(meta);
    int at = Slots.offset(block);
    for (int i = meta >>> TrieNodes.COUNT_SHIFT; i > 0; i--, at += stride) {
      int[] page = blocks.pages()[Slots.page(block)];
      int owner = page[at + Slots.OWNER];
      int origin = store.origin(page[at + Slots.SET]);
      if (state == null || origin != known) {
        state = with.check(prefix, origin);
        known = origin;
      }
      RovState before = RibRoute.rov(owner);
      if (before != state) {
        changed++;
        blocks.setOwner(block, at, owner & ~Slots.ROV_MASK | state.ordinal() << Slots.ROV_SHIFT);
        int pathId = stride == 5 ? page[at + Slots.PATH_ID] : 0;
        listener.changed(prefix, owner >>> Slots.INGRESS_SHIFT, pathId, before, state);
      }
    }
    return changed;
  }

  /// Withdraws a route.
  ///
  /// @return false if there is none
  public boolean withdraw(int ingress, long high, long low, int length, int pathId) {
    int node = trie.find(high, low, length);
    if (node == 0) {
      return false;
    }
    int block = TrieNodes.get(trie.pages(), node, TrieNodes.BLOCK);
    int meta = TrieNodes.get(trie.pages(), node, TrieNodes.META);
    if (meta >>> TrieNodes.COUNT_SHIFT == 0 || !blocks.withdraw(block, meta, ingress, pathId)) {
      return false;
    }
    settle(node, block, meta);
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
    for (int node = 1; node < trie.limit() && blocks.routes(ingress) > 0; node++) {
      int meta = TrieNodes.get(trie.pages(), node, TrieNodes.META);
      if (meta >>> TrieNodes.COUNT_SHIFT != 0) {
        int block = TrieNodes.get(trie.pages(), node, TrieNodes.BLOCK);
        int here = blocks.withdrawAll(block, meta, ingress, flags);
        withdrawn += here;
        if (here > 0) {
          settle(node, block, meta);
        }
      }
    }
    return withdrawn;
  }

  /// Marks all routes of an ingress as stale; an announcement makes a route fresh again.
  ///
  /// @param forLong whether the time of graceful restart is over and that of RFC 9494 runs
  /// @return how many
  public int markStale(int ingress, boolean forLong) {
    int flags = forLong ? Slots.STALE | Slots.LONG_STALE : Slots.STALE;
    int left = blocks.routes(ingress);
    int marked = 0;
    for (int node = 1; node < trie.limit() && marked < left; node++) {
      int meta = TrieNodes.get(trie.pages(), node, TrieNodes.META);
      if (meta >>> TrieNodes.COUNT_SHIFT != 0) {
        int block = TrieNodes.get(trie.pages(), node, TrieNodes.BLOCK);
        marked += blocks.mark(block, meta, ingress, flags);
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

  /// Returns how many prefixes have routes.
  public int prefixes() {
    return prefixes;
  }

  /// Checks every route that is announced from now on; null ends that.
  void check(@Nullable OriginCheck with) {
    this.check = with;
  }

  Trie trie() {
    return trie;
  }

  RouteBlocks blocks() {
    return blocks;
  }

  /// Returns how many octets of memory prefixes and routes take.
  long octets() {
    return trie.octets() + blocks.octets();
  }

  /// Hands the table to a reader, for which it will not change.
  PrefixPages share() {
    return new PrefixPages(
        family, trie.share(), blocks.share(), blocks.shareCounts(), blocks.routes(), prefixes);
  }

  Prefix prefix(long high, long low, int length) {
    return width == 32 ? new Prefix4((int) (high >>> 32), length) : new Prefix6(high, low, length);
  }

  /// Writes down where the block of a node is now.
  private void keep(int node, int block, int meta) {
    if (blocks.block() != block) {
      trie.set(node, TrieNodes.BLOCK, blocks.block());
    }
    if (blocks.meta() != meta) {
      trie.set(node, TrieNodes.META, blocks.meta());
    }
  }

  /// The same after routes went, with which the node may go.
  private void settle(int node, int block, int meta) {
    keep(node, block, meta);
    if (blocks.meta() >>> TrieNodes.COUNT_SHIFT == 0) {
      prefixes--;
      lastNode = 0;
      int[] page = trie.pages()[node >>> TrieNodes.PAGE_SHIFT];
      int at = TrieNodes.offset(node);
      trie.remove(TrieNodes.high(page, at), TrieNodes.low(page, at), meta & 0xff);
    }
  }
}
