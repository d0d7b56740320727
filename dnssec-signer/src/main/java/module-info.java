/// Keys, signing and verifying of DNS zones.
@org.jspecify.annotations.NullMarked
module dev.weir.signer {
  requires static transitive org.jspecify;
  requires transitive dev.weir.dns;
  requires org.bouncycastle.provider;
}
