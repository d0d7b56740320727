package dev.weir.signer.sign;

import dev.weir.dns.octets.Octets;

/// How the zone proves that a name or type does not exist.
public sealed interface Denial {
  /// A chain of NSEC records, from name to name (RFC 4034 §4).
  record Nsec() implements Denial {}

  /// A chain of NSEC3 records, from hash to hash (RFC 5155).
  ///
  /// @param salt 0 to 255 octets; empty is best (RFC 9276 §3.1)
  /// @param iterations additional iterations, 0 to 65535; 0 is best (RFC 9276 §3.1)
  /// @param optOut whether unsigned delegations get no record of their own (RFC 5155 §6)
  record Nsec3(Octets salt, int iterations, boolean optOut) implements Denial {
    /// Checks the ranges of RFC 5155 §3.1.
    public Nsec3 {
      if (salt.length() > 255 || iterations < 0 || iterations > 0xffff) {
        throw new IllegalArgumentException(
            "an NSEC3 salt has at most 255 octets, and iterations are 0 to 65535");
      }
    }

    /// The parameters of RFC 9276: empty salt, no additional iterations.
    public static Nsec3 plain(boolean optOut) {
      return new Nsec3(Octets.EMPTY, 0, optOut);
    }
  }
}
