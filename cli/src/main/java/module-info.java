/// The `weir` program: command line, rendering, exit codes.
@org.jspecify.annotations.NullMarked
module dev.weir.cli {
  requires static transitive org.jspecify;
  requires dev.weir.dns;
  requires dev.weir.signer;
  requires info.picocli;
}
