package dev.weir.signer.sign;

import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.PageBuilder;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZonePart;
import dev.weir.dns.zone.ZoneRange;
import java.util.List;

/// Takes out of a signed zone what signing puts in: RRSIG, NSEC, NSEC3 and NSEC3PARAM.
final class DnssecStripper {
  private static final int RRSIG = 46;
  private static final int NSEC = 47;
  private static final int NSEC3 = 50;
  private static final int NSEC3PARAM = 51;
  private static final int RANGE_PAGES = 32;

  private DnssecStripper() {}

  /// Whether the zone has been signed: its apex has signatures.
  static boolean signed(Zone zone) {
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null) {
      return false;
    }
    while (apex.nextSet()) {
      if (made(apex.type())) {
        return true;
      }
    }
    return false;
  }

  /// Whether any name of the zone has records that signing makes; a zone whose apex has none may
  /// hold what an earlier signing left behind.
  static boolean strays(Zone zone, Workers workers) {
    List<ZoneRange> ranges = zone.ranges(RANGE_PAGES);
    return workers.map(ranges.size(), i -> strays(zone, ranges.get(i))).contains(true);
  }

  private static boolean strays(Zone zone, ZoneRange range) {
    ZoneCursor at = zone.cursor(range);
    while (at.next()) {
      while (at.nextSet()) {
        if (made(at.type())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether a set of this type is made by signing.
  static boolean made(int type) {
    return type == RRSIG || type == NSEC || type == NSEC3 || type == NSEC3PARAM;
  }

  /// The zone without those sets, and without the names that hold nothing else.
  static Zone strip(Zone zone, Workers workers) {
    List<ZoneRange> ranges = zone.ranges(RANGE_PAGES);
    List<ZonePart> parts = workers.map(ranges.size(), i -> strip(zone, ranges.get(i)));
    return Zone.of(zone.apex(), parts);
  }

  private static ZonePart strip(Zone zone, ZoneRange range) {
    PageBuilder out = new PageBuilder();
    ZoneCursor at = zone.cursor(range);
    while (at.next()) {
      int spelling = at.spelled() ? at.spellingFrom() : -1;
      out.beginNode(at.page(), at.keyFrom(), at.keyLength(), spelling);
      while (at.nextSet()) {
        if (!made(at.type())) {
          out.copySet(at.page(), at.setFrom(), at.setLength());
        }
      }
      out.endNode();
    }
    return out.finish();
  }
}
