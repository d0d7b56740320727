package dev.weir.signer.verify;

/// Record types by number, as loops over sets compare them.
final class Types {
  static final int NS = 2;
  static final int SOA = 6;
  static final int DNAME = 39;
  static final int DS = 43;
  static final int RRSIG = 46;
  static final int NSEC = 47;
  static final int DNSKEY = 48;
  static final int NSEC3 = 50;
  static final int NSEC3PARAM = 51;
  static final int CDS = 59;
  static final int CDNSKEY = 60;

  private Types() {}
}
