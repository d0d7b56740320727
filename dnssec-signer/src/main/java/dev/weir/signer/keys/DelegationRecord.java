package dev.weir.signer.keys;

import dev.weir.dns.name.Name;
import dev.weir.dns.octets.OctetBuffer;
import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Algorithm;
import dev.weir.dns.type.DigestType;
import dev.weir.signer.KeyFault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The data of a DS or CDS record (RFC 4034 §5, RFC 7344): tag, algorithm, digest type, digest.
///
/// The digest is over the owner in canonical form and the DNSKEY data. SHA-1 is made only when it
/// is asked for by name (RFC 8624 §3.3).
///
/// @param keyTag 0 to 65,535
/// @param algorithm the key's algorithm
/// @param digestType which digest
/// @param digest the digest; not to be changed
public record DelegationRecord(
    int keyTag, Algorithm algorithm, DigestType digestType, byte[] digest) {
  /// The CDS record that asks the parent to remove the delegation's DS records (RFC 8078 §4): `0 0
  /// 0 00`. It stands alone in its set.
  public static final DelegationRecord DELETE =
      new DelegationRecord(0, Algorithm.DELETE, new DigestType(0), new byte[1]);

  private static final byte[] DELETE_KEY = {0, 0, 3, 0, 0};

  /// The record that points to a key.
  ///
  /// @param owner the zone
  /// @throws KeyFault if the digest type is none of SHA-1, SHA-256 and SHA-384
  public static DelegationRecord of(Name owner, PublicKeyRecord key, DigestType digestType) {
    String name =
        switch (digestType.code()) {
          case 1 -> "SHA-1";
          case 2 -> "SHA-256";
          case 4 -> "SHA-384";
          default ->
              throw new KeyFault(
                  "digest type " + digestType + " cannot be made; take sha256, sha384 or sha1");
        };
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      digest.update(owner.canonicalWire());
      Octets rdata = key.rdata();
      digest.update(rdata.array(), rdata.offset(), rdata.length());
      return new DelegationRecord(key.keyTag(), key.algorithm(), digestType, digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + name, e);
    }
  }

  /// The data of the CDNSKEY record that asks the parent to remove the delegation's DS records: `0
  /// 3 0 AA==` (RFC 8078 §4). It stands alone in its set.
  public static byte[] deleteKey() {
    return DELETE_KEY.clone();
  }

  /// The record data.
  public byte[] rdata() {
    return new OctetBuffer(4 + digest.length)
        .u16(keyTag)
        .u8(algorithm.code())
        .u8(digestType.code())
        .bytes(digest)
        .toBytes();
  }

  /// Prints the record data as in a zone file.
  @Override
  public String toString() {
    return keyTag
        + " "
        + algorithm.code()
        + " "
        + digestType.code()
        + " "
        + HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DelegationRecord that
        && Octets.of(rdata()).equals(Octets.of(that.rdata()));
  }

  @Override
  public int hashCode() {
    return Octets.of(rdata()).hashCode();
  }
}
