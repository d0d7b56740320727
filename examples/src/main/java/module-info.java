/// Small programs that embed Weir.
@org.jspecify.annotations.NullMarked
module dev.weir.examples {
  requires static transitive org.jspecify;
  requires dev.weir.bgp;
  requires dev.weir.dns;
  requires dev.weir.roto;
  requires dev.weir.signer;
}
