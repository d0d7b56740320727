/// BGP values and codecs.
@org.jspecify.annotations.NullMarked
module dev.weir.bgp {
  requires static transitive org.jspecify;
  requires transitive dev.weir.roto;

  exports dev.weir.bgp.type;
}
