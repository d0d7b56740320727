package dev.weir.signer.verify;

import dev.weir.dns.octets.Octets;
import dev.weir.dns.type.RecordType;

/// What is known of a zone's keys from elsewhere: a DS record of the parent, or a DNSKEY record.
///
/// @param type DS or DNSKEY; CDS and CDNSKEY are taken as those
/// @param rdata the record's data
public record Anchor(RecordType type, Octets rdata) {
  private static final int DS_OCTETS = 5;

  /// Checks the type and that the data is not cut short.
  public Anchor {
    int code = type.code();
    if (code != 43 && code != 48 && code != 59 && code != 60) {
      throw new IllegalArgumentException("a trust anchor is a DS or DNSKEY record, not " + type);
    }
    if (rdata.length() < DS_OCTETS) {
      throw new IllegalArgumentException("a trust anchor of " + rdata.length() + " octets");
    }
  }

  /// Whether this is the digest of a key, and not the key itself.
  public boolean digest() {
    return type.code() == 43 || type.code() == 59;
  }

  /// The number of the key's algorithm.
  int algorithm() {
    return digest() ? rdata.u8(2) : rdata.u8(3);
  }
}
