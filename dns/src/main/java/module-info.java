/// Names, messages, record types, zone files and the zone store.
@org.jspecify.annotations.NullMarked
module dev.weir.dns {
  requires static transitive org.jspecify;
  requires com.github.luben.zstd_jni;
}
