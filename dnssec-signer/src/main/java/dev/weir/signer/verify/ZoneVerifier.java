package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;
import dev.weir.dns.zone.ZoneRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

// The idea: a zone is judged by itself, from its records alone, in three walks. The first gathers
// the NSEC3 records into an index (only if there are any). The second goes over ranges of pages on
// all cores: every set's signatures are computed, every name is held against the chains. The third
// hashes the zone, if it has a ZONEMD record. What joins the ranges - the seams of the NSEC ring,
// the sweep over the NSEC3 ring - comes last.
//
// The ranges are cut by pages and not by threads, and findings are sorted, so that the verdict is
// the same however many threads there are. Nearly all time goes into the arithmetic of signatures:
// a thread keeps one verifier for each key and one buffer for what is signed.

/// Verifies a signed zone: all signatures, the chains, keys and digests (RFC 4035, RFC 5155).
public final class ZoneVerifier {
  private static final int PAGES_PER_RANGE = 2;

  private final Zone zone;
  private final VerifyOptions options;
  private final VerifierSource source;
  private final Workers workers;
  private final Findings findings;
  private final ZoneKeys keys;
  private final Queue<SignatureCheck> idle = new ConcurrentLinkedQueue<>();

  private ZoneVerifier(Zone zone, VerifyOptions options, VerifierSource source, Workers workers) {
    this.zone = zone;
    this.options = options;
    this.source = source;
    this.workers = workers;
    this.findings = new Findings(options.limit());
    this.keys = ZoneKeys.of(zone);
  }

  /// Verifies a zone.
  ///
  /// @param zone the zone, signed
  /// @param options time, trust anchors, and how much is kept
  /// @param source makes verifiers, one for each key and thread
  /// @param workers do the work
  public static Verdict verify(
      Zone zone, VerifyOptions options, VerifierSource source, Workers workers) {
    return new ZoneVerifier(zone, options, source, workers).run();
  }

  private Verdict run() {
    if (keys.none()) {
      findings.add(
          DnssecRule.UNSIGNED,
          zone.apex(),
          Types.DNSKEY,
          () -> "the zone is not signed: it has no DNSKEY records");
      DigestCheck.run(zone, options.digest(), workers, findings);
      return verdict(0, 0, 0, "none");
    }
    Denial denial = Denial.of(zone, findings);
    List<ZoneRange> ranges = zone.ranges(PAGES_PER_RANGE);
    List<Nsec3Index> indexes =
        Nsec3Sweep.gather(zone, denial, ranges, findings, options.limit(), workers);
    List<RangeCheck.Result> results =
        workers.map(ranges.size(), i -> check(ranges.get(i), denial, indexes));
    List<NsecCheck.Seam> seams = new ArrayList<>();
    long names = 0;
    long sets = 0;
    for (RangeCheck.Result result : results) {
      findings.addAll(result.findings());
      names += result.names();
      sets += result.sets();
      seams.add(result.seam());
    }
    if (denial.nsec()) {
      NsecCheck.join(zone, seams, findings);
    }
    indexes.forEach(index -> index.sweep(findings));
    long computed = idle.stream().mapToLong(SignatureCheck::computed).sum();
    SignatureCheck check = borrow();
    new KeyCheck(zone, keys, check, findings).run(options.anchors());
    DigestCheck.run(zone, options.digest(), workers, findings);
    return verdict(names, sets, computed, denial.word());
  }

  private RangeCheck.Result check(ZoneRange range, Denial denial, List<Nsec3Index> indexes) {
    SignatureCheck check = borrow();
    try {
      return new RangeCheck(zone, range, denial, indexes, check, options.limit()).run();
    } finally {
      idle.add(check);
    }
  }

  private SignatureCheck borrow() {
    SignatureCheck check = idle.poll();
    return check == null ? new SignatureCheck(zone, keys, options.at(), source) : check;
  }

  private Verdict verdict(long names, long sets, long signatures, String denial) {
    return new Verdict(
        findings.report(), names, sets, signatures, denial, zone.summary().earliestExpiry());
  }
}
