package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.type.RecordType;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.ArrayList;
import java.util.List;

/// Checks one range of a zone: every set's signatures, and every name against the denial chains.
final class RangeCheck {
  /// What a range came to.
  ///
  /// @param findings what is wrong in it
  /// @param names names of the zone's own and delegations
  /// @param sets sets of the zone's own
  /// @param seam the open ends of its NSEC records
  record Result(Findings findings, long names, long sets, NsecCheck.Seam seam) {}

  private final NodeWalk walk;
  private final ZoneCursor signatures;
  private final SignatureCheck check;
  private final Findings findings;
  private final Denial denial;
  private final NsecCheck nsec;
  private final List<Nsec3Check> chains = new ArrayList<>();
  private long names;
  private long sets;

  RangeCheck(
      Zone zone,
      ZoneRange range,
      Denial denial,
      List<Nsec3Index> indexes,
      SignatureCheck check,
      int limit) {
    this.walk = new NodeWalk(zone, range);
    this.signatures = zone.cursor(range);
    this.check = check;
    this.findings = new Findings(limit);
    this.denial = denial;
    this.nsec = new NsecCheck(zone, denial.ttl(), findings);
    for (int i = 0; i < indexes.size(); i++) {
      chains.add(new Nsec3Check(zone, range, denial.chains().get(i), indexes.get(i), findings));
    }
  }

  Result run() {
    while (walk.next() && signatures.next()) {
      names += walk.chained() ? 1 : 0;
      sets();
      if (denial.nsec()) {
        nsec.node(walk);
      } else if (walk.nsec()) {
        findings.add(
            DnssecRule.NSEC_UNWANTED,
            walk.cursor(),
            Types.NSEC,
            () -> "an NSEC record in a zone without a chain of them");
      }
      for (Nsec3Check chain : chains) {
        chain.node(walk);
      }
      if (chains.isEmpty() && walk.nsec3()) {
        findings.add(
            DnssecRule.NSEC3_PARAMETERS,
            walk.cursor(),
            Types.NSEC3,
            () -> "no NSEC3PARAM record announces the chain");
      }
    }
    return new Result(findings, names, sets, nsec.seam());
  }

  private void sets() {
    ZoneCursor cursor = walk.cursor();
    while (cursor.nextSet()) {
      int type = cursor.type();
      if (type == Types.RRSIG) {
        covered(cursor, cursor.covered());
      } else if (walk.own(type)) {
        sets++;
        check.check(cursor, signatures, findings);
        place(cursor, type);
      }
    }
    cursor.rewind();
  }

  private void place(ZoneCursor cursor, int type) {
    if (type == Types.DS && walk.place() != NodeWalk.Place.CUT) {
      findings.add(
          DnssecRule.DS_PLACE,
          cursor,
          type,
          () ->
              walk.place() == NodeWalk.Place.APEX
                  ? "DS records at the apex belong to the parent"
                  : "DS records where no NS records delegate");
    }
    if (type == Types.DNSKEY && walk.place() != NodeWalk.Place.APEX) {
      findings.add(
          DnssecRule.KEY_PLACE, cursor, type, () -> "DNSKEY records below the apex sign nothing");
    }
  }

  /// Judges signatures by what they cover.
  private void covered(ZoneCursor cursor, int type) {
    if (type == Types.RRSIG) {
      findings.add(DnssecRule.SIGNATURE_OF_SIGNATURE, cursor, type, () -> "signatures are signed");
    } else if (!signatures.findSet(type, 0)) {
      findings.add(
          DnssecRule.SIGNATURE_ORPHAN,
          cursor,
          type,
          () -> "signatures over " + new RecordType(type) + " records, of which there are none");
    } else if (!walk.own(type)) {
      findings.add(
          DnssecRule.SIGNATURE_UNWANTED,
          cursor,
          type,
          () ->
              walk.place() == NodeWalk.Place.CUT
                  ? "signatures over data that is not the parent's own, at a delegation"
                  : "signatures over glue or occluded data");
    }
  }
}
