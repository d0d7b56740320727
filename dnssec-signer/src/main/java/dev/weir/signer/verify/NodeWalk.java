package dev.weir.signer.verify;

import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.Arrays;

// The idea: what a node is depends on the cuts above it, and in canonical order everything below a
// cut follows it at once, so that a walk need only remember the last cut. A range that begins in
// the midst of the zone looks its ancestors up once.

/// Walks the nodes of a range and says of each what part it plays in the zone (RFC 4035 §2.2, RFC
/// 6672 §2.3).
final class NodeWalk {
  /// What part a node plays.
  enum Place {
    /// The top of the zone.
    APEX,
    /// The zone's own data.
    INSIDE,
    /// A delegation: NS records below the apex.
    CUT,
    /// Below a delegation or a DNAME record: glue and occluded data.
    BELOW,
    /// Nothing but NSEC3 records: the owner is a hash, not a name.
    HASH
  }

  private final ZoneCursor cursor;
  private byte[] cut = new byte[0];
  private int cutLength = -1;
  private Place place = Place.INSIDE;
  private boolean named;
  private boolean secure;
  private boolean nsec;
  private boolean nsec3;

  NodeWalk(Zone zone, ZoneRange range) {
    cursor = zone.cursor(range);
    enclose(zone, range.from());
  }

  /// Finds the topmost cut that the key lies below.
  private void enclose(Zone zone, byte[] key) {
    for (int length = 0; length < key.length; length++) {
      if (length > 0 && key[length - 1] != 0) {
        continue;
      }
      byte[] ancestor = Arrays.copyOf(key, length);
      ZoneCursor at = zone.find(ancestor);
      if (at != null && (at.findSet(Types.DNAME, 0) || (length > 0 && at.findSet(Types.NS, 0)))) {
        cut = ancestor;
        cutLength = length;
        return;
      }
    }
  }

  /// Moves to the next node; false at the end of the range.
  boolean next() {
    if (!cursor.next()) {
      return false;
    }
    boolean ns = false;
    boolean dname = false;
    named = false;
    secure = false;
    nsec = false;
    nsec3 = false;
    while (cursor.nextSet()) {
      switch (cursor.type()) {
        case Types.RRSIG -> {}
        case Types.NSEC -> nsec = true;
        case Types.NSEC3 -> nsec3 = true;
        default -> {
          named = true;
          ns |= cursor.type() == Types.NS;
          dname |= cursor.type() == Types.DNAME;
          secure |= cursor.type() == Types.DS;
        }
      }
    }
    cursor.rewind();
    place = classify(ns, dname);
    return true;
  }

  private Place classify(boolean ns, boolean dname) {
    if (nsec3 && !named) {
      return Place.HASH;
    }
    if (belowCut()) {
      return Place.BELOW;
    }
    boolean apex = cursor.keyLength() == 0;
    if (dname || (ns && !apex)) {
      cut = cursor.key();
      cutLength = cut.length;
    } else {
      cutLength = -1;
    }
    return apex ? Place.APEX : ns ? Place.CUT : Place.INSIDE;
  }

  private boolean belowCut() {
    int length = cutLength;
    return length >= 0
        && cursor.keyLength() > length
        && Arrays.equals(
            cursor.page(), cursor.keyFrom(), cursor.keyFrom() + length, cut, 0, length);
  }

  /// The cursor, which stands at the node; whoever moves it among the sets rewinds it.
  ZoneCursor cursor() {
    return cursor;
  }

  Place place() {
    return place;
  }

  /// Whether the name is in the denial chains: the zone's own or a delegation, with data.
  boolean chained() {
    return named && (place == Place.APEX || place == Place.INSIDE || place == Place.CUT);
  }

  /// Whether the node is a delegation without DS records.
  boolean insecureCut() {
    return place == Place.CUT && !secure;
  }

  /// Whether the node has an NSEC record.
  boolean nsec() {
    return nsec;
  }

  /// Whether the node has an NSEC3 record.
  boolean nsec3() {
    return nsec3;
  }

  /// Whether a set of this type at this node is the zone's own, so that it is signed.
  boolean own(int type) {
    return switch (place) {
      case APEX, INSIDE -> type != Types.RRSIG;
      case CUT -> type == Types.DS || type == Types.NSEC || type == Types.NSEC3;
      case HASH -> type == Types.NSEC3;
      case BELOW -> false;
    };
  }
}
