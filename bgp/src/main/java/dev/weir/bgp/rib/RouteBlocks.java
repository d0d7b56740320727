package dev.weir.bgp.rib;

/// The routes of a table, in one block of slots for each prefix; the writer's side of [Slots].
///
/// A block is known by its number and a word that says how many slots it has and of which kind
/// ([TrieNodes#META]). Both may change with every call; who owns them reads them afterwards from
/// [#block] and [#meta]. A block has exactly the room that [Slabs#room] gives so many slots, so
/// that a prefix costs what its routes cost.
final class RouteBlocks implements Slabs.Pages {
  private final AttributeStore store;
  private final IntColumn slots = new IntColumn();
  private final Slabs slabs = new Slabs(this, Slots.PAGE_SHIFT, true);
  private final IntColumn ingresses = new IntColumn();
  private int routes;
  private int block;
  private int meta;

  RouteBlocks(AttributeStore store) {
    this.store = store;
  }

  @Override
  public void open(int page, int units) {
    slots.put(page, new int[units << 2]);
  }

  @Override
  public void close(int page) {
    slots.drop(page);
  }

  /// The block after the last call.
  int block() {
    return block;
  }

  /// How many slots it has and of which kind, after the last call.
  int meta() {
    return meta;
  }

  /// Returns how many routes there are.
  int routes() {
    return routes;
  }

  /// Returns how many routes of an ingress there are.
  int routes(int ingress) {
    return ingress >>> IntColumn.SHIFT < ingresses.count() ? ingresses.get(ingress) : 0;
  }

  /// The pages of slots, until the next change.
  int[][] pages() {
    return slots.pages();
  }

  /// Hands the slots to a reader, for which they will not change.
  int[][] share() {
    return slots.share();
  }

  /// Hands the routes of each ingress to a reader.
  int[][] shareCounts() {
    return ingresses.share();
  }

  /// Returns how many octets of memory everything takes.
  long octets() {
    return slots.octets() + slabs.octets() + ingresses.octets();
  }

  private void select(int selected, int selectedMeta) {
    block = selected;
    meta = selectedMeta;
  }

  private int count() {
    return meta >>> TrieNodes.COUNT_SHIFT;
  }

  /// Announces a route with what was prepared in the store.
  ///
  /// @param owner ingress and flags, see [Slots#OWNER]
  Announced announce(int of, int ofMeta, int owner, int pathId, int time) {
    select(of, ofMeta);
    if (pathId != 0 && (meta & TrieNodes.WIDE) == 0) {
      widen();
    }
    int ingress = owner >>> Slots.INGRESS_SHIFT;
    int found =
        count() == 0
            ? ~0
            : Slots.find(
                slots.pages()[Slots.page(block)], Slots.offset(block), meta, ingress, pathId);
    if (found >= 0) {
      return replace(found, owner, time);
    }
    int at = makeRoom(~found);
    int[] page = slots.pages()[Slots.page(block)];
    page[at + Slots.SET] = store.set();
    page[at + Slots.HOP] = store.hop();
    page[at + Slots.OWNER] = owner;
    page[at + Slots.TIME] = time;
    if ((meta & TrieNodes.WIDE) != 0) {
      page[at + Slots.PATH_ID] = pathId;
    }
    store.retain(store.set(), store.hop());
    routes++;
    ingresses.reach(ingress);
    ingresses.set(ingress, ingresses.get(ingress) + 1);
    return Announced.ADDED;
  }

  private Announced replace(int slot, int owner, int time) {
    int[] page = slots.writable(Slots.page(block));
    int at = Slots.offset(block) + slot * Slots.stride(meta);
    int set = page[at + Slots.SET];
    int hop = page[at + Slots.HOP];
    page[at + Slots.OWNER] = owner;
    page[at + Slots.TIME] = time;
    if (set == store.set() && hop == store.hop()) {
      return Announced.REPEATED;
    }
    store.retain(store.set(), store.hop());
    page[at + Slots.SET] = store.set();
    page[at + Slots.HOP] = store.hop();
    store.release(set, hop);
    return Announced.CHANGED;
  }

  /// Makes room for one slot more before that at a position.
  ///
  /// @return where it begins in the page, which is written to
  private int makeRoom(int position) {
    int count = count();
    int stride = Slots.stride(meta);
    int units = Slots.units(count, stride);
    int needed = Slots.units(count + 1, stride);
    int before = position * stride;
    int behind = (count - position) * stride;
    meta += 1 << TrieNodes.COUNT_SHIFT;
    if (count > 0 && slabs.room(units) == slabs.room(needed)) {
      int[] page = slots.writable(Slots.page(block));
      int at = Slots.offset(block) + before;
      System.arraycopy(page, at, page, at + stride, behind);
      return at;
    }
    int fresh = slabs.allocate(needed);
    int[] into = slots.writable(Slots.page(fresh));
    int start = Slots.offset(fresh);
    if (count > 0) {
      int[] from = slots.pages()[Slots.page(block)];
      int old = Slots.offset(block);
      System.arraycopy(from, old, into, start, before);
      System.arraycopy(from, old + before, into, start + before + stride, behind);
      slabs.free(block, units);
    }
    block = fresh;
    return start + before;
  }

