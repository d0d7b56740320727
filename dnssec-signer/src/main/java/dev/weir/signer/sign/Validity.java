package dev.weir.signer.sign;

import dev.weir.signer.SigningFault;
import java.time.Duration;
import java.time.Instant;

/// The period in which signatures are valid (RFC 4034 §3.1.5).
///
/// @param inception when it begins, whole seconds
/// @param expiration when it ends, less than 2^31 seconds later
/// @param jitterSeconds signatures end up to this much earlier, spread evenly and repeatably over
///   the names; 0 for none
public record Validity(Instant inception, Instant expiration, int jitterSeconds) {
  private static final Duration USUAL_LEAD = Duration.ofHours(1);
  private static final Duration USUAL_LENGTH = Duration.ofDays(30);

  /// Checks that the period is one.
  ///
  /// @throws SigningFault if inception is not before expiration, the period is too long, or the
  ///   jitter longer than the period
  public Validity {
    long seconds = expiration.getEpochSecond() - inception.getEpochSecond();
    if (seconds <= 0) {
      throw new SigningFault(
          "signatures would expire before they begin to be valid: inception "
              + inception
              + ", expiration "
              + expiration);
    }
    if (seconds > Integer.MAX_VALUE) {
      throw new SigningFault(
          "signatures would be valid for over 68 years, which serial arithmetic cannot tell"
              + " (RFC 4034 §3.1.5)");
    }
    if (jitterSeconds < 0 || jitterSeconds >= seconds) {
      throw new SigningFault("the jitter must be shorter than the validity of " + seconds + " s");
    }
  }

  /// From an hour ago, against clocks that are slow, for thirty days from now.
  public static Validity usual(Instant now) {
    return new Validity(now.minus(USUAL_LEAD), now.plus(USUAL_LENGTH), 0);
  }
}
