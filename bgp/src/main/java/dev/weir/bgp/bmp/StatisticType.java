package dev.weir.bgp.bmp;

/// What a statistic counts: the registry of RFC 7854 section 4.8, RFC 8671 section 6.2, RFC 9972
/// section 3 and draft-ietf-grow-bmp-path-marking-tlv.
///
/// Types 0 to 6 and 11 to 13 are counters of 32 bits, which only grow; the others are gauges of 64
/// bits.
///
/// @param code 16 bits
public record StatisticType(int code) {
  private static final String[] NAMES = {
    "prefixes-rejected-by-inbound-policy",
    "duplicate-prefixes",
    "duplicate-withdrawals",
    "updates-with-cluster-list-loop",
    "updates-with-as-path-loop",
    "updates-with-own-originator-id",
    "updates-with-as-confed-loop",
    "adj-rib-in-routes",
    "loc-rib-routes",
    "adj-rib-in-routes-of-family",
    "loc-rib-routes-of-family",
    "updates-treated-as-withdrawal",
    "prefixes-treated-as-withdrawal",
    "duplicate-updates",
    "adj-rib-out-pre-routes",
    "adj-rib-out-post-routes",
    "adj-rib-out-pre-routes-of-family",
    "adj-rib-out-post-routes-of-family",
    "adj-rib-in-pre-routes",
    "adj-rib-in-pre-routes-of-family",
    "adj-rib-in-post-routes",
    "adj-rib-in-post-routes-of-family",
    "routes-rejected-by-inbound-policy-of-family",
    "routes-accepted-by-inbound-policy-of-family",
    "primary-routes-of-family",
    "backup-routes-of-family",
    "damped-routes-of-family",
    "stale-routes-of-family",
    "long-lived-stale-routes-of-family",
    "routes-left-before-limit",
    "routes-left-before-limit-of-family",
    "routes-left-before-licence-limit",
    "routes-left-before-licence-limit-of-family",
    "routes-rejected-for-long-as-path",
    "routes-rejected-for-long-as-path-of-family",
    "rov-invalid-routes-of-family",
    "rov-valid-routes-of-family",
    "rov-not-found-routes-of-family",
    "routes-rejected-by-outbound-policy-of-family",
    "outbound-routes-rejected-for-long-as-path",
    "outbound-routes-rejected-for-long-as-path-of-family",
    "outbound-rov-invalid-routes-of-family",
    "outbound-rov-valid-routes-of-family",
    "outbound-rov-not-found-routes-of-family",
  };

  /// Returns a short name for a type, or `statistic-n`.
  public static String name(int code) {
    return code >= 0 && code < NAMES.length ? NAMES[code] : "statistic-" + code;
  }

  /// Returns whether numbers of a type only grow.
  public static boolean isCounter(int code) {
    return code <= 6 || code >= 11 && code <= 13;
  }

  /// Returns whether numbers of a type are of one family.
  public static boolean isOfFamily(int code) {
    return name(code).endsWith("-of-family");
  }

  @Override
  public String toString() {
    return name(code);
  }
}