  /// Gives every slot of the block a path identifier, 0 so far.
  private void widen() {
    int count = count();
    meta |= TrieNodes.WIDE;
    if (count == 0) {
      return;
    }
    int fresh = slabs.allocate(Slots.units(count, 5));
    int[] into = slots.writable(Slots.page(fresh));
    int[] from = slots.pages()[Slots.page(block)];
    for (int i = 0; i < count; i++) {
      int at = Slots.offset(fresh) + i * 5;
      System.arraycopy(from, Slots.offset(block) + i * 4, into, at, 4);
      into[at + Slots.PATH_ID] = 0;
    }
    slabs.free(block, Slots.units(count, 4));
    block = fresh;
  }

  /// Withdraws a route; false if there is none.
  boolean withdraw(int of, int ofMeta, int ingress, int pathId) {
    select(of, ofMeta);
    int[] page = slots.pages()[Slots.page(block)];
    int found = Slots.find(page, Slots.offset(block), meta, ingress, pathId);
    if (found < 0) {
      return false;
    }
    remove(found, found + 1);
    return true;
  }

  /// Withdraws all routes of an ingress that have at least these flags.
  ///
  /// @return how many
  int withdrawAll(int of, int ofMeta, int ingress, int flags) {
    select(of, ofMeta);
    int withdrawn = 0;
    for (int slot = first(ingress); slot < count() && owner(slot) == ingress; ) {
      int own = slots.pages()[Slots.page(block)][at(slot) + Slots.OWNER];
      if ((own & flags) == flags) {
        remove(slot, slot + 1);
        withdrawn++;
      } else {
        slot++;
      }
    }
    return withdrawn;
  }

  /// Changes flags of all routes of an ingress.
  ///
  /// @return how many routes it has
  int mark(int of, int ofMeta, int ingress, int flags) {
    select(of, ofMeta);
    int marked = 0;
    for (int slot = first(ingress); slot < count() && owner(slot) == ingress; slot++) {
      slots.writable(Slots.page(block))[at(slot) + Slots.OWNER] |= flags;
      marked++;
    }
    return marked;
  }

  /// Changes ingress and flags of a slot.
  ///
  /// @param at where it begins in its page
  void setOwner(int of, int at, int owner) {
    slots.writable(Slots.page(of))[at + Slots.OWNER] = owner;
  }

  private int first(int ingress) {
    int found = Slots.find(slots.pages()[Slots.page(block)], Slots.offset(block), meta, ingress, 0);
    return found >= 0 ? found : ~found;
  }

  private int at(int slot) {
    return Slots.offset(block) + slot * Slots.stride(meta);
  }

  private int owner(int slot) {
    return slots.pages()[Slots.page(block)][at(slot) + Slots.OWNER] >>> Slots.INGRESS_SHIFT;
  }

  private void remove(int from, int to) {
    int[] page = slots.pages()[Slots.page(block)];
    int stride = Slots.stride(meta);
    for (int slot = from; slot < to; slot++) {
      int at = at(slot);
      int ingress = page[at + Slots.OWNER] >>> Slots.INGRESS_SHIFT;
      ingresses.set(ingress, ingresses.get(ingress) - 1);
      routes--;
      store.release(page[at + Slots.SET], page[at + Slots.HOP]);
    }
    int count = count();
    int left = count - (to - from);
    int units = Slots.units(count, stride);
    meta -= to - from << TrieNodes.COUNT_SHIFT;
    if (left == 0) {
      slabs.free(block, units);
      block = 0;
      meta &= ~TrieNodes.WIDE;
      return;
    }
    int start = Slots.offset(block);
    int needed = Slots.units(left, stride);
    int behind = (count - to) * stride;
    if (slabs.room(units) == slabs.room(needed)) {
      int[] own = slots.writable(Slots.page(block));
      System.arraycopy(own, start + to * stride, own, start + from * stride, behind);
      return;
    }
    int fresh = slabs.allocate(needed);
    int[] into = slots.writable(Slots.page(fresh));
    int at = Slots.offset(fresh);
    System.arraycopy(page, start, into, at, from * stride);
    System.arraycopy(page, start + to * stride, into, at + from * stride, behind);
    slabs.free(block, units);
    block = fresh;
  }
}
