package dev.weir.signer.verify;

import dev.weir.dns.check.Findings;
import dev.weir.dns.check.Severity;
import dev.weir.dns.dnssec.ZoneDigestCheck;
import dev.weir.dns.dnssec.ZoneDigestCheck.Outcome;
import dev.weir.dns.type.Serial;
import dev.weir.dns.workers.Workers;
import dev.weir.dns.zone.Zone;

/// Turns what became of the ZONEMD records into findings (RFC 8976 §4).
final class DigestCheck {
  private static final int ZONEMD = 63;

  private DigestCheck() {}

  /// Checks the zone's digests, if it has any.
  ///
  /// @param needed whether a digest that fits must be there
  static void run(Zone zone, boolean needed, Workers workers, Findings findings) {
    ZoneDigestCheck check = ZoneDigestCheck.of(zone, workers);
    boolean fits = check.fits();
    check.outcomes().forEach(outcome -> judge(zone, outcome, fits, findings));
    if (needed && !fits && !check.refuted()) {
      findings.add(
          DnssecRule.DIGEST_MISSING,
          zone.apex(),
          ZONEMD,
          () ->
              check.outcomes().isEmpty()
                  ? "the zone has no ZONEMD record"
                  : "no ZONEMD record has a scheme and hash algorithm that are known");
    }
  }

  /// One record that fits is enough; others are then no error.
  private static void judge(Zone zone, Outcome outcome, boolean fits, Findings findings) {
    DnssecRule rule =
        switch (outcome.verdict()) {
          case FITS -> null;
          case DIFFERS -> DnssecRule.DIGEST_DIFFERS;
          case OTHER_SERIAL -> DnssecRule.DIGEST_SERIAL;
          case WRONG_LENGTH -> DnssecRule.DIGEST_LENGTH;
          case REPEATED -> DnssecRule.DIGEST_REPEATED;
          case UNKNOWN_SCHEME, UNKNOWN_HASH -> DnssecRule.DIGEST_UNKNOWN;
        };
    if (rule != null) {
      Severity severity =
          fits && rule.severity() == Severity.ERROR ? Severity.WARNING : rule.severity();
      findings.add(rule, severity, zone.apex(), ZONEMD, () -> text(outcome));
    }
  }

  private static String text(Outcome outcome) {
    String which =
        "ZONEMD " + new Serial(outcome.serial()) + " " + outcome.scheme() + " " + outcome.hash();
    return which
        + switch (outcome.verdict()) {
          case FITS -> " fits";
          case DIFFERS -> ": the zone's digest is " + outcome.computed();
          case OTHER_SERIAL -> ": the serial is not that of the SOA record";
          case WRONG_LENGTH -> ": the digest has the wrong length";
          case REPEATED -> ": another record has the same scheme and hash algorithm";
          case UNKNOWN_SCHEME -> ": the scheme is not known";
          case UNKNOWN_HASH -> ": the hash algorithm is not known";
        };
  }
}
