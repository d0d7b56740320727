package dev.weir.bgp.rtr;

import java.time.Duration;

/// What a [RtrClient] goes by until the cache says otherwise.
///
/// @param version the newest version to speak, 0 to 2
/// @param refresh how long after an answer to ask again
/// @param retry how long after a failure to try again, and how long to wait for an answer
/// @param expire how long after the last answer the data are given up
public record RtrConfig(int version, Duration refresh, Duration retry, Duration expire) {
  /// The newest version, and the intervals that RFC 8210 section 6 recommends.
  public static final RtrConfig STANDARD =
      new RtrConfig(
          RtrCodec.NEWEST, Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofHours(2));

  /// Checks the version.
  ///
  /// @throws IllegalArgumentException if there is no such version
  public RtrConfig {
    if (version < 0 || version > RtrCodec.NEWEST) {
      throw new IllegalArgumentException("versions are 0 to " + RtrCodec.NEWEST + ": " + version);
    }
  }

  /// Returns the intervals of an answer instead, each put into the range that RFC 8210 section 6
  /// allows. Version 0 has none.
  RtrConfig with(RtrPdu.EndOfData end) {
    if (end.version() == 0) {
      return this;
    }
    long refreshed = within(end.refresh(), 1, 86_400);
    long retried = within(end.retry(), 1, 7200);
    long expired = within(end.expire(), 600, 172_800);
    long least = Math.max(refreshed, retried) + 1;
    return new RtrConfig(
        version,
        Duration.ofSeconds(refreshed),
        Duration.ofSeconds(retried),
        Duration.ofSeconds(Math.max(expired, least)));
  }

  private static long within(int seconds, long least, long most) {
    return Math.clamp(Integer.toUnsignedLong(seconds), least, most);
  }
}
