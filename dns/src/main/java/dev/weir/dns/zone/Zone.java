package dev.weir.dns.zone;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// The idea: a zone of tens of millions of records is a B+tree whose leaves are byte arrays. A
// record costs its data and two octets, a set sixteen more, and no object at all; a page of about
// 32 KiB is the unit that is shared, copied, signed, printed and summarized.
//
// The representation: Page (leaf, array of nodes) and Branch (up to 64 subtrees of one height with
// their first keys). Nodes are sorted by NameKey relative to the apex, which is canonical order.
//
// The invariant: nothing reachable from a Zone ever changes. A changed version copies the pages it
// touches and the branches above them (see ZoneEdit) and shares the rest, so that a difference of
// two versions (ZoneDiff) passes over every subtree they share.
//
// The cost: search and change O(log n) with a factor of one page copy; walking is sequential
// memory;
// about 40 octets of overhead a node with two sets.

/// One version of a zone: an immutable snapshot that any number of threads may read.
public final class Zone {
  private final Name apex;
  private final Octets canonicalApex;
  private final @Nullable Tree root;

  Zone(Name apex, @Nullable Tree root) {
    this.apex = apex;
    this.canonicalApex = Octets.of(apex.canonicalWire());
    this.root = root;
  }

  /// A zone without nodes.
  public static Zone empty(Name apex) {
    return new Zone(apex, null);
  }

  /// Puts parts together that follow one another in canonical order.
  public static Zone of(Name apex, List<ZonePart> parts) {
    List<Page> pages = new ArrayList<>();
    parts.forEach(part -> pages.addAll(part.pages()));
    return pages.isEmpty() ? empty(apex) : new Zone(apex, Branch.over(pages));
  }

  /// The name at the top of the zone.
  public Name apex() {
    return apex;
  }

  /// The apex in wire form with small letters.
  public Octets canonicalApex() {
    return canonicalApex;
  }

  /// What the zone holds, in numbers.
  public Summary summary() {
    return root == null ? Summary.EMPTY : root.summary();
  }

  /// A cursor before the first node.
  public ZoneCursor cursor() {
    return new ZoneCursor(this, new byte[0], null);
  }

  /// A cursor before the first node whose key is not below `key`.
  public ZoneCursor cursor(byte[] key) {
    return new ZoneCursor(this, key, null);
  }

  /// A cursor over a range.
  public ZoneCursor cursor(ZoneRange range) {
    return new ZoneCursor(this, range.from(), range.until());
  }

  /// A cursor at the node with exactly this key, or null if there is none.
  public @Nullable ZoneCursor find(byte[] key) {
    ZoneCursor cursor = cursor(key);
    return cursor.next() && cursor.compareKey(key) == 0 ? cursor : null;
  }

  /// Cuts the zone into ranges of `pages` pages each, in order, which together cover it once.
  ///
  /// @param pages at least 1
  public List<ZoneRange> ranges(int pages) {
    List<ZoneRange> ranges = new ArrayList<>();
    PageWalk walk = new PageWalk(root);
    int count = 0;
    byte[] from = new byte[0];
    for (Page page = walk.nextPage(); page != null; page = walk.nextPage()) {
      if (count++ % pages == 0 && count > 1) {
        byte[] until = page.firstKey();
        ranges.add(new ZoneRange(from, until));
        from = until;
      }
    }
    if (count > 0) {
      ranges.add(new ZoneRange(from, null));
    }
    return ranges;
  }

  /// The page that holds `key` or would hold it; null if the zone is empty.
  @Nullable Page page(byte[] key) {
    Tree tree = root;
    while (tree instanceof Branch branch) {
      tree = branch.child(branch.search(key));
    }
    return (Page) tree;
  }

  @Nullable Tree root() {
    return root;
  }

  @Override
  public String toString() {
    return "zone "
        + apex
        + ", "
        + summary().nodes()
        + " nodes, "
        + summary().records()
        + " records";
  }
}
