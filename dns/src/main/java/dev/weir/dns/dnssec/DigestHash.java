package dev.weir.dns.dnssec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// The hash algorithms of zone digests that can be computed (RFC 8976 §2.2.3).
///
/// The registry is open and this is the closed part of it with arithmetic behind it; other numbers
/// are passed over when a zone is checked (RFC 8976 §4).
public enum DigestHash {
  /// SHA-384, which every checker knows.
  SHA_384(1, 48, "SHA-384"),
  /// SHA-512.
  SHA_512(2, 64, "SHA-512");

  private final int code;
  private final int octets;
  private final String javaName;

  DigestHash(int code, int octets, String javaName) {
    this.code = code;
    this.octets = octets;
    this.javaName = javaName;
  }

  /// The algorithm with a number, or null if it cannot be computed.
  public static @Nullable DigestHash find(int code) {
    return switch (code) {
      case 1 -> SHA_384;
      case 2 -> SHA_512;
      default -> null;
    };
  }

  /// The number, as in ZONEMD records.
  public int code() {
    return code;
  }

  /// Octets of a digest.
  public int octets() {
    return octets;
  }

  /// A fresh digest.
  MessageDigest open() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + javaName, e);
    }
  }

  /// The name as the registry has it: SHA-384 or SHA-512.
  @Override
  public String toString() {
    return javaName;
  }
}
