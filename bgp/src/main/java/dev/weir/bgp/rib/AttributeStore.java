package dev.weir.bgp.rib;

import dev.weir.bgp.octets.Octets;
import dev.weir.bgp.path.AsPath;
import dev.weir.bgp.path.PathAttributes;

/// Everything that routes say besides their prefix, stored once: AS paths, community sets, frames,
/// next hops, and the sets made of the first three.
///
/// **Preparing.** A route announces what was prepared last. Consecutive routes often have the same
/// attribute octets, and a table dump comes back to the same octets peer by peer; so whole octets
/// are looked up first, in a small table that maps them to what they were taken apart to and
/// forgets as it goes ([AttributeCache]). Only what is not found there is taken apart.
final class AttributeStore {
  private final OctetTable paths = new OctetTable();
  private final OctetTable communities = new OctetTable();
  private final OctetTable frames = new OctetTable();
  private final OctetTable hops = new OctetTable();
  private final SetTable sets = new SetTable();
  private final AttributeSplitter splitter = new AttributeSplitter();
  private final AttributeCache cache = new AttributeCache();
  private int set;
  private int hop;
  private int heldSet;
  private int heldHop;

  /// Finds or makes the set of these attributes; routes are announced with it until the next call.
  ///
  /// @param given the octets of the next hop; empty if the attributes have it
  /// @param reachFirst see [AttributeSplitter#split]
  void prepare(PathAttributes attributes, Octets given, boolean reachFirst) {
    int entry = cache.find(attributes, given, reachFirst);
    if (entry >= 0) {
      set = cache.set(entry);
      hop = cache.hop(entry);
      return;
    }
    splitter.split(attributes, given, reachFirst);
    hop = intern(hops, splitter.hop());
    set = internSet();
    letGo();
    if (attributes.octets().length() > AttributeCache.LONGEST) {
      heldSet = set;
      heldHop = hop;
      return;
    }
    int place = ~entry;
    if (cache.set(place) != 0) {
      release(cache.set(place), cache.hop(place));
    }
    cache.put(place, attributes, given, reachFirst, set, hop);
  }

  /// Ends the use of what was prepared last, if it was too long to be remembered.
  private void letGo() {
    if (heldSet != 0) {
      release(heldSet, heldHop);
      heldSet = 0;
    }
  }

  private int internSet() {
    int path = intern(paths, splitter.path());
    int community = communities.intern(splitter.communities(), 0, splitter.communitiesLength());
    int frame = frames.intern(splitter.frame(), 0, splitter.frameLength());
    int found = sets.find(path, community, frame);
    if (found != 0) {
      paths.release(path);
      communities.release(community);
      frames.release(frame);
      return found;
    }
    long origin = new AsPath(splitter.path(), true).originBits();
    return sets.add(path, community, frame, origin < 0 ? 0 : (int) origin);
  }

  private static int intern(OctetTable table, Octets octets) {
    return table.intern(octets.array(), octets.offset(), octets.length());
  }

  /// The set that was prepared last; it has no use for the caller yet.
  int set() {
    return set;
  }

  /// The next hop that was prepared last.
  int hop() {
    return hop;
  }

  /// Returns the origin AS of a set, 0 if there is none.
  int origin(int id) {
    return sets.part(id, SetPages.ORIGIN);
  }

  /// Adds a use of a set and of a next hop.
  void retain(int usedSet, int usedHop) {
    sets.retain(usedSet);
    hops.retain(usedHop);
  }

  /// Ends a use of a set and of a next hop; what nobody uses any more is freed.
  void release(int usedSet, int usedHop) {
    hops.release(usedHop);
    if (sets.release(usedSet)) {
      paths.release(sets.part(usedSet, SetPages.PATH));
      communities.release(sets.part(usedSet, SetPages.COMMUNITIES));
      frames.release(sets.part(usedSet, SetPages.FRAME));
      sets.remove(usedSet);
    }
  }

  /// Forgets the octets that were looked up last, so that only routes use sets. Nothing is prepared
  /// afterwards.
  void trim() {
    letGo();
    for (int entry = 0; entry < cache.size(); entry++) {
      if (cache.set(entry) != 0) {
        release(cache.set(entry), cache.hop(entry));
      }
    }
    cache.clear();
    set = 0;
    hop = 0;
  }

  /// Hands everything to a reader, for which it will not change.
  AttributePages share() {
    return new AttributePages(
        paths.share(), communities.share(), frames.share(), hops.share(), sets.share());
  }

  /// Returns how many different things there are, and what they take.
  StoreSize size() {
    return new StoreSize(
        sets.live(),
        paths.live(),
        communities.live(),
        frames.live(),
        hops.live(),
        sets.octets()
            + paths.octets()
            + communities.octets()
            + frames.octets()
            + hops.octets()
            + cache.octets());
  }
}
