/// Keys, signing and verifying of DNS zones.
@org.jspecify.annotations.NullMarked
module dev.weir.signer {
  requires static transitive org.jspecify;
  requires transitive dev.weir.dns;
  requires transitive dev.weir.roto;
  requires org.bouncycastle.provider;
  requires static com.amazon.corretto.crypto.provider;

  exports dev.weir.signer;
  exports dev.weir.signer.engine;
  exports dev.weir.signer.hsm;
  exports dev.weir.signer.keys;
  exports dev.weir.signer.review;
  exports dev.weir.signer.sign;
  exports dev.weir.signer.store;
  exports dev.weir.signer.verify;
}
