package dev.weir.dns.check;

/// A rule that a zone can break; each judge has an enum of its own.
public interface Rule {
  /// A short name in small letters and hyphens, which stays the same from release to release.
  String id();

  /// How bad it is to break the rule, where a finding does not say otherwise.
  Severity severity();

  /// Where the rule is written, such as `RFC 4035 §2.2`.
  String reference();
}
