package dev.weir.signer.verify;

import java.util.List;

/// What a zone is verified against.
///
/// @param at the time at which signatures must be valid, in seconds since 1970, of which the low 32
///   bits count (RFC 4034 §3.1.5)
/// @param anchors what the parent or a configuration says of the zone's keys; empty to take the
///   zone's own keys on trust
/// @param digest whether the zone must have a ZONEMD record that fits; one that does not fit is an
///   error in any case
/// @param limit how many findings are kept; all are counted
public record VerifyOptions(long at, List<Anchor> anchors, boolean digest, int limit) {
  /// Verifies at a time, without anchors; 100 findings are kept.
  public static VerifyOptions at(long seconds) {
    return new VerifyOptions(seconds, List.of(), false, 100);
  }
}
