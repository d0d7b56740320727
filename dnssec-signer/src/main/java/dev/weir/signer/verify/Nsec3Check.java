package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.name.Name;
import dev.weir.dns.name.NameKey;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

// The idea: every name of the zone, and every empty non-terminal on the way to one, is hashed and
// looked up in the index of the chain; what it finds is marked as taken, so that records which
// belong to no name remain. A name that finds nothing is a fault, unless it is an insecure
// delegation, or leads to nothing else, and the record that covers its hash opts out (RFC 5155
// §7.1).
//
// Empty non-terminals show between two neighbours: the ancestors of a name that are not ancestors
// of the name before it, and not that name itself. The first name of a range has no neighbour; its
// ancestors belong to the range in which the first name below them lies.

/// Holds the names of a range against one chain of NSEC3 records; for one thread.
final class Nsec3Check {
  private final Zone zone;
  private final ZoneRange range;
  private final Nsec3Parameters parameters;
  private final byte[] salt;
  private final Nsec3Index index;
  private final Findings findings;
  private final Nsec3Hash hasher = new Nsec3Hash();
  private final byte[] hash = new byte[Nsec3Hash.OCTETS];
  private final OctetBuffer owner = new OctetBuffer(Name.MAX_OCTETS);
  private final OctetBuffer last = new OctetBuffer(NameKey.MAX_OCTETS);
  private final TypeBitmap bitmap = new TypeBitmap();
  private boolean first = true;

  Nsec3Check(
      Zone zone, ZoneRange range, Nsec3Parameters parameters, Nsec3Index index, Findings findings) {
    this.zone = zone;
    this.range = range;
    this.parameters = parameters;
    this.salt = parameters.salt().toBytes();
    this.index = index;
    this.findings = findings;
  }

  /// Takes the next node of the walk.
  void node(NodeWalk node) {
    if (!node.chained()) {
      return;
    }
    ZoneCursor cursor = node.cursor();
    nonTerminals(cursor);
    name(cursor, cursor.keyLength(), node);
    last.clear();
    last.bytes(cursor.page(), cursor.keyFrom(), cursor.keyLength());
    first = false;
  }

  /// The empty non-terminals between the name before and this one.
  private void nonTerminals(ZoneCursor cursor) {
    byte[] page = cursor.page();
    int from = cursor.keyFrom();
    int length = cursor.keyLength();
    int shared = Arrays.mismatch(page, from, from + length, last.array(), 0, last.length());
    int common = shared < 0 ? length : shared;
    for (int i = 0; i < length - 1; i++) {
      boolean ancestor = page[from + i] == 0;
      if (ancestor && (i + 1 > common || first) && !(first && takenBefore(page, from, i + 1))) {
        name(cursor, i + 1, null);
      }
    }
  }

  /// Whether the first name below an ancestor lies in a range before this one.
  private boolean takenBefore(byte[] page, int from, int length) {
    ZoneCursor below = zone.cursor(Arrays.copyOfRange(page, from, from + length));
    return below.next() && below.compareKey(range.from()) < 0;
  }

  /// Looks a name up: the first `length` octets of the key where the cursor stands.
  ///
  /// @param node the name's node; null for an empty non-terminal
  private void name(ZoneCursor cursor, int length, @Nullable NodeWalk node) {
    int from = cursor.keyFrom();
    owner.clear();
    NameKey.labels(cursor.page(), from, from + length, owner);
    owner.octets(zone.canonicalApex());
    hasher.hash(owner.array(), 0, owner.length(), salt, parameters.iterations(), hash, 0);
    int found = index.search(hash, 0);
    if (found < 0) {
      missing(found, cursor, length, node);
      return;
    }
    if (!index.take(found)) {
      findings.add(
          DnssecRule.NSEC3_COLLISION, key(cursor, length), -1, () -> "another name has this hash");
    }
    if (node == null) {
      bitmap.ofNothing();
    } else {
      bitmap.ofNsec3(node);
    }
    byte[] data = index.page(found);
    int bitmapFrom = index.bitmapFrom(found);
    int end = index.end(found);
    if (!bitmap.equal(data, bitmapFrom, end)) {
      findings.add(
          DnssecRule.NSEC3_TYPES,
          key(cursor, length),
          Types.NSEC3,
          () -> bitmap.difference(data, bitmapFrom, end) + at(found));
    }
  }

  private String at(int found) {
    return " (record " + index.owner(found) + ")";
  }

  private void missing(int notFound, ZoneCursor cursor, int length, @Nullable NodeWalk node) {
    boolean optional = node == null ? leadsNowhere(cursor, length) : node.insecureCut();
    if (optional && index.optOut(notFound)) {
      return;
    }
    String what =
        node == null
            ? "the empty non-terminal has no NSEC3 record"
            : optional
                ? "the insecure delegation has no NSEC3 record"
                : "the name has no NSEC3 record";
    findings.add(
        DnssecRule.NSEC3_MISSING,
        key(cursor, length),
        Types.NSEC3,
        () -> optional ? what + ", and no opt-out covers it" : what);
  }

  /// Whether nothing but insecure delegations lies below an empty non-terminal.
  private boolean leadsNowhere(ZoneCursor cursor, int length) {
    byte[] from = Arrays.copyOfRange(cursor.page(), cursor.keyFrom(), cursor.keyFrom() + length);
    byte[] until = from.clone();
    until[length - 1] = 1;
    NodeWalk below = new NodeWalk(zone, new ZoneRange(from, until));
    while (below.next()) {
      if (below.chained() && !below.insecureCut()) {
        return false;
      }
    }
    return true;
  }

  private Name key(ZoneCursor cursor, int length) {
    int from = cursor.keyFrom();
    return NameKey.name(cursor.page(), from, from + length, zone.apex());
  }
}
