package dev.weir.dns.check;

/// The rules of a zone's structure: errors are what a primary server refuses to load.
public enum ZoneRule implements Rule {
  /// The apex has no SOA record, or several.
  SOA("soa", Severity.ERROR, "RFC 1035 §5.2"),
  /// A SOA record below the apex.
  SOA_PLACE("soa-place", Severity.ERROR, "RFC 1035 §5.2"),
  /// The apex has no NS record.
  NS_MISSING("ns-missing", Severity.ERROR, "RFC 1034 §4.2.1"),
  /// A name server of the zone, in the zone, that has no address, is an alias, or is occluded.
  NS_TARGET("ns-target", Severity.ERROR, "RFC 2181 §10.3"),
  /// NS records at a wildcard.
  NS_WILDCARD("ns-wildcard", Severity.ERROR, "RFC 4592 §4.2"),
  /// A CNAME record beside other data.
  CNAME_AND_OTHER("cname-and-other", Severity.ERROR, "RFC 2181 §10.1"),
  /// Several CNAME records at a name.
  CNAME_SEVERAL("cname-several", Severity.ERROR, "RFC 2181 §10.1"),
  /// Several DNAME records at a name.
  DNAME_SEVERAL("dname-several", Severity.ERROR, "RFC 6672 §2.4"),
  /// DS records at the apex.
  DS_APEX("ds-apex", Severity.ERROR, "RFC 4035 §2.4"),

  /// A name server of a delegation, in the zone, that has no address, is an alias, or is occluded.
  DELEGATION_TARGET("delegation-target", Severity.WARNING, "RFC 2181 §10.3"),
  /// A name server below its own delegation without an address.
  GLUE_MISSING("glue-missing", Severity.WARNING, "RFC 1034 §4.2.2"),
  /// A name server below another delegation without an address.
  GLUE_SIBLING("glue-sibling", Severity.WARNING, "RFC 9471 §2.2"),
  /// A mail server, in the zone, that has no address, is an alias, or is occluded.
  MX_TARGET("mx-target", Severity.WARNING, "RFC 2181 §10.3"),
  /// A service's host, in the zone, that has no address, is an alias, or is occluded.
  SRV_TARGET("srv-target", Severity.WARNING, "RFC 2782"),
  /// An address where a name belongs.
  ADDRESS_AS_NAME("address-as-name", Severity.WARNING, "RFC 1035 §3.3"),
  /// An owner of addresses or mail servers that is no host name.
  OWNER_NAME("owner-name", Severity.WARNING, "RFC 1123 §2.1"),
  /// A name in record data that is no host name.
  DATA_NAME("data-name", Severity.WARNING, "RFC 1123 §2.1"),
  /// A wildcard label that is not the first.
  WILDCARD_INSIDE("wildcard-inside", Severity.WARNING, "RFC 4592 §2.1.3"),
  /// A DNAME record at a wildcard.
  WILDCARD_DNAME("wildcard-dname", Severity.WARNING, "RFC 4592 §4.4"),
  /// DS records where nothing is delegated.
  DS_PLACE("ds-place", Severity.WARNING, "RFC 4035 §2.4"),
  /// A DNAME record beside NS records below the apex.
  DNAME_AND_NS("dname-and-ns", Severity.WARNING, "RFC 6672 §2.3"),
  /// Data below a DNAME record, which nobody can ask for.
  DNAME_OCCLUDES("dname-occludes", Severity.WARNING, "RFC 6672 §2.4"),
  /// A sender policy in an SPF record and not in a TXT record.
  SPF("spf", Severity.WARNING, "RFC 7208 §3.1"),
  /// A key of an algorithm that validators pass over.
  KEY_ALGORITHM_OLD("key-algorithm-old", Severity.WARNING, "RFC 9905 §2");

  private final String id;
  private final Severity severity;
  private final String reference;

  ZoneRule(String id, Severity severity, String reference) {
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
