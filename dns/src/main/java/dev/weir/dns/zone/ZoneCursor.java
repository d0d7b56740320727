package dev.weir.dns.zone;

import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the nodes of a snapshot in canonical order, the sets of a node, and the records of a set.
///
/// It is the reader for loops over millions of records: it stands at a node, a set and a record,
/// tells where their octets are, and allocates nothing as it moves. One thread; the snapshot may be
/// read by any number of cursors at once.
///
/// ```
/// while (cursor.next()) {          // nodes
///   while (cursor.nextSet()) {     // their sets, by type
///     while (cursor.nextRecord()) { ... cursor.page(), cursor.rdataFrom(), cursor.rdataLength() }
///   }
/// }
/// ```
public final class ZoneCursor {
  private final Zone zone;
  private @Nullable PageWalk walk;
  private final byte @Nullable [] until;
  private @Nullable Page current;
  private int index;
  private byte[] page = new byte[0];
  private int nodeAt;
  private int keyLength;
  private int setsLeft;
  private int setAt;
  private int setEnd;
  private int recordsLeft;
  private int recordAt;
  private int rdataFrom;
  private int rdataLength;

  /// A cursor before the first node whose key is not below `from`, up to the key `until`,
  /// exclusive.
  ZoneCursor(Zone zone, byte[] from, byte @Nullable [] until) {
    this.zone = zone;
    this.until = until;
    current = zone.page(from);
    if (current != null) {
      index = current.search(from) - 1;
    }
  }

  /// A cursor that walks one page at a time, those that it is told to [#enter].
  ZoneCursor(Zone zone) {
    this.zone = zone;
    this.until = null;
  }

  /// A cursor at one node of a page.
  private ZoneCursor(Zone zone, Page page, int index) {
    this.zone = zone;
    this.until = null;
    current = page;
    this.index = index - 1;
    next();
  }

  /// A cursor at the node with exactly this key, or null if there is none; cheaper than [Zone#find]
  /// where the node is near, as the glue of a delegation is.
  ///
  /// @param key not below the key of the node where this cursor stands
  public @Nullable ZoneCursor findAhead(byte[] key) {
    Page here = current;
    if (here == null || here.endsBefore(key)) {
      return zone.find(key);
    }
    int place = here.search(key);
    ZoneCursor found = new ZoneCursor(zone, here, place);
    return found.compareKey(key) == 0 ? found : null;
  }

  /// Places the cursor before the first node of a page.
  void enter(Page next) {
    current = next;
    index = -1;
  }

  /// Whether the node is the last of its page.
  boolean lastOnPage() {
    return current != null && index + 1 == current.count();
  }

  /// Moves to the next node, before its first set.
  ///
  /// @return false at the end; the cursor is then good for nothing more
  public boolean next() {
    if (current == null) {
      return false;
    }
    index++;
    while (index >= current.count()) {
      current = followingPage(current);
      if (current == null) {
        return false;
      }
      index = 0;
    }
    page = current.bytes();
    nodeAt = current.nodeAt(index);
    keyLength = Octets.u16(page, nodeAt);
    if (until != null && compareKey(until) >= 0) {
      current = null;
      return false;
    }
    rewind();
    return true;
  }

  /// The page behind `page`. The walk is made when it is first needed: most cursors look at one
  /// node and are dropped.
  private @Nullable Page followingPage(Page page) {
    if (walk == null) {
      walk = new PageWalk(zone.root());
      walk.seek(page.firstKey());
    }
    return walk.nextPage();
  }

  /// Goes back before the first set of the node.
  public void rewind() {
    int at = Page.setsAt(page, nodeAt);
    setsLeft = Octets.u16(page, at);
    setEnd = at + 2;
    setAt = -1;
    recordsLeft = 0;
  }

  /// Moves to the next set of the node, before its first record; false after the last.
  public boolean nextSet() {
    if (setsLeft == 0) {
      return false;
    }
    setsLeft--;
    setAt = setEnd;
    setEnd = setAt + 4 + Octets.i32(page, setAt);
    firstRecord();
    return true;
  }

  /// Moves to the set of a type at this node, before its first record; false, and the cursor is
  /// after the last set, if there is none.
  ///
  /// @param type the record type
  /// @param covered for RRSIG the type it covers, else 0
  public boolean findSet(int type, int covered) {
    rewind();
    while (nextSet()) {
      if (type() == type && covered() == covered) {
        return true;
      }
    }
    return false;
  }

