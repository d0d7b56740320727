package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.dnssec.Base32Hex;
import dev.weir.dns.dnssec.Nsec3Hash;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneCursor;
import dev.weir.dns.zone.ZoneRange;
import java.util.ArrayList;
import java.util.List;

/// Gathers the NSEC3 records of a zone into one index for each chain.
final class Nsec3Sweep {
  private static final int LABEL_OCTETS = 32;

  private final Denial denial;
  private final Findings findings;
  private final List<Nsec3Index.Run> runs = new ArrayList<>();
  private final OctetBuffer hash = new OctetBuffer(Nsec3Hash.OCTETS);

  private Nsec3Sweep(Denial denial, int limit) {
    this.denial = denial;
    this.findings = new Findings(limit);
    denial.chains().forEach(_ -> runs.add(new Nsec3Index.Run()));
  }

  /// Gathers the chains of a zone.
  ///
  /// @return an index for each of the denial's chains, in their order
  static List<Nsec3Index> gather(
      Zone zone,
      Denial denial,
      List<ZoneRange> ranges,
      Findings findings,
      int limit,
      Workers workers) {
    List<Nsec3Index> indexes = new ArrayList<>();
    if (denial.chains().isEmpty()) {
      return indexes;
    }
    List<Nsec3Sweep> sweeps =
        workers.map(ranges.size(), i -> new Nsec3Sweep(denial, limit).walk(zone, ranges.get(i)));
    sweeps.forEach(sweep -> findings.addAll(sweep.findings));
    for (int chain = 0; chain < denial.chains().size(); chain++) {
      int number = chain;
      indexes.add(
          new Nsec3Index(
              zone,
              denial.chains().get(chain),
              sweeps.stream().map(sweep -> sweep.runs.get(number)).toList()));
    }
    return indexes;
  }

  private Nsec3Sweep walk(Zone zone, ZoneRange range) {
    ZoneCursor cursor = zone.cursor(range);
    while (cursor.next()) {
      if (cursor.findSet(Types.NSEC3, 0)) {
        node(cursor);
      }
    }
    return this;
  }

  private void node(ZoneCursor cursor) {
    if (denial.ttl() >= 0 && cursor.ttl() != denial.ttl()) {
      int has = cursor.ttl();
      findings.add(
          DnssecRule.DENIAL_TTL,
          cursor,
          Types.NSEC3,
          () -> "TTL " + has + " where it should be " + denial.ttl());
    }
    hash.clear();
    int from = cursor.keyFrom();
    boolean hashed =
        cursor.keyLength() == LABEL_OCTETS + 1
            && Base32Hex.decode(cursor.page(), from, from + LABEL_OCTETS, hash) == Nsec3Hash.OCTETS;
    if (!hashed) {
      findings.add(
          DnssecRule.NSEC3_OWNER, cursor, Types.NSEC3, () -> "the owner is no hash under the apex");
      return;
    }
    long seen = 0;
    while (cursor.nextRecord()) {
      int chain = chain(cursor);
      if (chain < 0) {
        findings.add(
            DnssecRule.NSEC3_PARAMETERS,
            cursor,
            Types.NSEC3,
            () -> "no NSEC3PARAM record announces the parameters");
      } else if ((seen & 1L << chain) != 0) {
        findings.add(
            DnssecRule.NSEC3_SEVERAL,
            cursor,
            Types.NSEC3,
            () -> "several NSEC3 records of one chain");
      } else {
        seen |= 1L << chain;
        record(cursor, chain);
      }
    }
  }

  private void record(ZoneCursor cursor, int chain) {
    int flags = cursor.page()[cursor.rdataFrom() + 1] & 0xff;
    if (!Denial.knownFlags(flags)) {
      findings.add(
          DnssecRule.NSEC3_FLAGS, cursor, Types.NSEC3, () -> "flags " + flags + " are not known");
    }
    runs.get(chain).add(hash.array(), cursor.page(), cursor.rdataFrom(), cursor.rdataLength());
  }

  private int chain(ZoneCursor record) {
    List<Nsec3Parameters> chains = denial.chains();
    for (int i = 0; i < chains.size() && i < Long.SIZE; i++) {
      if (chains.get(i).match(record.page(), record.rdataFrom(), record.rdataLength())) {
        return i;
      }
    }
    return -1;
  }
}
