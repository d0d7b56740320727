package dev.weir.signer.verify;

import dev.weir.dns.check.Rule;
import dev.weir.dns.check.Severity;

/// The rules of a signed zone, each with where it is written.
public enum DnssecRule implements Rule {
  /// The zone has no DNSKEY records.
  UNSIGNED("unsigned", Severity.ERROR, "RFC 4035 §2.1"),
  /// The apex has no SOA record, or several.
  SOA("soa", Severity.ERROR, "RFC 1035 §5.2"),

  /// A DNSKEY record that is no key.
  KEY_FORM("key-form", Severity.ERROR, "RFC 4034 §2.1"),
  /// A DNSKEY record below the apex.
  KEY_PLACE("key-place", Severity.ERROR, "RFC 4035 §2.1"),
  /// A DNSKEY record that signs no zone.
  KEY_FLAGS("key-flags", Severity.WARNING, "RFC 4034 §2.1.1"),
  /// More keys of one algorithm and tag than validators try.
  KEY_TAGS("key-tags", Severity.ERROR, "CVE-2023-50387"),
  /// Two keys of one algorithm and tag.
  KEY_TAG_SHARED("key-tag-shared", Severity.WARNING, "RFC 4034 §B"),
  /// A key of an algorithm that cannot be computed here, so that its signatures are not verified.
  KEY_ALGORITHM_UNKNOWN("key-algorithm-unknown", Severity.WARNING, "RFC 4035 §2.2"),
  /// A key of an algorithm that must not sign any more.
  KEY_ALGORITHM_OLD("key-algorithm-old", Severity.WARNING, "RFC 9905 §2"),
  /// Keys with the SEP flag exist, and none of them signs the key set.
  KEY_SELF("key-self", Severity.ERROR, "RFC 4035 §2.2"),
  /// No key has the SEP flag; all keys are taken as combined keys.
  KEY_NO_SEP("key-no-sep", Severity.NOTE, "RFC 4034 §2.1.1"),
  /// None of the given trust anchors leads to the key set.
  ANCHOR("anchor", Severity.ERROR, "RFC 4035 §5.2"),
  /// One of the given trust anchors has no key in the zone.
  ANCHOR_UNUSED("anchor-unused", Severity.WARNING, "RFC 4035 §2.4"),
  /// The algorithm of a given DS record does not sign the key set.
  ANCHOR_ALGORITHM("anchor-algorithm", Severity.ERROR, "RFC 4035 §2.2"),

  /// A record set lacks a signature by an algorithm of the key set.
  SIGNATURE_MISSING("signature-missing", Severity.ERROR, "RFC 4035 §2.2"),
  /// A signature that is not the key's signature of the set.
  SIGNATURE_INVALID("signature-invalid", Severity.ERROR, "RFC 4035 §5.3.3"),
  /// A signature whose time is over.
  SIGNATURE_EXPIRED("signature-expired", Severity.ERROR, "RFC 4034 §3.1.5"),
  /// A signature whose time has not come.
  SIGNATURE_EARLY("signature-early", Severity.ERROR, "RFC 4034 §3.1.5"),
  /// A signature that expires before it begins, or is valid for 2^31 seconds or more.
  SIGNATURE_WINDOW("signature-window", Severity.ERROR, "RFC 4034 §3.1.5"),
  /// A signature whose signer is not the zone.
  SIGNATURE_SIGNER("signature-signer", Severity.ERROR, "RFC 4035 §2.2"),
  /// A signature whose label count is not its owner's.
  SIGNATURE_LABELS("signature-labels", Severity.ERROR, "RFC 4034 §3.1.3"),
  /// A signature by a key that is not published.
  SIGNATURE_KEY("signature-key", Severity.ERROR, "RFC 4035 §5.3.1"),
  /// A signature whose original TTL is not the set's TTL.
  SIGNATURE_ORIGINAL_TTL("signature-original-ttl", Severity.ERROR, "RFC 4034 §3.1.4"),
  /// A signature whose own TTL is not the set's TTL.
  SIGNATURE_TTL("signature-ttl", Severity.ERROR, "RFC 4034 §3"),
  /// A signature over signatures.
  SIGNATURE_OF_SIGNATURE("signature-of-signature", Severity.ERROR, "RFC 4035 §2.2"),
  /// A signature without the set that it covers.
  SIGNATURE_ORPHAN("signature-orphan", Severity.ERROR, "RFC 4035 §2.2"),
  /// A signature over data that is not the zone's own: a delegation, glue, or occluded data.
  SIGNATURE_UNWANTED("signature-unwanted", Severity.ERROR, "RFC 4035 §2.2"),
  /// A signature that is cut short.
  SIGNATURE_FORM("signature-form", Severity.ERROR, "RFC 4034 §3.1"),

  /// There is no chain of NSEC or NSEC3 records.
  DENIAL_MISSING("denial-missing", Severity.ERROR, "RFC 4035 §2.3"),
  /// There are both an NSEC and an NSEC3 chain.
  DENIAL_TWICE("denial-twice", Severity.WARNING, "RFC 5155 §10.4"),
  /// A denial record whose TTL is not the lesser of the SOA's TTL and its last field.
  DENIAL_TTL("denial-ttl", Severity.WARNING, "RFC 9077 §3"),

