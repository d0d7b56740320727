package dev.weir.signer.keys;

/// What a key is made for. The flags of its record tell a zone-signing key from the others; whether
/// a key with the SEP bit signs the whole zone (a combined key) shows only in the absence of others
/// (RFC 4034 §2.1.1, RFC 9499 §10).
public enum KeyRole {
  /// Signs the key set; what the DS record at the parent points to.
  KSK(PublicKeyRecord.ZONE | PublicKeyRecord.SEP),
  /// Signs all else.
  ZSK(PublicKeyRecord.ZONE),
  /// Signs everything, and the DS record points to it.
  CSK(PublicKeyRecord.ZONE | PublicKeyRecord.SEP);

  private final int flags;

  KeyRole(int flags) {
    this.flags = flags;
  }

  /// The flags of a key record of this role: 256 or 257.
  public int flags() {
    return flags;
  }
}
