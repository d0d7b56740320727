package dev.weir.signer.sign;

import dev.weir.dns.dnssec.DigestHash;
import dev.weir.signer.SigningFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a signed zone shall be like.
///
/// @param denial NSEC or NSEC3
/// @param inception when signatures begin to be valid, whole seconds
/// @param expiration when they end, less than 2^31 seconds later (RFC 4034 §3.1.5)
/// @param jitterSeconds signatures end up to this much earlier, spread evenly and repeatably over
///   the names; 0 for none
/// @param serial how the serial is made
/// @param now the time of signing, for the serial alone
/// @param zonemd the hash of the ZONEMD record to make, or null for none
/// @param allKeys whether every key signs the DNSKEY set, not only those that a DS record points to
/// @param dnskeyTtl the TTL of the DNSKEY set in seconds, or -1 to keep it, or take that of the SOA
public record SigningPolicy(
    Denial denial,
    Instant inception,
    Instant expiration,
    int jitterSeconds,
    SerialPolicy serial,
    Instant now,
    @Nullable DigestHash zonemd,
    boolean allKeys,
    int dnskeyTtl) {
  private static final long MAX_VALIDITY_SECONDS = Integer.MAX_VALUE;

  /// Checks the validity period.
  ///
  /// @throws SigningFault if inception is not before expiration, the period is too long, or the
  ///   jitter longer than the period
  public SigningPolicy {
    long validity = expiration.getEpochSecond() - inception.getEpochSecond();
    if (validity <= 0) {
      throw new SigningFault(
          "signatures would expire before they begin to be valid: inception "
              + inception
              + ", expiration "
              + expiration);
    }
    if (validity > MAX_VALIDITY_SECONDS) {
      throw new SigningFault(
          "signatures would be valid for over 68 years, which serial arithmetic cannot tell"
              + " (RFC 4034 §3.1.5)");
    }
    if (jitterSeconds < 0 || jitterSeconds >= validity) {
      throw new SigningFault("the jitter must be shorter than the validity of " + validity + " s");
    }
  }

  /// A policy for a zone signed from `now` less an hour for thirty days, with NSEC and the serial
  /// kept.
  public static SigningPolicy usual(Instant now) {
    return new SigningPolicy(
        new Denial.Nsec(),
        now.minusSeconds(3600),
        now.plusSeconds(30 * 86_400L),
        0,
        SerialPolicy.KEEP,
        now,
        null,
        false,
        -1);
  }

  /// This policy with another way of denial.
  public SigningPolicy with(Denial other) {
    return new SigningPolicy(
        other, inception, expiration, jitterSeconds, serial, now, zonemd, allKeys, dnskeyTtl);
  }

  /// This policy with a ZONEMD record, or none.
  public SigningPolicy with(@Nullable DigestHash other) {
    return new SigningPolicy(
        denial, inception, expiration, jitterSeconds, serial, now, other, allKeys, dnskeyTtl);
  }
}
