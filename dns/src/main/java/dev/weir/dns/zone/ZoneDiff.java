package dev.weir.dns.zone;

import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.rdata.CanonicalRdata;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

// The idea: walk two versions side by side in canonical order. Where both walks stand before the
// very same subtree, both pass over it unseen, so that the difference of two snapshots of one zone
// costs what differs, and of two unrelated zones one pass over each.

/// The records by which two versions of a zone differ.
public final class ZoneDiff {
  /// Takes one difference at a time, in canonical order of owner, type and data.
  public interface Sink {
    /// A record that one version has and the other has not.
    ///
    /// @param added true if the newer version has it, false if the older
    /// @param at stands at the record's node and set in the version that has it; the sink must not
    ///   move it
    /// @param rdata the record's data
    void change(boolean added, ZoneCursor at, Octets rdata);
  }

  private final Side older;
  private final Side newer;
  private final Sink sink;
  private final OctetBuffer left = new OctetBuffer();
  private final OctetBuffer right = new OctetBuffer();

  private ZoneDiff(Zone older, Zone newer, Sink sink) {
    this.older = new Side(older);
    this.newer = new Side(newer);
    this.sink = sink;
  }

  /// Finds what differs; records are the same if owner, type, TTL and canonical data are.
  ///
  /// @throws IllegalArgumentException if the zones have different apexes
  public static void compare(Zone older, Zone newer, Sink sink) {
    if (!older.apex().equals(newer.apex())) {
      throw new IllegalArgumentException(
          "zones " + older.apex() + " and " + newer.apex() + " cannot be compared");
    }
    new ZoneDiff(older, newer, sink).run();
  }

  private void run() {
    while (true) {
      skipShared();
      boolean hasOld = older.ready();
      boolean hasNew = newer.ready();
      if (!hasOld && !hasNew) {
        return;
      }
      int order = !hasOld ? 1 : !hasNew ? -1 : older.cursor.compareKey(newer.cursor.key());
      if (order < 0) {
        all(false, older.cursor);
      } else if (order > 0) {
        all(true, newer.cursor);
      } else {
        sets();
      }
      if (order <= 0) {
        older.consume();
      }
      if (order >= 0) {
        newer.consume();
      }
    }
  }

  /// Passes over subtrees that both sides stand before.
  private void skipShared() {
    while (older.betweenPages() && newer.betweenPages()) {
      Tree a = older.walk.here();
      Tree b = newer.walk.here();
      if (a == null || b == null) {
        return;
      }
      if (a == b) {
        older.walk.skip();
        newer.walk.skip();
      } else if (a instanceof Branch && (!(b instanceof Branch) || larger(a, b))) {
        older.walk.enter();
      } else if (b instanceof Branch) {
        newer.walk.enter();
      } else {
        return;
      }
    }
  }

  private static boolean larger(Tree a, Tree b) {
    return a.summary().nodes() >= b.summary().nodes();
  }

  private void all(boolean added, ZoneCursor cursor) {
    cursor.rewind();
    while (cursor.nextSet()) {
      set(added, cursor);
    }
  }

  private void set(boolean added, ZoneCursor cursor) {
    while (cursor.nextRecord()) {
      sink.change(added, cursor, cursor.rdata());
    }
  }

  private void sets() {
    ZoneCursor a = older.cursor;
    ZoneCursor b = newer.cursor;
    boolean hasA = a.nextSet();
    boolean hasB = b.nextSet();
    while (hasA || hasB) {
      int order = !hasA ? 1 : !hasB ? -1 : Integer.compareUnsigned(setKey(a), setKey(b));
      if (order < 0) {
        set(false, a);
      } else if (order > 0) {
        set(true, b);
      } else if (a.ttl() != b.ttl()) {
        set(false, a);
        set(true, b);
      } else {
        records(a, b);
      }
      hasA = order <= 0 ? a.nextSet() : hasA;
      hasB = order >= 0 ? b.nextSet() : hasB;
    }
  }

  private void records(ZoneCursor a, ZoneCursor b) {
    boolean hasA = a.nextRecord();
    boolean hasB = b.nextRecord();
    while (hasA || hasB) {
      int order = !hasA ? 1 : !hasB ? -1 : compare(a, b);
      if (order < 0) {
        sink.change(false, a, a.rdata());
      } else if (order > 0) {
        sink.change(true, b, b.rdata());
      }
      hasA = order <= 0 ? a.nextRecord() : hasA;
      hasB = order >= 0 ? b.nextRecord() : hasB;
    }
  }

  private int compare(ZoneCursor a, ZoneCursor b) {
    if (!a.folds() && !b.folds()) {
      return Arrays.compareUnsigned(
          a.page(),
          a.rdataFrom(),
          a.rdataFrom() + a.rdataLength(),
          b.page(),
          b.rdataFrom(),
          b.rdataFrom() + b.rdataLength());
    }
    left.clear();
    right.clear();
    CanonicalRdata.append(a.type(), a.page(), a.rdataFrom(), a.rdataLength(), left);
    CanonicalRdata.append(b.type(), b.page(), b.rdataFrom(), b.rdataLength(), right);
    return left.view().compareUnsigned(right.view());
  }

  private static int setKey(ZoneCursor cursor) {
    return cursor.type() << 16 | cursor.covered();
  }

  /// One version's walk: page by page, and node by node on the page it is in.
  private static final class Side {
    private final PageWalk walk;
    private final ZoneCursor cursor;
    private @Nullable Page page;
    private boolean atNode;

    Side(Zone zone) {
      walk = new PageWalk(zone.root());
      cursor = new ZoneCursor(zone);
    }

    boolean betweenPages() {
      return page == null;
    }

    /// Moves to a node if the walk is not at one; false at the end of the zone.
    boolean ready() {
      if (atNode) {
        return true;
      }
      if (page == null) {
        page = walk.nextPage();
        if (page == null) {
          return false;
        }
        cursor.enter(page);
      }
      cursor.next();
      atNode = true;
      return true;
    }

    void consume() {
      atNode = false;
      if (cursor.lastOnPage()) {
        page = null;
      }
    }
  }
}
