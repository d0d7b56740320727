package dev.weir.signer.verify;

import dev.weir.dns.check.Report;

/// What became of the verification of a zone.
///
/// @param report the findings
/// @param names authoritative names and delegations
/// @param sets authoritative record sets
/// @param signatures signatures that were computed
/// @param denial which chains the zone has: `NSEC`, `NSEC3`, `NSEC and NSEC3` or `none`
/// @param earliestExpiry the earliest expiration of any signature in seconds since 1970, as
///   [dev.weir.dns.zone.Summary#earliestExpiry] has it
public record Verdict(
    Report report, long names, long sets, long signatures, String denial, long earliestExpiry) {
  /// Whether no error was found.
  public boolean sound() {
    return report.sound();
  }
}
