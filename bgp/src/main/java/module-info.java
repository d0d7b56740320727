/// BGP values and codecs.
@org.jspecify.annotations.NullMarked
module dev.weir.bgp {
  requires transitive org.jspecify;
  requires transitive dev.weir.roto;
  requires transitive com.fasterxml.jackson.core;
  requires com.github.luben.zstd_jni;
  requires com.lmax.disruptor;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;

  exports dev.weir.bgp.bmp;
  exports dev.weir.bgp.capture;
  exports dev.weir.bgp.check;
  exports dev.weir.bgp.filter;
  exports dev.weir.bgp.flow;
  exports dev.weir.bgp.mrt;
  exports dev.weir.bgp.nlri;
  exports dev.weir.bgp.octets;
  exports dev.weir.bgp.path;
  exports dev.weir.bgp.rib;
  exports dev.weir.bgp.rpki;
  exports dev.weir.bgp.rtr;
  exports dev.weir.bgp.store;
  exports dev.weir.bgp.text;
  exports dev.weir.bgp.type;
  exports dev.weir.bgp.wire;

  opens dev.weir.bgp.filter to
      dev.weir.roto;
}
