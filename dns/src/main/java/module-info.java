/// Names, messages, record types, zone files and the zone store.
@org.jspecify.annotations.NullMarked
module dev.weir.dns {
  requires static transitive org.jspecify;
  requires com.github.luben.zstd_jni;

  exports dev.weir.dns;
  exports dev.weir.dns.check;
  exports dev.weir.dns.dnssec;
  exports dev.weir.dns.edns;
  exports dev.weir.dns.name;
  exports dev.weir.dns.octets;
  exports dev.weir.dns.rdata;
  exports dev.weir.dns.store;
  exports dev.weir.dns.text;
  exports dev.weir.dns.tsig;
  exports dev.weir.dns.type;
  exports dev.weir.dns.wire;
  exports dev.weir.dns.workers;
  exports dev.weir.dns.zone;
}
