package dev.weir.signer.sign;

import dev.weir.dns.dnssec.DigestHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a signed zone shall be like.
///
/// @param denial NSEC or NSEC3
/// @param validity the period of the signatures
/// @param serial how the serial is made
/// @param now the time of signing, for the serial alone
/// @param zonemd the hash of the ZONEMD record to make, or null for none
/// @param allKeys whether every key signs the DNSKEY set, not only those that a DS record points to
/// @param dnskeyTtl the TTL of the DNSKEY set in seconds, or -1 to keep it, or take that of the SOA
public record SigningPolicy(
    Denial denial,
    Validity validity,
    SerialPolicy serial,
    Instant now,
    @Nullable DigestHash zonemd,
    boolean allKeys,
    int dnskeyTtl) {

  /// NSEC, the usual validity, and the serial kept.
  public static SigningPolicy usual(Instant now) {
    return new SigningPolicy(
        new Denial.Nsec(), Validity.usual(now), SerialPolicy.KEEP, now, null, false, -1);
  }

  /// This policy with another way of denial.
  public SigningPolicy with(Denial other) {
    return new SigningPolicy(other, validity, serial, now, zonemd, allKeys, dnskeyTtl);
  }

  /// This policy with a ZONEMD record.
  public SigningPolicy with(DigestHash other) {
    return new SigningPolicy(denial, validity, serial, now, other, allKeys, dnskeyTtl);
  }
}
