package dev.weir.signer.verify;

import dev.weir.dns.octets.Octets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Holds DS and CDS data against a key (RFC 4034 §5.1.4).
final class KeyDigest {
  private static final int HEADER = 4;

  private KeyDigest() {}

  /// Whether DS data is that of a key: tag, algorithm and, where its kind is known, the digest.
  ///
  /// @param ds the data of a DS or CDS record, at least five octets
  /// @param apex the key's owner in canonical form
  /// @param key the data of the DNSKEY record
  /// @param tag the key's tag
  static boolean match(Octets ds, Octets apex, Octets key, int tag) {
    if (ds.u16(0) != tag || ds.u8(2) != key.u8(3)) {
      return false;
    }
    MessageDigest digest = open(ds.u8(3));
    if (digest == null) {
      return true;
    }
    digest.update(apex.array(), apex.offset(), apex.length());
    digest.update(key.array(), key.offset(), key.length());
    return Arrays.equals(digest.digest(), ds.from(HEADER).toBytes());
  }

  private static @Nullable MessageDigest open(int code) {
    String name =
        switch (code) {
          case 1 -> "SHA-1";
          case 2 -> "SHA-256";
          case 4 -> "SHA-384";
          default -> null;
        };
    if (name == null) {
      return null;
    }
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + name, e);
    }
  }
}