  /// Moves to the set of this node that was seen at `from` ([#setFrom]), before its first record;
  /// to walk the sets again, [#rewind] first.
  public void toSet(int from) {
    setsLeft = 0;
    setAt = from;
    setEnd = from + 4 + Octets.i32(page, from);
    firstRecord();
  }

  /// Goes back before the first record of the set.
  public void firstRecord() {
    recordsLeft = records();
    recordAt = setAt + Page.SET_HEADER;
  }

  /// Moves to the next record of the set; false after the last.
  public boolean nextRecord() {
    if (recordsLeft == 0) {
      return false;
    }
    recordsLeft--;
    rdataLength = Octets.u16(page, recordAt);
    rdataFrom = recordAt + 2;
    recordAt = rdataFrom + rdataLength;
    return true;
  }

  /// The array that all places below point into; it must not be changed.
  public byte[] page() {
    return page;
  }

  /// Where the node's key begins in [#page].
  public int keyFrom() {
    return nodeAt + 2;
  }

  /// Octets of the node's key; 0 at the apex.
  public int keyLength() {
    return keyLength;
  }

  /// A copy of the node's key.
  public byte[] key() {
    return Arrays.copyOfRange(page, nodeAt + 2, nodeAt + 2 + keyLength);
  }

  /// Compares the node's key with another, as canonical order does.
  public int compareKey(byte[] other) {
    return Arrays.compareUnsigned(page, nodeAt + 2, nodeAt + 2 + keyLength, other, 0, other.length);
  }

  /// Compares the node's key with the one in `array[from, from + length)`.
  public int compareKey(byte[] array, int from, int length) {
    return Arrays.compareUnsigned(
        page, nodeAt + 2, nodeAt + 2 + keyLength, array, from, from + length);
  }

  /// Whether the node lies at or below the name with key `ancestor`.
  public boolean under(byte[] ancestor) {
    return keyLength >= ancestor.length
        && Arrays.equals(
            page, nodeAt + 2, nodeAt + 2 + ancestor.length, ancestor, 0, ancestor.length);
  }

  /// Where the owner's spelling begins in [#page]; the key's own place where they are the same.
  public int spellingFrom() {
    return spelled() ? nodeAt + 3 + keyLength : nodeAt + 2;
  }

  /// Whether the owner was written with capitals, so that its spelling is not its key.
  public boolean spelled() {
    return (page[nodeAt + 2 + keyLength] & Page.SPELLED) != 0;
  }

  /// Appends the owner's wire form.
  ///
  /// @param folded true for the canonical form with small letters, false as it was written
  public void owner(boolean folded, OctetBuffer out) {
    int from = folded ? keyFrom() : spellingFrom();
    NameKey.labels(page, from, from + keyLength, out);
    out.octets(folded ? zone.canonicalApex() : zone.apex().wire());
  }

  /// The owner, as it was written.
  public Name owner() {
    int from = spellingFrom();
    return NameKey.name(page, from, from + keyLength, zone.apex());
  }

  /// Sets at this node.
  public int sets() {
    return Octets.u16(page, Page.setsAt(page, nodeAt));
  }

  /// The type of the set.
  public int type() {
    return Octets.u16(page, setAt + 4);
  }

  /// The type that the set's signatures cover; 0 unless [#type] is RRSIG.
  public int covered() {
    return Octets.u16(page, setAt + 6);
  }

  /// The TTL of the set in seconds.
  public int ttl() {
    return Octets.i32(page, setAt + 8);
  }

  /// Records in the set.
  public int records() {
    return Octets.i32(page, setAt + 12) & ~Page.FOLDS;
  }

  /// Whether canonical form folds some name of the set's record data (RFC 4034 §6.2).
  public boolean folds() {
    return Octets.i32(page, setAt + 12) < 0;
  }

  /// Where the set begins in [#page], to copy it whole ([PageBuilder#copySet]).
  public int setFrom() {
    return setAt;
  }

  /// Octets of the whole set in [#page].
  public int setLength() {
    return setEnd - setAt;
  }

  /// Where the record's data begins in [#page].
  public int rdataFrom() {
    return rdataFrom;
  }

  /// Octets of the record's data.
  public int rdataLength() {
    return rdataLength;
  }

  /// A view of the record's data.
  public Octets rdata() {
    return new Octets(page, rdataFrom, rdataLength);
  }
}
