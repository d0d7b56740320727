package dev.weir.signer.keys;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.Algorithm;
import dev.weir.signer.KeyFault;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The data of a DNSKEY record (RFC 4034 §2): flags, protocol 3, algorithm and the public key.
///
/// ```
///  0               1               2               3
/// +-------------------------------+---------------+---------------+
/// |             flags             |  protocol: 3  |   algorithm   |
/// +-------------------------------+---------------+---------------+
/// |  public key ...
/// ```
///
/// The key octets of an unknown algorithm are kept as they are. A key is identified by this record,
/// never by its tag: tags collide (RFC 4034 §B).
public final class PublicKeyRecord {
  /// The flag of keys that sign zone data (bit 7).
  public static final int ZONE = 0x0100;

  /// The flag of a revoked key (RFC 5011 §2.1, bit 8).
  public static final int REVOKE = 0x0080;

  /// The flag of secure entry points (bit 15).
  public static final int SEP = 0x0001;

  private static final int HEADER = 4;

  private final byte[] rdata;

  private PublicKeyRecord(byte[] rdata) {
    this.rdata = rdata;
  }

  /// A record from its parts.
  ///
  /// @param flags 0 to 65,535; 256 for a zone-signing key, 257 with the SEP bit
  /// @param key the public key in the form of its algorithm, copied
  /// @throws KeyFault if the key does not have the form of a known algorithm
  public static PublicKeyRecord of(int flags, Algorithm algorithm, byte[] key) {
    byte[] rdata = new byte[HEADER + key.length];
    rdata[0] = (byte) (flags >> 8);
    rdata[1] = (byte) flags;
    rdata[2] = 3;
    rdata[3] = (byte) algorithm.code();
    System.arraycopy(key, 0, rdata, HEADER, key.length);
    return checked(new PublicKeyRecord(rdata));
  }

  /// Takes the record data of a DNSKEY or CDNSKEY record, copied.
  ///
  /// @throws KeyFault if it is cut short, its protocol is not 3, or the key does not have the form
  ///   of a known algorithm
  public static PublicKeyRecord read(Octets rdata) {
    if (rdata.length() < HEADER) {
      throw new KeyFault("a DNSKEY record has at least 4 octets, not " + rdata.length());
    }
    if (rdata.u8(2) != 3) {
      throw new KeyFault(
          "the protocol field of a DNSKEY record must be 3, not "
              + rdata.u8(2)
              + " (RFC 4034 §2.1.2)");
    }
    return checked(new PublicKeyRecord(rdata.toBytes()));
  }

  private static PublicKeyRecord checked(PublicKeyRecord record) {
    SigningAlgorithm known = record.known();
    if (known == null) {
      return record;
    }
    int octets = record.rdata.length - HEADER;
    if (known.family() == SigningAlgorithm.Family.RSA) {
      RsaPublic.read(record.key());
    } else if (octets != known.keyOctets()) {
      throw new KeyFault(
          "a public key of " + known + " has " + known.keyOctets() + " octets, not " + octets);
    }
    return record;
  }

  /// The flags, 0 to 65,535.
  public int flags() {
    return Octets.u16(rdata, 0);
  }

  /// Whether the record is a zone key; no other may sign (RFC 4034 §2.1.1).
  public boolean zoneKey() {
    return (flags() & ZONE) != 0;
  }

  /// Whether the SEP bit is set: a key-signing or combined key.
  public boolean entryPoint() {
    return (flags() & SEP) != 0;
  }

  /// Whether the key says of itself that it is revoked (RFC 5011 §2.1).
  public boolean revoked() {
    return (flags() & REVOKE) != 0;
  }

  /// The algorithm.
  public Algorithm algorithm() {
    return new Algorithm(rdata[3] & 0xff);
  }

  /// What is known about the algorithm, or null if Weir cannot compute it.
  public @Nullable SigningAlgorithm known() {
    return SigningAlgorithm.find(rdata[3] & 0xff);
  }

  /// The algorithm as one that can be computed.
  ///
  /// @throws KeyFault if Weir cannot compute it
  public SigningAlgorithm signing() {
    return SigningAlgorithm.of(rdata[3] & 0xff);
  }

  /// A view of the public key octets.
  public Octets key() {
    return new Octets(rdata, HEADER, rdata.length - HEADER);
  }

  /// A view of the whole record data; not to be changed.
  public Octets rdata() {
    return Octets.of(rdata);
  }

  /// The key tag (RFC 4034 appendix B): a hint, not an identity.
  public int keyTag() {
    return tag(rdata, 0);
  }

  /// The key tag that the record has once its REVOKE bit is set; two keys of a zone should differ
  /// in this tag, too.
  public int revokedKeyTag() {
    return tag(rdata, revoked() ? 0 : REVOKE);
  }

  private static int tag(byte[] rdata, int moreFlags) {
    if (rdata[3] == 1) {
      return rdata.length < HEADER + 3 ? 0 : Octets.u16(rdata, rdata.length - 3);
    }
    int sum = moreFlags;
    for (int i = 0; i < rdata.length; i++) {
      sum += (i & 1) == 0 ? (rdata[i] & 0xff) << 8 : rdata[i] & 0xff;
    }
    sum += sum >> 16;
    return sum & 0xffff;
  }

  /// Octets of every signature this key makes.
  ///
  /// @throws KeyFault if Weir cannot compute the algorithm
  public int signatureLength() {
    SigningAlgorithm known = signing();
    if (known.family() == SigningAlgorithm.Family.RSA) {
      return (RsaPublic.read(key()).modulus().bitLength() + 7) / 8;
    }
    return known.signatureOctets();
  }

  /// The same key with other flags.
  public PublicKeyRecord withFlags(int flags) {
    byte[] changed = rdata.clone();
    changed[0] = (byte) (flags >> 8);
    changed[1] = (byte) flags;
    return new PublicKeyRecord(changed);
  }

  /// The public key for Java's own providers.
  ///
  /// @throws KeyFault if Weir cannot compute the algorithm, or the octets are no point of the curve
  public PublicKey toPublicKey() {
    return KeyInfo.publicKey(this, null);
  }

  /// The public key as an X.509 SubjectPublicKeyInfo in DER (RFC 5280 §4.1.2.7).
  ///
  /// @throws KeyFault if Weir cannot compute the algorithm
  public byte[] subjectPublicKeyInfo() {
    return KeyInfo.encode(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKeyRecord that && Arrays.equals(rdata, that.rdata);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rdata);
  }

  /// Prints the record data as in a zone file, on one line.
  @Override
  public String toString() {
    return flags()
        + " 3 "
        + (rdata[3] & 0xff)
        + " "
        + Base64.getEncoder().encodeToString(key().toBytes());
  }
}
