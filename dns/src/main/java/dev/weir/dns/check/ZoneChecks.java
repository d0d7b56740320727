package dev.weir.dns.check;

import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.List;

/// Checks the structure of a zone: what a primary server would refuse to load, and what it would
/// warn of.
///
/// Only the zone itself is asked; names outside it are taken on trust. Signatures and chains are
/// not looked at.
public final class ZoneChecks {
  private static final int NS = 2;
  private static final int SOA = 6;
  private static final int PAGES_PER_RANGE = 16;

  private ZoneChecks() {}

  /// Checks a zone, and whether the hosts that its records name have addresses where they lie in
  /// it.
  ///
  /// @param zone the zone
  /// @param limit how many findings are kept; all are counted
  /// @param workers do the work
  public static Report check(Zone zone, int limit, Workers workers) {
    return check(zone, true, limit, workers);
  }

  /// Checks a zone.
  ///
  /// @param zone the zone
  /// @param targets whether the hosts that records name are looked up in the zone
  /// @param limit how many findings are kept; all are counted
  /// @param workers do the work
  public static Report check(Zone zone, boolean targets, int limit, Workers workers) {
    Findings findings = new Findings(limit);
    ZoneCursor apex = zone.find(new byte[0]);
    if (apex == null || !apex.findSet(SOA, 0)) {
      findings.add(ZoneRule.SOA, zone.apex(), SOA, () -> "the zone has no SOA record");
    }
    if (apex == null || !apex.findSet(NS, 0)) {
      findings.add(ZoneRule.NS_MISSING, zone.apex(), NS, () -> "the zone has no name servers");
    }
    List<ZoneRange> ranges = zone.ranges(PAGES_PER_RANGE);
    workers
        .map(ranges.size(), i -> new RangeChecks(zone, ranges.get(i), targets, limit).run())
        .forEach(findings::addAll);
    return findings.report();
  }
}