  /// A name without its NSEC record.
  NSEC_MISSING("nsec-missing", Severity.ERROR, "RFC 4035 §2.3"),
  /// An NSEC record where none belongs.
  NSEC_UNWANTED("nsec-unwanted", Severity.ERROR, "RFC 4035 §2.3"),
  /// Several NSEC records at a name.
  NSEC_SEVERAL("nsec-several", Severity.ERROR, "RFC 4035 §2.3"),
  /// An NSEC record that does not lead to the next name.
  NSEC_NEXT("nsec-next", Severity.ERROR, "RFC 4034 §4.1.1"),
  /// An NSEC record whose types are not those of its name.
  NSEC_TYPES("nsec-types", Severity.ERROR, "RFC 4034 §4.1.2"),

  /// A name without its NSEC3 record.
  NSEC3_MISSING("nsec3-missing", Severity.ERROR, "RFC 5155 §7.1"),
  /// An NSEC3 record whose hash is that of no name.
  NSEC3_UNWANTED("nsec3-unwanted", Severity.ERROR, "RFC 5155 §7.1"),
  /// Several NSEC3 records of one chain at an owner.
  NSEC3_SEVERAL("nsec3-several", Severity.ERROR, "RFC 5155 §7.1"),
  /// An NSEC3 record that does not lead to the next hash.
  NSEC3_NEXT("nsec3-next", Severity.ERROR, "RFC 5155 §3.1.7"),
  /// An NSEC3 record whose types are not those of its name.
  NSEC3_TYPES("nsec3-types", Severity.ERROR, "RFC 5155 §3.1.8"),
  /// An NSEC3 record whose owner is not a hash under the apex.
  NSEC3_OWNER("nsec3-owner", Severity.ERROR, "RFC 5155 §3"),
  /// An NSEC3 record with flags that nobody knows.
  NSEC3_FLAGS("nsec3-flags", Severity.ERROR, "RFC 5155 §3.1.2"),
  /// An NSEC3 record whose parameters no NSEC3PARAM record announces.
  NSEC3_PARAMETERS("nsec3-parameters", Severity.ERROR, "RFC 5155 §4"),
  /// Two names with one hash.
  NSEC3_COLLISION("nsec3-collision", Severity.ERROR, "RFC 5155 §7.1"),
  /// An NSEC3PARAM record with flags.
  NSEC3PARAM_FLAGS("nsec3param-flags", Severity.ERROR, "RFC 5155 §4.1.2"),
  /// A hash algorithm that cannot be computed here.
  NSEC3_HASH_UNKNOWN("nsec3-hash-unknown", Severity.WARNING, "RFC 5155 §11"),
  /// Hashes with additional iterations.
  NSEC3_ITERATIONS("nsec3-iterations", Severity.WARNING, "RFC 9276 §3.1"),
  /// Hashes with salt.
  NSEC3_SALT("nsec3-salt", Severity.NOTE, "RFC 9276 §3.1"),

  /// A DS record where there is no delegation.
  DS_PLACE("ds-place", Severity.ERROR, "RFC 4035 §2.4"),
  /// A request to delete the delegation's DS records beside other requests.
  CDS_DELETE("cds-delete", Severity.ERROR, "RFC 8078 §4"),
  /// A CDS or CDNSKEY record for a key that is not published.
  CDS_KEY("cds-key", Severity.ERROR, "RFC 7344 §4.1"),
  /// CDS or CDNSKEY records that no key-signing key signs.
  CDS_SIGNER("cds-signer", Severity.ERROR, "RFC 7344 §4.1"),
  /// CDS and CDNSKEY records that ask for different keys.
  CDS_DIFFERS("cds-differs", Severity.ERROR, "RFC 7344 §4"),
  /// CDS or CDNSKEY records for keys none of which signs the key set.
  CDS_BREAKS("cds-breaks", Severity.ERROR, "RFC 7344 §4.1"),

  /// A ZONEMD record that does not fit the zone.
  DIGEST_DIFFERS("digest-differs", Severity.ERROR, "RFC 8976 §4"),
  /// A ZONEMD record with another serial than the SOA record.
  DIGEST_SERIAL("digest-serial", Severity.ERROR, "RFC 8976 §4"),
  /// A ZONEMD record of the wrong length.
  DIGEST_LENGTH("digest-length", Severity.ERROR, "RFC 8976 §2.2.4"),
  /// Two ZONEMD records of one scheme and hash algorithm.
  DIGEST_REPEATED("digest-repeated", Severity.ERROR, "RFC 8976 §2.2"),
  /// A ZONEMD record of an unknown scheme or hash algorithm.
  DIGEST_UNKNOWN("digest-unknown", Severity.NOTE, "RFC 8976 §4"),
  /// No ZONEMD record that can be judged, where one was asked for.
  DIGEST_MISSING("digest-missing", Severity.ERROR, "RFC 8976 §4");

  private final String id;
  private final Severity severity;
  private final String reference;

  DnssecRule(String id, Severity severity, String reference) {
    this.id = id;
    this.severity = severity;
    this.reference = reference;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String reference() {
    return reference;
  }
}
