package dev.weir.dns.dnssec;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash of an owner name for NSEC3 (RFC 5155 §5), for one thread at a time.
///
/// The only hash algorithm there is is SHA-1 (number 1). An instance keeps its digest and allocates
/// nothing for a name.
public final class Nsec3Hash {
  /// The number of SHA-1 among the NSEC3 hash algorithms.
  public static final int SHA_1 = 1;

  /// Octets of a hash.
  public static final int OCTETS = 20;

  private final MessageDigest digest;

  /// A hash of its own for the calling thread.
  public Nsec3Hash() {
    try {
      digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-1", e);
    }
  }

  /// Hashes `name[from, to)`, a name in canonical wire form (uncompressed, small letters).
  ///
  /// @param salt appended in every round; empty for none
  /// @param iterations rounds after the first: 0 to 65,535
  /// @param out takes the 20 octets of the hash, from `at`
  public void hash(byte[] name, int from, int to, byte[] salt, int iterations, byte[] out, int at) {
    try {
      digest.update(name, from, to - from);
      digest.update(salt);
      digest.digest(out, at, OCTETS);
      for (int i = 0; i < iterations; i++) {
        digest.update(out, at, OCTETS);
        digest.update(salt);
        digest.digest(out, at, OCTETS);
      }
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-1 refused to give " + OCTETS + " octets", e);
    }
  }
}
